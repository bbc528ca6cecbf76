// Lists of the whole register: each kind of scope reads a page by an index, at the same cost at the beginning and deep inside.
import { Pool } from 'pg';
import { isId } from '#platform/vocabulary/id';
import { subtreeOf } from '#platform/vocabulary/region';
import {
  type HouseholdFilter,
  type HouseholdOrder,
  householdsCount,
  householdsPage,
} from '../../services/households/household/household.query';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({});
}, 120_000);
afterAll(() => world?.close());

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Actual Rows': number;
  Plans?: Plan[];
}

interface Scope {
  kind: 'region' | 'unit' | 'paired';
  path?: string;
  households?: string[];
}

const PAGE = 50;
/** A page of 51 rows that lie together or apart, and the way down the index; a scan of the register reads some 600 blocks. */
const MOST_BLOCKS = 160;

async function explain(
  scope: Scope,
  sql: string,
  parameters: unknown[],
  mode: string,
  before = 'select 1',
): Promise<Plan> {
  const { lo, hi } = scope.path ? subtreeOf(scope.path) : { lo: '', hi: '' };
  const settings = [`register_households_${scope.kind}`, lo, hi, `{${(scope.households ?? []).join(',')}}`];
  await world.sql.query('begin');
  try {
    await world.sql.query(before);
    await world.sql.query(`set local plan_cache_mode = ${mode}`);
    await world.sql.query(
      `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true), set_config('scope.households', $4, true)`,
      scope.kind === 'paired' ? settings : [...settings.slice(0, 3), ''],
    );
    const literals = parameters.map((value) => (typeof value === 'number' ? String(value) : `'${String(value)}'`));
    const types = parameters.map((value) =>
      typeof value === 'number' ? 'bigint' : isId(String(value)) ? 'uuid' : 'text',
    );
    await world.sql.query(`prepare page${types.length > 0 ? `(${types.join(', ')})` : ''} as ${sql}`);
    const { rows } = await world.sql.query(
      `explain (analyze, buffers, format json) execute page(${literals.join(', ')})`,
    );
    return (rows[0] as { 'QUERY PLAN': { Plan: Plan }[] })['QUERY PLAN'][0]?.Plan as Plan;
  } finally {
    await world.sql.query('rollback');
    await world.sql.query('deallocate all');
  }
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

const pathOf = (codeOrName: string) =>
  world.city.regions.find((each) => each.code === codeOrName || each.name === codeOrName)?.path as string;
const levels: [string, string][] = [
  ['city', '371200'],
  ['district', '371202'],
  ['zone', '雪野旅游区'],
  ['town', '口镇'],
];
const modes = ['force_custom_plan', 'force_generic_plan'];
const orders: HouseholdOrder[] = ['number', 'region'];
const kinds = ['region', 'unit'] as const;
const cases = kinds.flatMap((kind) =>
  levels.flatMap(([level, code]) =>
    orders.flatMap((order) => modes.map((mode) => [kind, level, order, mode, code] as const)),
  ),
);

test.each(cases)(
  '%s scope of a %s, by %s, %s: no sort, no scan, at any depth',
  async (kind, _level, order, mode, code) => {
    const path = pathOf(code);
    const range = subtreeOf(path);
    const inside = world.city.households
      .filter((each) => each.path >= range.lo && each.path < range.hi)
      .map((each) => [each.path, order === 'number' ? each.number : each.id] as [string, string])
      .sort(([a, b], [c, d]) => (a < c || (a === c && b < d) ? -1 : 1));
    const deep = inside.at(-PAGE - 1) ?? null;
    for (const after of [null, deep]) {
      const { sql, parameters } = householdsPage({ range }, order, after, PAGE);
      const plan = await explain({ kind, path }, sql, parameters, mode);
      const nodes = nodesOf(plan);
      expect(plan['Actual Rows']).toBe(after ? PAGE : PAGE + 1);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
      expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'household')).toEqual(
        [],
      );
      expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(MOST_BLOCKS);
    }
  },
);

/** What is rare in the register, and the index that finds it. */
const filters: [keyof HouseholdFilter, string, string][] = [
  ['state', 'not-lifted', 'household_by_state'],
  ['type', 'wubao', 'household_by_type'],
  ['mainCause', 'lack-of-water', 'household_by_cause'],
];
const filtered = kinds.flatMap((kind) =>
  levels.flatMap(([level, code]) =>
    filters.flatMap(([field, value, index]) =>
      modes.map((mode) => [kind, level, field, mode, value, index, code] as const),
    ),
  ),
);

test.each(filtered)(
  '%s scope of a %s, filtered by %s, %s: found by its own index, in order and without a sort',
  async (kind, _level, field, mode, value, index, code) => {
    const path = pathOf(code);
    const filter = { range: subtreeOf(path), [field]: value };
    const page = householdsPage(filter, 'number', null, PAGE);
    const count = householdsCount(filter);
    for (const { sql, parameters } of [page, count]) {
      const nodes = nodesOf(await explain({ kind, path }, sql, parameters, mode));
      expect(nodes.flatMap((node) => node['Index Name'] ?? [])).toEqual([index]);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
    }
  },
);

test.each(modes)('control: without that index another one is walked, %s', async (mode) => {
  const path = pathOf('371200');
  const { sql, parameters } = householdsPage({ range: subtreeOf(path), state: 'not-lifted' }, 'number', null, PAGE);
  const dropped = 'drop index households.household_by_state';
  const nodes = nodesOf(await explain({ kind: 'region', path }, sql, parameters, mode, dropped));
  expect(nodes.flatMap((node) => node['Index Name'] ?? [])).not.toContain('household_by_state');
});

test.each(modes)('paired scope, %s: the paired households alone are read', async (mode) => {
  const [first] = world.city.pairings;
  const paired = world.city.pairings
    .filter((each) => each.helperId === first?.helperId)
    .map((each) => each.householdId);
  const { sql, parameters } = householdsPage({}, 'number', null, PAGE);
  const plan = await explain({ kind: 'paired', households: paired }, sql, parameters, mode);
  expect(plan['Actual Rows']).toBe(paired.length);
  expect(nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(40);
});

test('control: the same page in an order that no index has does sort', async () => {
  const path = pathOf('371200');
  const { sql, parameters } = householdsPage({ range: subtreeOf(path) }, 'number', null, PAGE);
  const plan = await explain(
    { kind: 'region', path },
    sql.replace('order by h.path, h.number', 'order by h.address'),
    parameters,
    'auto',
  );
  expect(nodesOf(plan).map((node) => node['Node Type'])).toContain('Sort');
});

test('a page of 50 with everything on it answers in a trip a field, never a row', async () => {
  const director = world.caller('office-director', '371200');
  await world.ask(director, '{ households(first: 1) { edges { node { id } } } }');
  const trips = jest.spyOn(Pool.prototype, 'connect');
  const { data, codes } = await world.ask(
    director,
    `{ households(first: 50) { edges { node { number state region { id } members { name } helper { id } lastVisit { visitedOn } head { name }
        states { year } visits(first: 3) { edges { node { visitedOn } } } } } } }`,
  );
  expect(codes).toEqual([]);
  expect(data.households.edges).toHaveLength(PAGE);
  // A trip a field: households, members, helper, last visit, head, states, visits.
  expect(trips.mock.calls.length).toBeLessThanOrEqual(7);
  trips.mockRestore();
});
