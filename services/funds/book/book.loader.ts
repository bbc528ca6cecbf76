// Changes of authority and receipts of cash, batched for every place that names one.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { AuthorityChange } from './authority-change.entity';
import { CashReceipt } from './cash-receipt.entity';

export const changeById = defineLoader<AuthorityChange | null>(
  'change of authority by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(AuthorityChange, { id: Any([...ids]) }), ({ id }) => id),
);

export const changesOfLot = defineLoader<AuthorityChange[]>(
  'changes of a lot',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(AuthorityChange, {
      where: { lotId: Any([...ids]) },
      order: { draftedAt: 'ASC', id: 'ASC' },
    });
    return groupBy(found, ({ lotId }) => lotId);
  },
);

export const receiptById = defineLoader<CashReceipt | null>(
  'cash receipt by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(CashReceipt, { id: Any([...ids]) }), ({ id }) => id),
);

export const receiptsOfAllotment = defineLoader<CashReceipt[]>(
  'cash receipts of an allotment',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(CashReceipt, {
      where: { allotmentId: Any([...ids]) },
      order: { valueDate: 'ASC', id: 'ASC' },
    });
    return groupBy(found, ({ allotmentId }) => allotmentId);
  },
);
