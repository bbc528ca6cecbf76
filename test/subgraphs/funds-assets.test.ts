// Around the project library: sums and the ledger, the mountain programme, an asset with its income and distribution.
import { Workbook } from 'exceljs';
import { SMALL } from '../harness/cluster';
import { constraintOf } from './funds-direct';
import { daysPass, POST } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';
import { projectSteps } from './project-steps';

let world: FundsOnly;
let steps: ReturnType<typeof projectSteps>;
beforeAll(async () => {
  world = await openFunds(SMALL);
  steps = projectSteps(world);
});
afterAll(() => world?.close());

const codesOf = async (account: string, query: string, variables?: Record<string, unknown>) =>
  (await world.ask(world.as(account), query, variables)).codes;

test('sums of a region are whole or refused; the ledger is the list of the scope, under the purpose that was told', async () => {
  const sums = (account: string, region: string) =>
    world.ask(
      world.as(account),
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Region { projectSums { projects inLibrary planned budget } } } }',
      { of: [{ __typename: 'Region', id: world.regionId(region) }] },
    );
  const city = (await sums('city-director', '371200')).data._entities[0].projectSums;
  const { rows } = await world.sql.query(`select count(*)::int as n from funds.project where state <> 'removed'`);
  expect(city.projects).toBe(rows[0].n);
  const below = await Promise.all(
    ['371202', '371203'].map(
      async (code) => (await sums('city-director', code)).data._entities[0].projectSums.projects,
    ),
  );
  expect(below[0] + below[1]).toBeLessThan(city.projects);
  expect((await sums('district-laicheng', '371203')).codes).toEqual(['OUT_OF_SCOPE']);

  const ask = 'mutation($p: String!, $r: ID) { requestProjectLedger(purpose: $p, regionId: $r) { url } }';
  expect(await codesOf('zone-xueye', ask, { p: '报送山区开发台账', r: world.regionId('口镇') })).toEqual([
    'OUT_OF_SCOPE',
  ]);
  expect(await codesOf('zone-xueye', ask, { p: '报' })).toEqual(['INVALID_INPUT']);
});

test('the ledger opens in the session that asked for it, with the rows of the asker and no others', async () => {
  const zone = world.as('zone-xueye');
  const asked = await world.get(zone, 'mutation { requestProjectLedger(purpose: "报送山区开发台账") { url } }');
  const ticket = asked.requestProjectLedger.url.split('/').at(-1) as string;
  expect((await world.subgraph.file({ ticket, method: 'GET' }, world.as('town-kouzhen'))).status).toBe(404);
  const answer = await world.subgraph.file({ ticket, method: 'GET' }, zone);
  expect(answer.status).toBe(200);
  const pieces: Buffer[] = [];
  for await (const piece of answer.body as AsyncIterable<Buffer>) pieces.push(piece);
  const book = new Workbook();
  await book.xlsx.load(Buffer.concat(pieces) as never);
  const sheet = book.worksheets[0];
  expect(sheet?.getRow(1).getCell(1).text).toContain('用途：报送山区开发台账');
  const names = Array.from({ length: (sheet?.rowCount ?? 2) - 2 }, (_, at) => sheet?.getRow(at + 3).getCell(2).text);
  const { rows } = await world.sql.query(
    'select p.name from funds.project p join funds.scope s on s.region_id = $1 and starts_with(p.path, s.path) order by p.path, p.id',
    [zone.regionId],
  );
  expect(names).toEqual(rows.map(({ name }) => name));
  expect(names.length).toBeGreaterThan(2);
});

test('the mountain programme: seen in its towns, summed where it lies whole, approved by another, a project in one only', async () => {
  const LIST =
    '{ areaProgrammes { edges { node { id name villageCount projects { name } sums { projects households budget } } } } }';
  const zone = await world.get(world.as('zone-xueye'), LIST);
  const [{ node: programme }] = zone.areaProgrammes.edges;
  expect(programme.projects).toHaveLength(4);
  expect(programme.sums).toMatchObject({ projects: 4, households: 174 });
  expect((await world.get(world.as('district-laicheng'), LIST)).areaProgrammes.edges).toEqual([]);
  const village = world.as('village-kouzhen').regionId;
  const draft = {
    ...{ name: '口镇北部山区开发', fromYear: 2018, toYear: 2020, goals: '路通水通产业有', planned: '1000000.00' },
    villageIds: [village],
  };
  const DRAFT = 'mutation($i: DraftAreaProgrammeInput!) { draftAreaProgramme(input: $i) { id } }';
  const { draftAreaProgramme } = await world.get(world.as('district-laicheng'), DRAFT, { i: draft });
  const { id } = draftAreaProgramme;
  const approve = `mutation { approveAreaProgramme(id: "${id}", documentNumber: "莱扶组发〔2018〕20号") { approvedBy { id } } }`;
  const join = (projectId: string) =>
    `mutation { joinAreaProgramme(id: "${id}", projectId: "${projectId}") { projects { id } } }`;
  const project = await steps.propose();
  expect(await codesOf('district-laicheng', join(project))).toEqual(['AREA_PROGRAMME_NOT_APPROVED']);
  expect(await codesOf('district-laicheng', approve)).toEqual(['AREA_PROGRAMME_FOUR_EYES']);
  expect(await codesOf('city-director', approve)).toEqual([]);
  expect(await codesOf('city-director', approve)).toEqual(['AREA_PROGRAMME_APPROVED']);
  expect(await codesOf('district-laicheng', join(project))).toEqual([]);
  expect(await codesOf('district-laicheng', join(project))).toEqual(['AREA_PROGRAMME_JOINED']);
  const other = await world.sql.query(`select id from funds.project where name like '%黑山羊%'`);
  expect(await codesOf('district-laicheng', join(other.rows[0].id))).toEqual(['AREA_PROGRAMME_ELSEWHERE']);
  const seen = await world.get(world.as('town-kouzhen'), `{ project(id: "${project}") { areaProgramme { name } } }`);
  expect(seen.project.areaProgramme).toEqual({ name: '口镇北部山区开发' });
  expect(await codesOf('town-kouzhen', `{ areaProgramme(id: "${id}") { sums { projects } } }`)).toEqual([
    'OUT_OF_SCOPE',
  ]);
});

