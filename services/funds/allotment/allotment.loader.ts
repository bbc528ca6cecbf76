// Notices, their lines and what is left of each, batched for every place that names one.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Allotment, AllotmentLine } from './allotment.entity';
import { LotBalance } from './lot-balance.entity';

export const allotmentById = defineLoader<Allotment | null>(
  'allotment by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Allotment, { id: Any([...ids]) }), ({ id }) => id),
);

export const lotById = defineLoader<AllotmentLine | null>(
  'lot by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(AllotmentLine, { id: Any([...ids]) }), ({ id }) => id),
);

export const linesOfAllotment = defineLoader<AllotmentLine[]>(
  'lines of an allotment',
  () => [],
  async (rows, ids) => {
    const lines = await rows.manager.find(AllotmentLine, {
      where: { allotmentId: Any([...ids]) },
      order: { path: 'ASC', id: 'ASC' },
    });
    return groupBy(lines, ({ allotmentId }) => allotmentId);
  },
);

export const partsOfLot = defineLoader<AllotmentLine[]>(
  'parts of a lot',
  () => [],
  async (rows, ids) => {
    const lines = await rows.manager.find(AllotmentLine, {
      where: { parentLineId: Any([...ids]) },
      order: { path: 'ASC', id: 'ASC' },
    });
    return groupBy(lines, ({ parentLineId }) => parentLineId ?? '');
  },
);

const fieldOf = {
  available: 'available',
  reserved: 'reserved',
  paid: 'paid',
  frozen: 'frozen',
  decomposed: 'decomposed',
  carried: 'carried',
  reclaimed: 'reclaimed',
  'cash-received': 'cashReceived',
  'cash-held': 'cashHeld',
  'cash-paid': 'cashPaid',
} as const satisfies Record<string, keyof LotBalance>;

export const balanceOfLot = defineLoader<LotBalance>('balance of a lot', emptyBalance, async (rows, ids) => {
  const found = await rows.query<{ lotId: string; account: string; amount: bigint }>(
    'select lot_id as "lotId", account, amount from funds.balance where lot_id = any($1::uuid[])',
    [ids],
  );
  const balances = new Map<string, LotBalance>();
  for (const { lotId, account, amount } of found) {
    const balance = balances.get(lotId) ?? emptyBalance();
    balances.set(lotId, balance);
    const field = fieldOf[account as keyof typeof fieldOf];
    // The account that cash comes from is below zero by as much as was received.
    if (field) balance[field] = account === 'cash-received' ? -amount : amount;
  }
  return balances;
});

function emptyBalance(): LotBalance {
  return Object.assign(
    new LotBalance(),
    Object.fromEntries(Object.values(fieldOf).map((field) => [field, 0n])),
  ) as LotBalance;
}
