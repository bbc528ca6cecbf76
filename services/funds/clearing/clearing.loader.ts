// Clearings, deductions of their lines, lists and how many differences of each are open, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Clearing } from './clearing.entity';
import { ClearingDeduction } from './clearing-line.entity';
import { ClearingList } from './clearing-list.entity';

export const clearingById = defineLoader<Clearing | null>(
  'clearing by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Clearing, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

export const deductionById = defineLoader<ClearingDeduction | null>(
  'deduction by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(ClearingDeduction, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

export const lineKey = ({ clearingId, ordinal }: { clearingId: string; ordinal: number }) => `${clearingId} ${ordinal}`;

export const deductionOfLine = defineLoader<ClearingDeduction | null>(
  'deduction of a line of a claim',
  () => null,
  async (rows, keys) => {
    const asked = keys.map((key) => key.split(' '));
    const found = await rows.select(
      ClearingDeduction,
      'where (t.clearing_id, t.ordinal) in (select * from unnest($1::uuid[], $2::int[]))',
      [asked.map(([id]) => id), asked.map(([, ordinal]) => Number(ordinal))],
    );
    return mapBy(found, lineKey);
  },
);

/** A handful a clearing. */
export const listsOfClearing = defineLoader<ClearingList[]>(
  'lists of a clearing',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(ClearingList, 'where t.clearing_id = any($1::uuid[]) order by t.id', [ids]);
    return groupBy(found, ({ clearingId }) => clearingId);
  },
);

export const openDifferencesOf = defineLoader<number>(
  'open differences of a list',
  () => 0,
  async (rows, ids) => {
    const found = await rows.query<{ id: string; open: number }>(
      `select d.list_id as id, count(*)::int as open from funds.clearing_difference d
       where d.list_id = any($1::uuid[]) and d.explanation is null group by d.list_id`,
      [ids],
    );
    return new Map(found.map(({ id, open }) => [id, open]));
  },
);
