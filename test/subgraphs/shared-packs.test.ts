// A rule that all subgraphs decide by, approved in organisation: it counts everywhere from its first day on, and not before.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { arrived } from '../harness/arrived';
import type { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';

let world: World;
let officer: GraphClient;
let director: GraphClient;
beforeAll(async () => {
  world = await openWorld();
  [officer, director] = [await world.as('city-officer'), await world.as('city-director')];
}, 120_000);
afterAll(() => world?.close());

type Json = ReturnType<typeof JSON.parse>;
const shipped = (file: string): Json => JSON.parse(readFileSync(join(projectRoot, 'data', file), 'utf8'));
const adopt = async (kind: string, content: Json) => {
  const drafted = await officer.get(
    'mutation($kind: String!, $content: String!) { draftOrganisationPack(kind: $kind, content: $content) { id hash } }',
    { kind, content: JSON.stringify(content) },
  );
  const { id, hash } = drafted.draftOrganisationPack;
  await director.get(
    'mutation($id: ID!, $hash: String!) { approveOrganisationPack(id: $id, hash: $hash, documentNumber: "莱扶组发〔2018〕80号") { status } }',
    { id, hash },
  );
};

test('households are owed two visits a month from July on, and June is as it was', async () => {
  const query = `query($p: String!, $q: String!) { regionByCode(code: "371202") {
    visitObligations(period: $p) { counts { owed fulfilled overdue } lines { line counts { owed } } }
    householdSummary(year: 2018) { visits(quarter: $q) { owed done } } } }`;
  const of = async (p: string, q: string) => (await arrived(director, query, { p, q })).data.regionByCode as Json;
  const [june, july] = [await of('2018-06', '2018Q2'), await of('2018-07', '2018Q3')];
  expect(july.visitObligations.counts.fulfilled).toBeGreaterThan(0);

  const pack = shipped('obligations/laiwu-2018.json');
  const line = pack.lines.find(({ code }: Json) => code === 'household-visit-monthly');
  line.times = 2;
  const town = pack.lines.find(({ code }: Json) => code === 'fund-report-monthly');
  town.rhythm.withinDaysAfter = 20;
  await adopt('obligation', { ...pack, name: 'laiwu-2018-07', effectiveFrom: '2018-07-01' });

  expect(await of('2018-06', '2018Q2')).toEqual(june);
  const now = await of('2018-07', '2018Q3');
  const { owed, fulfilled } = now.visitObligations.counts;
  expect(owed).toBe(july.visitObligations.counts.owed);
  const { rows } = await world.sql.query(
    `select count(*)::int as twice from (select v.household_id from households.visit v join households.household h on h.id = v.household_id
       where v.visited_on >= '2018-07-01' and v.visited_on < '2018-08-01' and h.state <> 'removed' and h.registered_on < '2018-08-01'
         and v.region_id in (select region_id from households.scope where path >= (select path from households.scope where region_id = $1)
           and path < (select left(path, -1) || '0' from households.scope where region_id = $1))
       group by v.household_id having count(distinct v.visited_on) >= 2) t`,
    [world.city.regions.find(({ code }) => code === '371202')?.id],
  );
  expect(fulfilled).toBe(rows[0].twice);
  expect(fulfilled).toBeLessThan(july.visitObligations.counts.fulfilled);
  expect(now.householdSummary.visits.done).toBeLessThan(july.householdSummary.visits.done);
  // A year with both packs tells each line once.
  const year = await of('2018', '2018Q2');
  expect(year.visitObligations.lines.map(({ line: code }: Json) => code)).toEqual(['household-visit-monthly']);
  expect(year.visitObligations.lines[0].counts.owed).toBe(year.visitObligations.counts.owed);

  // Funds has heard of it as well: reports on July fall due in August, twenty days long.
  const report = await arrived(
    await world.as('district-laicheng'),
    `{ regionByCode(code: "371202") { reportObligations(period: "2018-08") { overdue { edges { node { turn dueBy } } } } } }`,
  );
  expect(report.data.regionByCode.reportObligations.overdue.edges.map(({ node }: Json) => node.dueBy)).toEqual([
    '2018-08-20',
  ]);
});

test('every subgraph has the same packs under the same tree; what was told once more changes nothing', async () => {
  const told = async (subgraph: string) =>
    (
      await world.sql.query(
        `select kind, name, hash, effective_from, in_force_to, (select epoch from ${subgraph}.scope_epoch) as epoch from ${subgraph}.standing_pack order by kind, effective_from`,
      )
    ).rows;
  const own = await told('organisation');
  expect(own.filter(({ kind }) => kind === 'obligation')).toHaveLength(2);
  await arrived(director, '{ assessmentsTodoCounts { kind } fundsTodoCounts { kind } householdsTodoCounts { kind } }');
  for (const subgraph of ['households', 'assessments', 'funds']) expect(await told(subgraph)).toEqual(own);
  const event = await world.sql.query('select change from organisation.region_event where pack_id is not null');
  await world.sql.query('select funds.apply_packs($1)', [JSON.stringify(event.rows[0].change.packs)]);
  expect(await told('funds')).toEqual(own);
});

test('a re-organisation that was approved before a pack is carried out after it', async () => {
  const steps = [
    { verb: 'rename', region: world.city.regions.find(({ name }) => name === '口镇')?.id, name: '口镇街道' },
  ];
  const input = { title: '口镇更名', effectiveOn: '2018-12-01', steps };
  const { id } = (
    await arrived(
      officer,
      'mutation($input: ProposeRegionChangeInput!) { proposeRegionChange(input: $input) { id } }',
      { input },
    )
  ).data.proposeRegionChange;
  await arrived(
    director,
    'mutation($id: ID!) { approveRegionChange(id: $id, documentNumber: "莱政〔2018〕9号") { state } }',
    { id },
  );
  await adopt('notice-clock', {
    ...shipped('notice-clocks/laiwu-2018.json'),
    name: 'n-2019',
    effectiveFrom: '2019-01-01',
    urgeEveryDays: 5,
  });
  const done = await arrived(
    director,
    'mutation($id: ID!) { executeRegionChange(id: $id) { state epoch progress { subgraph done } } }',
    { id },
  );
  expect(done.errors).toEqual([]);
  const { rows } = await world.sql.query('select epoch from organisation.region_tree');
  expect(done.data.executeRegionChange).toMatchObject({ state: 'executed', epoch: rows[0].epoch });
});
