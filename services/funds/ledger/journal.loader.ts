// Journals and their postings, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Journal, Posting } from './journal.entity';

export const journalById = defineLoader<Journal | null>(
  'journal by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Journal, { id: Any([...ids]) }), ({ id }) => id),
);

export const reversalOf = defineLoader<Journal | null>(
  'reversal of a journal',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.manager.findBy(Journal, { reversesId: Any([...ids]) }), ({ reversesId }) => reversesId ?? ''),
);

export const postingsOf = defineLoader<Posting[]>(
  'postings of a journal',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(Posting, {
      where: { journalId: Any([...ids]) },
      order: { lotId: 'ASC', account: 'ASC' },
    });
    return groupBy(found, ({ journalId }) => journalId);
  },
);

export const journalsOfAllotment = defineLoader<Journal[]>(
  'journals of an allotment',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(Journal, {
      where: { allotmentId: Any([...ids]) },
      order: { bookedAt: 'ASC', id: 'ASC' },
    });
    return groupBy(found, ({ allotmentId }) => allotmentId ?? '');
  },
);

export const journalsOfDisbursement = defineLoader<Journal[]>(
  'journals of a disbursement',
  () => [],
  async (rows, ids) => {
    // What moves one line hangs on that line: there may be as many of these as there are households.
    const whole = 'where t.disbursement_id = any ($1::uuid[]) and t.line_id is null order by t.booked_at, t.id';
    return groupBy(await rows.select(Journal, whole, [ids]), ({ disbursementId }) => disbursementId ?? '');
  },
);

export const journalsOfLine = defineLoader<Journal[]>(
  'journals of a payment line',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(Journal, 'where t.line_id = any ($1::uuid[]) order by t.booked_at, t.id', [ids]);
    return groupBy(found, ({ lineId }) => lineId ?? '');
  },
);
