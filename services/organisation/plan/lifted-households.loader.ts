// How many households were lifted by the end of each quarter (实际脱贫), asked of households once for all the plans of a year.
import { defineLoader, groupBy } from '#platform/graph/loader';
import type { PlanKey } from './plan.loader';

export interface Lifted {
  quarter: string;
  households: number;
  people: number;
}

const QUERY =
  'query($ids: [ID!]!, $year: Int!) { liftedFacts(regionIds: $ids, year: $year) { regionId quarter households people } }';

/** Empty where households leave the region out. */
export const liftedByQuarter = defineLoader<Lifted[], PlanKey>(
  'households lifted by quarter',
  () => [],
  async (_rows, keys, context) => {
    const found = new Map<string, Lifted[]>();
    const byYear = groupBy(keys, (key) => key.split(' ')[0] ?? '');
    for (const [year, ofYear] of byYear) {
      const ids = ofYear.map((key) => key.split(' ')[1] ?? '');
      const { liftedFacts } = await context.ask<{ liftedFacts: (Lifted & { regionId: string })[] | null }>(
        'households',
        QUERY,
        { ids, year: Number(year) },
      );
      for (const [id, facts] of groupBy(liftedFacts ?? [], ({ regionId }) => regionId))
        found.set(`${year} ${id}`, facts);
    }
    return found;
  },
);
