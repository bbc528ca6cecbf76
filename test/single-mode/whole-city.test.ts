// The whole city: what each level is told is what SQL outside row-level security counts, and every scope pages by an index.
import { RoleNames } from '#platform/database/roles';
import type { Level, Post, ScopeKind } from '#platform/vocabulary/caller';
import { parseYuan } from '#platform/vocabulary/money';
import { subtreeOf } from '#platform/vocabulary/region';
import { type City, generateCity } from '../../data/generate/city';
import { householdsPage } from '../../services/households/household/household.query';
import { loadCity, migrateDatabase } from '../../start/prepare-database';
import { createDatabase, dropDatabase, migratorUrl, theCluster } from '../harness/cluster';
import { openWorld, type World } from '../harness/world';
import { askAs, askRegion, officerOf } from './ask-as-officer';
import { countRegions, type RegionCount } from './count-regions';
import { type PlanFigures, type PlanMode, readPlan } from './read-plan';

const TEMPLATE = 'whole_city';
const QUARTERS = ['2018Q1', '2018Q2', '2018Q3', '2018Q4'];
const PAGE = 50;

let world: World;
let city: City;
let counted: Map<string, RegionCount>;

beforeAll(async () => {
  const cluster = theCluster();
  city = generateCity();
  await createDatabase(cluster, TEMPLATE);
  await migrateDatabase(migratorUrl(cluster, TEMPLATE), TEMPLATE, cluster.secrets);
  await loadCity(migratorUrl(cluster, TEMPLATE), city, cluster.secrets, () => undefined);
  world = await openWorld({ template: { name: TEMPLATE, city } });
  counted = await countRegions(world.sql);
}, 240_000);
afterAll(async () => {
  await world?.close();
  await dropDatabase(theCluster(), TEMPLATE);
}, 60_000);

const REGISTER = `householdSummary(year: 2018) { households people ${QUARTERS.map((quarter, at) => `q${at}: visits(quarter: "${quarter}") { done }`).join(' ')} }`;
const FUNDS = 'funds(year: 2018) { lines paid }';
const SUMS = `query($id: ID!) { households { totalCount } region(id: $id) { ${REGISTER} ${FUNDS} } }`;

interface Told {
  households: { totalCount: number };
  region: {
    householdSummary: { households: number; people: number } & Record<string, { done: number }>;
    funds: { lines: number; paid: string };
  };
}

test('there is something to compare: the figures of 2015 and a year of work', () => {
  const whole = counted.get(regionOf('371200').id);
  expect(whole).toMatchObject({ households: 16_977, people: 26_000, lines: 68_007 });
  expect(whole?.visitMonths).toBeGreaterThan(150_000);
});

test.each([
  ['city-director', '371200'],
  ['auditor', '371200'],
  ['district-laicheng', '371202'],
  ['district-gangcheng', '371203'],
  ['zone-xueye', '雪野旅游区'],
  ['town-kouzhen', '371202100'],
  ['village-kouzhen', '371202100207'],
])('%s is told of %s what is counted outside row-level security', async (account, region) => {
  const { id } = regionOf(region);
  const told = await (await world.as(account)).get<Told>(SUMS, { id });
  expect(figuresOf(told)).toEqual(counted.get(id));
});

test('so is the officer of every district, functional zone and town', async () => {
  const kinds: Readonly<Record<string, Post>> = {
    district: 'district-officer',
    zone: 'zone-officer',
    town: 'town-officer',
  };
  const regions = city.regions.filter(({ kind }) => kind in kinds);
  expect(regions).toHaveLength(26);
  for (const { id, kind, name } of regions) {
    const caller = officerOf(kinds[kind] as Post, kind as Level, id);
    const own = await askAs<Pick<Told, 'households'>>(world, 'households', caller, '{ households { totalCount } }');
    const register = await askRegion<Pick<Told['region'], 'householdSummary'>>(
      world,
      'households',
      caller,
      id,
      REGISTER,
    );
    const funds = await askRegion<Pick<Told['region'], 'funds'>>(world, 'funds', caller, id, FUNDS);
    expect([name, figuresOf({ ...own, region: { ...register, ...funds } })]).toEqual([name, counted.get(id)]);
  }
});

