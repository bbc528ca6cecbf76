// Disbursements by id and the payment lines of households and years, batched.
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { columnsFor, type NarrowView } from '#platform/graph/narrow-view';
import { Disbursement } from './disbursement.entity';
import { DisbursementLine } from './disbursement-line.entity';

export const disbursementById = defineLoader<Disbursement | null>(
  'disbursement by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Disbursement, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

export const lineById = defineLoader<DisbursementLine | null>(
  'disbursement line by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(DisbursementLine, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

export const householdYear = (householdId: string, year: number) => `${householdId} ${year}`;

const narrowLine: NarrowView = {
  type: 'DisbursementLine',
  fields: ['id', 'year', 'purpose', 'amount', 'returned', 'state', 'paidOn'],
  columns: ['id', 'householdId', 'year', 'purpose', 'amount', 'returned', 'state', 'paidOn'],
};

const narrowestLine: NarrowView = {
  type: 'DisbursementLine',
  fields: ['amount', 'paidOn'],
  columns: ['householdId', 'year', 'amount', 'paidOn'],
};

/** The sum that a household was paid is made of more than a list of amounts and days. */
function viewsOf({ selected }: Context): NarrowView[] {
  return selected('Household')?.has('paidTotal') ? [narrowLine] : [narrowestLine, narrowLine];
}

/** One walk along the index; pairs would be looked up one by one. Of several years some are read that nobody asked for. */
const PAYMENTS = `where t.household_id = any($1::uuid[]) and t.year = any($2::int[])
  order by t.paid_on nulls last, t.id`;

/** Keys are `householdYear`: few lines a household and year, so that a list needs no pages. */
export const paymentsOfHouseholdYear = defineLoader<DisbursementLine[]>(
  'payments of a household and year',
  () => [],
  async (rows, keys, context) => {
    const pairs = keys.map((key) => key.split(' '));
    const households = [...new Set(pairs.map(([household]) => household))];
    const years = [...new Set(pairs.map(([, year]) => year))];
    const found = await rows.select(
      DisbursementLine,
      PAYMENTS,
      [households, years],
      columnsFor(context, ...viewsOf(context)),
    );
    return groupBy(found, ({ householdId, year }) => householdYear(householdId, year));
  },
);

/** Keys are `household_day`: what was paid to a household on or after that day. */
export const paymentsSince = defineLoader<DisbursementLine[]>(
  'payments of a household since a day',
  () => [],
  async (rows, keys) => {
    const pairs = keys.map((key) => key.split('_'));
    const asked = [pairs.map(([household]) => household), pairs.map(([, day]) => day)];
    const found = await rows.select(
      DisbursementLine,
      `where t.household_id = any ($1::uuid[]) and t.state = 'paid' and exists (select 1 from unnest($1::uuid[], $2::date[]) k(household, day)
         where t.household_id = k.household and t.paid_on >= k.day) order by t.paid_on, t.id`,
      asked,
    );
    const since = (key: string): [string, DisbursementLine[]] => {
      const [household, day = ''] = key.split('_');
      return [key, found.filter(({ householdId, paidOn }) => householdId === household && (paidOn ?? '') >= day)];
    };
    return new Map(keys.map(since));
  },
);
