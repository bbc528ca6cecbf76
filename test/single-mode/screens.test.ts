// Every screen-sized question is one query, answered whole to whoever's screen it is, with at most three questions to subgraphs in a row.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { openWorld, type World } from '../harness/world';
import { fetchesInARow, openPlanner } from './fetches-in-a-row';

const FOLDER = join(projectRoot, 'test/screens');
const MOST_IN_A_ROW = 3;

const screens = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const account = /^# (\S+)\n/.exec(text)?.[1] ?? '';
    return [file.replace('.graphql', ''), account, text] as const;
  });

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const plan = openPlanner();

/** What a screen is opened with. */
function variables(): Record<string, unknown> {
  const { city } = world;
  const place = (code: string) => city.regions.find((region) => region.code === code)?.id;
  return {
    city: place('371200'),
    town: place('371202100'),
    household: city.households.find(({ path }) =>
      path.startsWith(city.regions.find(({ code }) => code === '371202100')?.path ?? '-'),
    )?.id,
    unit: city.units.find(({ code }) => code === 'health-commission')?.id,
  };
}

test.each(screens)('%s, as %s: one query, whole, in a few steps', async (_, account, query) => {
  expect(fetchesInARow(plan(query))).toBeLessThanOrEqual(MOST_IN_A_ROW);
  const asked = Object.fromEntries(Object.entries(variables()).filter(([name]) => query.includes(`$${name}:`)));
  const { data, errors } = await (await world.as(account)).ask(query, asked);
  expect(errors).toEqual([]);
  expect(Object.values(data ?? {}).some((value) => value !== null)).toBe(true);
});

test('what inspections brought forth in the demo city is there to be seen', async () => {
  const textOf = (name: string) => screens.find(([screen]) => screen === name)?.[2] ?? '';
  const shown = await (await world.as('citizen')).get(textOf('citizen-shown'));
  expect(shown.airings.map(({ entries }: { entries: unknown[] }) => entries.length)).toEqual([41]);
  expect(shown.exposures.edges).toHaveLength(1);
  const [tour] = shown.tours;
  const ranks = tour.sites.map(({ result }: { result: { rank: number } }) => result.rank);
  expect([...ranks].sort()).toEqual([1, 2, 3]);
  const town = await world.as('town-kouzhen');
  const { supervisions } = await town.get(textOf('town-inspections'), { town: variables().town });
  const nodes = supervisions.edges.map(({ node }: { node: Record<string, unknown> }) => node);
  expect(nodes.map((node: { step: string }) => node.step)).toEqual(['released', 'released']);
  const own = nodes.flatMap(({ tour: told }: { tour: { myMarks: unknown[] } | null }) => told?.myMarks ?? []);
  // Not of its own site.
  expect(own).toHaveLength(2);
});

test('control: what must be asked one after another four times is counted as four', () => {
  const one = {
    kind: 'fetch',
    subgraph: 'x',
    query: '',
    operationName: undefined,
    variables: [],
    objects: [],
  } as const;
  expect(fetchesInARow({ kind: 'sequence', steps: [one, { kind: 'parallel', steps: [one, one] }, one, one] })).toBe(4);
});