describe.each(['force_custom_plan', 'force_generic_plan'] as const)('pages of households under %s', (mode) => {
  test.each([
    ['region', '371200'],
    ['region', '371202'],
    ['region', '雪野旅游区'],
    ['region', '371202100'],
    ['region', '371202100207'],
    ['unit', '371200'],
  ] as [ScopeKind, string][])(
    '%s of %s reads the first page and a deep one by an index, at the same cost',
    async (kind, region) => {
      const { path } = regionOf(region);
      const range = subtreeOf(path);
      const rows = city.households.filter((household) => household.path >= range.lo && household.path < range.hi);
      const last = await keysNear(range, Math.max(0, rows.length - PAGE - 2));
      const [first, deep] = [await explain(kind, mode, { range }, null), await explain(kind, mode, { range }, last)];
      for (const plan of [first, deep]) {
        expect(plan.seqScans).toEqual([]);
        expect(plan.mostSorted).toBe(0);
        expect(plan.rowsRead).toBeLessThanOrEqual(PAGE + 1);
      }
      expect(first.rows).toBe(Math.min(PAGE + 1, rows.length));
      // A page of the index more or less: what counts is that it does not grow with the depth.
      expect(deep.buffers).toBeLessThanOrEqual(first.buffers + 20);
    },
  );

  test('paired reads the households of one helper, and no others', async () => {
    const helper = city.demoAccounts.find(({ account }) => account === 'helper-kouzhen')?.personId;
    const paired = city.pairings.filter(({ helperId }) => helperId === helper).map(({ householdId }) => householdId);
    const plan = await explain('paired', mode, { households: paired }, null);
    expect(plan.seqScans).toEqual([]);
    expect([plan.rows, plan.mostSorted <= paired.length]).toEqual([paired.length, true]);
    const [, , third] = await keysOfHouseholds(paired);
    expect((await explain('paired', mode, { households: paired }, third ?? null)).rows).toBe(paired.length - 3);
  });
});

test('control: a page that is sought by number alone is seen to read more than it shows', async () => {
  const { path } = regionOf('371202100');
  const { sql } = householdsPage({}, 'number', null, PAGE);
  const byNumber = sql.replace('order by h.path, h.number', 'order by h.number');
  const plan = await readPlan(
    world.sql,
    settingsOf('region', { range: subtreeOf(path) }),
    byNumber,
    [PAGE + 1],
    'force_custom_plan',
  );
  expect(plan.rowsRead > PAGE + 1 || plan.seqScans.length > 0 || plan.mostSorted > PAGE + 1).toBe(true);
});

function regionOf(codeOrName: string): City['regions'][number] {
  const found = city.regions.find(({ code, name }) => code === codeOrName || name === codeOrName);
  if (!found) throw new Error(`no region ${codeOrName}`);
  return found;
}

interface Scope {
  range?: { lo: string; hi: string };
  households?: readonly string[];
}

function settingsOf(kind: ScopeKind, { range, households = [] }: Scope): Record<string, string> {
  return {
    role: new RoleNames(TEMPLATE, 'households').kind(kind),
    'scope.lo': range?.lo ?? '',
    'scope.hi': range?.hi ?? '',
    'scope.households': kind === 'paired' ? `{${households.join(',')}}` : '',
  };
}

async function explain(
  kind: ScopeKind,
  mode: PlanMode,
  scope: Scope,
  after: readonly string[] | null,
): Promise<PlanFigures> {
  const { sql, parameters } = householdsPage({ range: scope.range }, 'number', after, PAGE);
  return readPlan(world.sql, settingsOf(kind, scope), sql, parameters, mode);
}

async function keysNear(range: { lo: string; hi: string }, at: number): Promise<string[]> {
  const { rows } = await world.sql.query<{ path: string; number: string }>(
    'select path, number from households.household where path >= $1 and path < $2 order by path, number offset $3 limit 1',
    [range.lo, range.hi, at],
  );
  return [rows[0]?.path ?? '', rows[0]?.number ?? ''];
}

async function keysOfHouseholds(ids: readonly string[]): Promise<string[][]> {
  const { rows } = await world.sql.query<{ path: string; number: string }>(
    'select path, number from households.household where id = any($1::uuid[]) order by path, number',
    [ids],
  );
  return rows.map(({ path, number }) => [path, number]);
}

function figuresOf({ households, region: { householdSummary: summary, funds } }: Told): RegionCount {
  const visitMonths = QUARTERS.reduce((sum, _, at) => sum + (summary[`q${at}`]?.done ?? 0), 0);
  expect(households.totalCount).toBe(summary.households);
  return {
    households: summary.households,
    people: summary.people,
    visitMonths,
    lines: funds.lines,
    paid: parseYuan(funds.paid),
  };
}
