// Disbursements by id and the payment lines of households and years, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Disbursement } from './disbursement.entity';
import { DisbursementLine } from './disbursement-line.entity';

export const disbursementById = defineLoader<Disbursement | null>(
  'disbursement by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Disbursement, { id: Any([...ids]) }), ({ id }) => id),
);

export const lineById = defineLoader<DisbursementLine | null>(
  'disbursement line by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(DisbursementLine, { id: Any([...ids]) }), ({ id }) => id),
);

export const householdYear = (householdId: string, year: number) => `${householdId} ${year}`;

/** Keys are `householdYear`: few lines a household and year, so that a list needs no pages. */
export const paymentsOfHouseholdYear = defineLoader<DisbursementLine[]>(
  'payments of a household and year',
  () => [],
  async (rows, keys) => {
    const pairs = keys.map((key) => key.split(' '));
    const found = await rows.manager
      .createQueryBuilder(DisbursementLine, 'line')
      .where('(line.householdId, line.year) in (select * from unnest(:households::uuid[], :years::int[]))', {
        households: pairs.map(([household]) => household),
        years: pairs.map(([, year]) => year),
      })
      .orderBy('line.paidOn', 'ASC', 'NULLS LAST')
      .addOrderBy('line.id')
      .getMany();
    return groupBy(found, ({ householdId, year }) => householdYear(householdId, year));
  },
);
