// What W4 asks: lists, counts and sums in the product's own SQL, with the caller's range bound as the product binds it.
import type { SubgraphName } from '#platform/database/roles';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { subtreeOf } from '#platform/vocabulary/region';
import { EXECUTION, REGION_FUNDS } from '../../services/funds/disbursement/region-funds.query';
import {
  type HouseholdFilter,
  type HouseholdOrder,
  householdsCount,
  householdsPage,
} from '../../services/households/household/household.query';
import { monthlyVisitsOfRegions, statesOfRegions } from '../../services/households/region-summary/region-summary.query';
import type { ScopedCaller } from './draw-callers';

export interface ScopedStatement {
  name: string;
  subgraph: SubgraphName;
  /** null where this kind of scope is not asked that */
  of(who: ScopedCaller): { sql: string; parameters: unknown[] } | null;
}

const PAGE = 50;
const YEAR = 2018;
const QUARTER = '2018Q1';

function list(
  name: string,
  filter: (who: ScopedCaller) => HouseholdFilter,
  order: HouseholdOrder = 'number',
  deep = false,
): ScopedStatement {
  return {
    name,
    subgraph: 'households',
    of: (who) => {
      const after = deep ? [who.middle.path, order === 'number' ? who.middle.number : who.middle.id] : null;
      return householdsPage({ range: rangeOf(who), ...filter(who) }, order, after, PAGE);
    },
  };
}

function count(name: string, filter: (who: ScopedCaller) => HouseholdFilter): ScopedStatement {
  return { name, subgraph: 'households', of: (who) => householdsCount({ range: rangeOf(who), ...filter(who) }) };
}

/** A helper has no range: the policy alone knows the households. */
const rangeOf = ({ caller, range }: ScopedCaller) => (caller.scope === 'paired' ? null : range);

interface Asked {
  id: string;
  path: string;
}

function sum(
  name: string,
  subgraph: SubgraphName,
  of: (who: ScopedCaller, asked: Asked[]) => { sql: string; parameters: unknown[] },
): ScopedStatement[] {
  const forRegions = (suffix: string, regions: (who: ScopedCaller) => Asked[]): ScopedStatement => ({
    name: `${name}${suffix}`,
    subgraph,
    of: (who) => {
      const asked = who.caller.scope === 'region' ? regions(who) : [];
      return asked.length > 0 ? of(who, asked) : null;
    },
  });
  return [
    forRegions('', (who) => [{ id: who.regionId, path: who.path }]),
    forRegions(', each below', (who) => who.children),
  ];
}

const bounds = (asked: Asked[]) => [
  asked.map(({ id }) => id),
  asked.map(({ path }) => subtreeOf(path).lo),
  asked.map(({ path }) => subtreeOf(path).hi),
];
const { from, until, months } = parseQuarter(QUARTER);
const firsts = months.map((month) => `${month}-01`);

export const scopedStatements: readonly ScopedStatement[] = [
  list('page by number', () => ({})),
  list('page by number, deep', () => ({}), 'number', true),
  list('page by region', () => ({}), 'region'),
  list('page by region, deep', () => ({}), 'region', true),
  list('page of a state', () => ({ state: 'not-lifted' })),
  list('page of a type', () => ({ type: 'wubao' })),
  list('page of a cause', () => ({ mainCause: 'illness' })),
  list('page of a rare cause', () => ({ mainCause: 'lack-of-water' })),
  list('page of a helper', ({ helperId }) => ({ helperId })),
  list('page not visited since', ({ visitedBefore }) => ({ visitedBefore })),
  count('count', () => ({})),
  count('count of a state', () => ({ state: 'not-lifted' })),
  count('count of a cause', () => ({ mainCause: 'lack-of-water' })),
  count('count not visited since', ({ visitedBefore }) => ({ visitedBefore })),
  ...sum('states', 'households', (_, asked) => ({ sql: statesOfRegions, parameters: [...bounds(asked), YEAR] })),
  ...sum('visits', 'households', (_, asked) => ({
    sql: monthlyVisitsOfRegions,
    parameters: [...bounds(asked), firsts, [...firsts.slice(1), until], 'household-visit-monthly'],
  })),
  ...sum('funds', 'funds', (_, asked) => {
    const [ids, los, his] = bounds(asked);
    return { sql: REGION_FUNDS, parameters: [ids, asked.map(() => YEAR), los, his] };
  }),
  ...sum('execution', 'funds', ({ range }, asked) => ({
    sql: EXECUTION,
    parameters: [asked.map(({ id }) => id), from, until, range.lo, range.hi],
  })),
];
