// Search of the register by design: each kind of key is found by its index in every kind of scope, at the same cost in a town and in the city.
import { subtreeOf } from '#platform/vocabulary/region';
import { searchPage } from '../../services/households/search/search.query';
import { readTerm, type SearchTerm } from '../../services/households/search/search.rules';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({ households: 3400, people: 5200 });
}, 120_000);
afterAll(() => world?.close());

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function explain(kind: string, path: string, term: SearchTerm, mode: string, before = 'select 1'): Promise<Plan> {
  const range = subtreeOf(path);
  const { sql, parameters } = searchPage(term, { range, paired: null }, null, 50);
  await world.sql.query('begin');
  try {
    await world.sql.query(before);
    await world.sql.query(`set local plan_cache_mode = ${mode}`);
    await world.sql.query(
      `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true)`,
      [`register_households_${kind}`, range.lo, range.hi],
    );
    const literals = parameters.map((value) =>
      typeof value === 'number' ? String(value) : Array.isArray(value) ? `'{${value.join(',')}}'` : `'${value}'`,
    );
    const types = parameters.map((value) =>
      typeof value === 'number' ? 'bigint' : Array.isArray(value) ? 'text[]' : 'text',
    );
    await world.sql.query(`prepare page(${types.join(', ')}) as ${sql}`);
    const { rows } = await world.sql.query(
      `explain (analyze, buffers, format json) execute page(${literals.join(', ')})`,
    );
    return (rows[0] as { 'QUERY PLAN': { Plan: Plan }[] })['QUERY PLAN'][0]?.Plan as Plan;
  } finally {
    await world.sql.query('rollback');
    await world.sql.query('deallocate all');
  }
}

const texts: [string, string][] = [
  ['王秀', 'member_by_name'],
  ['王秀英', 'member_by_name'],
  ['wx', 'member_initials_once'],
  ['wxy', 'member_initials_once'],
  ['1234', 'member_by_tail'],
];
const places = (['region', 'unit'] as const).flatMap((kind) =>
  ['371200', '371202', '口镇'].flatMap((place) =>
    ['force_custom_plan', 'force_generic_plan'].flatMap((mode) =>
      texts.map(([text, index]) => [kind, place, mode, text, index] as const),
    ),
  ),
);
/** 27 keys of some four blocks each and a page of 51 rows that lie apart; a scan of the members reads many more. */
const MOST_BLOCKS = 320;

test.each(places)(
  '%s scope of %s, %s: %s is found by an index and never by a scan',
  async (kind, place, mode, text, index) => {
    const path = world.city.regions.find((each) => each.code === place || each.name === place)?.path as string;
    const nodes = nodesOf(await explain(kind, path, readTerm(text), mode));
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    // Of a small place the planner may as well read all members by their places.
    expect([index, 'member_by_place']).toEqual(
      expect.arrayContaining(nodes.flatMap((node) => node['Index Name'] ?? [])),
    );
    const [top] = nodes;
    expect((top?.['Shared Hit Blocks'] ?? 0) + (top?.['Shared Read Blocks'] ?? 0)).toBeLessThan(MOST_BLOCKS);
  },
);

test('control: without its index a name of the whole city is looked for row by row', async () => {
  const path = world.city.regions.find((each) => each.code === '371200')?.path as string;
  const nodes = nodesOf(
    await explain('region', path, readTerm('王秀'), 'force_custom_plan', 'drop index households.member_by_name'),
  );
  expect(nodes.flatMap((node) => node['Index Name'] ?? [])).not.toContain('member_by_name');
});