test('income of an asset is distributed by shares: voted, posted, approved by another, and applied for as it was approved', async () => {
  const { assets } = await world.get(
    world.as('village-kouzhen'),
    '{ assets { edges { node { id incomes { year amount } } } } }',
  );
  const [{ node: asset }] = assets.edges;
  expect(asset.incomes.map(({ year }: { year: number }) => year)).toEqual([2017, 2018]);
  const households = world.city.households
    .filter(({ regionId }) => regionId === world.as('village-kouzhen').regionId)
    .slice(0, 3);
  const input = (more: Record<string, unknown> = {}) => ({
    ...{ assetId: asset.id, year: 2018, retained: '1250.00', votedOn: '2018-12-22', present: 30, agreed: 28 },
    ...{
      documentNumber: '村议〔2018〕6号',
      shares: households.map(({ id }, at) => ({ householdId: id, category: at === 0 ? 'no-labour' : 'ordinary' })),
    },
    ...more,
  });
  const DRAFT =
    'mutation($i: DraftAssetDistributionInput!) { draftAssetDistribution(input: $i) { id pool shares { weight amount } } }';
  const drafted = (more?: Record<string, unknown>) => codesOf('village-kouzhen', DRAFT, { i: input(more) });
  expect(await drafted({ year: 2016 })).toEqual(['DISTRIBUTION_NO_INCOME']);
  expect(await drafted({ retained: '50000.00' })).toEqual(['DISTRIBUTION_RETAINS']);
  expect(await drafted({ agreed: 15 })).toEqual(['DISTRIBUTION_VOTE']);
  const { draftAssetDistribution: made } = await world.get(world.as('village-kouzhen'), DRAFT, { i: input() });
  expect(made.pool).toBe('90000.00');
  expect(made.shares.map(({ amount }: { amount: string }) => amount).sort()).toEqual([
    '18000.00',
    '18000.00',
    '54000.00',
  ]);
  expect(await drafted()).toEqual(['DISTRIBUTION_MADE']);
  const approve = `mutation { approveAssetDistribution(id: "${made.id}") { approvedBy { id } } }`;
  const { rows: lots } = await world.sql.query('select id from funds.allotment_line where region_id = $1 limit 1', [
    world.as('town-kouzhen').regionId,
  ]);
  const apply = `mutation { applyAssetDistribution(id: "${made.id}", allotmentLineId: "${lots[0].id}", idempotencyKey: "dividend-1") { disbursement { total } } }`;
  expect(await codesOf('town-kouzhen', apply)).toEqual(['DISTRIBUTION_NOT_APPROVED']);
  expect(await codesOf('town-kouzhen', approve)).toEqual(['DISTRIBUTION_NOT_CLEARED']);
  const posting = { type: 'posting', subjectKind: 'asset-distribution', subjectId: made.id };
  const { postFundNotice } = await world.get(world.as('village-kouzhen'), POST, { input: posting });
  expect(postFundNotice.lineCount).toBe(3);
  await daysPass(world.sql, postFundNotice.id);
  const drafter = world.as('town-kouzhen', { personId: world.as('village-kouzhen').personId });
  expect((await world.ask(drafter, approve)).codes).toEqual(['ASSET_FOUR_EYES']);
  expect(await codesOf('town-kouzhen', approve)).toEqual([]);
  // Its own book: money of another purpose does not pay it.
  expect(await codesOf('town-kouzhen', apply)).toEqual(['PURPOSE_DIFFERS']);
  const { rows } = await world.sql.query(`select id from funds.disbursement where region_id = $1 limit 1`, [
    world.as('town-kouzhen').regionId,
  ]);
  const link =
    'insert into funds.asset_payment select id, $2, region_id, path from funds.asset_distribution where id = $1';
  expect(await constraintOf(world.owner.query(link, [made.id, rows[0].id]))).toBe('asset_payment_as_approved');
  const share = `insert into funds.asset_share select distribution_id, gen_random_uuid(), region_id, path, category, weight, 100, payee from funds.asset_share where distribution_id = $1 limit 1`;
  expect(await constraintOf(world.owner.query(share, [made.id]))).toBe('asset_shares_whole');
});
