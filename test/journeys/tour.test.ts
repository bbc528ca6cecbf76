// The tour on a small city, twice: a new user's figures agree the first time and every time after.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { manifestOf } from '../../data/generate/manifest';
import { DEMO_PASSWORD } from '../../start/prepare-database';
import { hear } from '../harness/heard-operations';
import { openWorld, type World } from '../harness/world';
import { admitPatient } from '../tour/admit-patient';
import { compareManifest } from '../tour/compare-manifest';
import { readTourInput } from '../tour/read-tour-input';
import { runTour, type TourInput } from '../tour/run-tour';
import { GraphUnreachable, TOUR_PASSWORD, TourClient } from '../tour/tour-client';
import type { TourGuide } from '../tour/tour-guide';
import { TourRecord } from '../tour/tour-record';

// The tour has a client of its own: what it asks is heard here.
const { ask } = TourClient.prototype;
jest.spyOn(TourClient.prototype, 'ask').mockImplementation(function (this: TourClient, query, variables = {}) {
  hear({ subgraph: null, query, variables });
  return ask.call(this, query, variables) as Promise<never>;
});

let world: World;
let input: TourInput;
let last: TourGuide;
beforeAll(async () => {
  world = await openWorld();
  input = { ...readTourInput(world.url), manifest: manifestOf(world.city) };
});
afterAll(() => world?.close());

const steps = [
  'sign-in',
  'same-query',
  'levels',
  'task',
  'disbursement',
  'settlement',
  'light',
  'refusals',
  'manifest',
];

const failed = (record: TourRecord) => record.checks.filter((check) => !check.agrees);

test('the tour is given the password that the demo accounts have', () => {
  expect(TOUR_PASSWORD).toBe(DEMO_PASSWORD);
});

test.each(['first', 'second'])('every check of the %s tour agrees', async () => {
  const told: unknown[] = [];
  const record = new TourRecord((item) => told.push(item));
  last = await runTour(input, record);
  expect(failed(record)).toEqual([]);
  expect(record.sections.map(({ step, checks }) => [step, checks.length > 0])).toEqual(
    steps.map((step) => [step, true]),
  );
  // A number was revealed on the way: it stands nowhere in what is printed or kept.
  expect(JSON.stringify([told, record.sections])).not.toMatch(/\b\d{17}[\dX]\b/);
});

test('the tours left the ledger balanced, two lines paid and one returned by each', async () => {
  const { rows } = await world.sql.query(
    `select count(*)::int as batches, sum(total)::text as total, sum(returned)::text as returned from funds.disbursement where paid_on is not null and approved_on >= '2019-01-01'`,
  );
  expect(rows).toEqual([{ batches: 2, total: '3600', returned: '1132' }]);
  const broken = await world.sql.query(
    'select journal_id from funds.posting group by journal_id having sum(amount) <> 0',
  );
  expect(broken.rows).toEqual([]);
});

test('what an interrupted tour left behind does not stop the next one', async () => {
  const town = await world.as('town-kouzhen');
  const id = last.visitors.get('town-kouzhen')?.region?.id;
  const record = new TourRecord();
  record.begin('left-behind', 'a stay that nobody settled, for the very patient who would come next');
  const { region } = await town.get(
    'query($id: ID!) { region(id: $id) { medical(year: 2018) { stays } checklist(year: 2018) { id } } }',
    { id },
  );
  await admitPatient({ ...last, record, stamp: 'TOUR-left-behind' }, region.medical.stays);
  expect(failed(record)).toEqual([]);
  for (const task of region.checklist)
    await town.ask('mutation($input: ReportProgressInput!) { reportProgress(input: $input) { id } }', {
      input: { taskId: task.id, quarter: '2018Q2', percent: 60, note: '留待确认' },
    });
  const next = new TourRecord();
  await runTour(input, next);
  expect(failed(next)).toEqual([]);
  expect(next.sections.find(({ step }) => step === 'task')?.figures.task).toMatchObject({ quarter: '2018Q3' });
});

test('control: a manifest that is off by one household is told, and only there', async () => {
  const [first, ...rest] = input.manifest.regions.filter(({ kind }) => kind === 'town');
  const wrong = { ...first, households: (first?.households ?? 0) + 1 } as TourInput['manifest']['regions'][number];
  const others = input.manifest.regions.filter(({ kind }) => kind !== 'town');
  const record = new TourRecord();
  await compareManifest({ ...last, record, manifest: { regions: [...others, wrong, ...rest] } });
  expect(record.agrees).toBe(false);
  expect(failed(record)).toHaveLength(1);
  expect(failed(record)[0]?.says).toContain(first?.name ?? 'no town');
});

test('a graph that is not there is told as such, and so is an address without one', async () => {
  await expect(
    runTour({ ...input, url: world.url.replace('/graphql', '/nothing') }, new TourRecord()),
  ).rejects.toBeInstanceOf(GraphUnreachable);
  await expect(runTour({ ...input, url: 'http://127.0.0.1:9/graphql' }, new TourRecord())).rejects.toBeInstanceOf(
    GraphUnreachable,
  );
});

test('the tour knows the graph by HTTP alone', () => {
  const folder = join(projectRoot, 'test/tour');
  const imports = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? ''),
  );
  expect(imports.length).toBeGreaterThan(30);
  const pure = /^\.\/|^node:|^#platform\/(vocabulary\/|process\/project-root$)/;
  expect(imports.filter((from) => !pure.test(from))).toEqual([]);
});
