// A policy simulated on past stays: the same pack changes nothing, a draft that is adopted comes out as it was simulated, payers see their own cost alone, nothing can be written.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { Caller } from '#platform/vocabulary/caller';
import { ADMIT, FEES, OUT, SETTLE } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let hospital: Caller;
let officer: Caller;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  [hospital, officer] = [world.as('hospital-window'), world.as('city-officer')];
  await world.sql.query(`update funds.settlement_payer set unit_id = $1 where payer = 'critical-illness-insurance'`, [
    world.as('insurer-clerk').unitId,
  ]);
}, 120_000);
afterAll(() => world?.close());

interface Cost {
  payer: string;
  before: string;
  after: string;
  difference: string;
}
interface Told {
  state: string;
  stays: number;
  total: number;
  done: number;
  unchanged: number;
  resultHash: string;
  costs: Cost[];
  costsByRegion: { stays: number; costs: Cost[]; region: { id: string } }[];
  gains: { count: number; sum: string; bands: { count: number; sum: string }[] };
  losses: { count: number; sum: string };
  left: { code: string; count: number }[];
  samples: { side: string; before: string; after: string; patient: string; explanationAfter: { zh: string } }[];
}
const key = () => `simulation-${randomUUID()}`;
const SIMULATE = `mutation($packId: ID!, $from: CalendarDay!, $until: CalendarDay!, $regionId: ID!) {
  simulatePolicy(packId: $packId, from: $from, until: $until, regionId: $regionId) { id state } }`;
const SEEN = `query($id: ID!, $below: ID) { policySimulation(id: $id) { state stays total done unchanged failure resultHash left { code count }
  gains { count sum bands { from to count sum } } losses { count sum } costs { payer before after difference }
  costsByRegion(below: $below) { stays region { id } costs { payer before after difference } }
  samples { side rank before after patient hospital { id } region { id } explanationBefore { zh } explanationAfter { zh } } } }`;

const cityId = () => world.regionId('371200');
async function ended(id: string): Promise<Told> {
  for (;;) {
    const { policySimulation: told } = await world.get(officer, SEEN, { id });
    if (told.state !== 'running') return told;
    await new Promise((go) => setTimeout(go, 20));
  }
}
async function simulated(
  packId: string,
  from: string,
  until: string,
  regionId = cityId(),
): Promise<Told & { id: string }> {
  const { simulatePolicy } = await world.get(officer, SIMULATE, { packId, from, until, regionId });
  return { id: simulatePolicy.id, ...(await ended(simulatePolicy.id)) };
}

const shipped = JSON.parse(readFileSync(join(projectRoot, 'data/settlement-policies/rizhao-2018-04.json'), 'utf8'));
async function drafted(change: (content: typeof shipped) => void, name: string): Promise<{ id: string; hash: string }> {
  const content = structuredClone(shipped);
  Object.assign(content, { name, effectiveFrom: '2018-09-01' });
  change(content);
  const draft = `mutation($content: String!) { draftFundsPack(kind: "settlement-policy", content: $content) { id hash } }`;
  return (await world.get(officer, draft, { content: JSON.stringify(content) })).draftFundsPack;
}
const basic = (content: typeof shipped) => content.layers.find(({ layer }: { layer: string }) => layer === 'basic');
const generous = (content: typeof shipped) => {
  basic(content).deductible.amounts['grade-2'] = '5000.00';
  const floor = content.layers.find(({ kind }: { kind: string }) => kind === 'top-up');
  floor.patientShareByGrade['grade-2'] = '0.03';
  const critical = content.layers.find(({ payer }: { payer: string }) => payer === 'critical-illness-insurance');
  critical.deductible.amounts = { 'grade-1': '3000.00', 'grade-2': '3000.00', 'grade-3': '3000.00' };
};

async function open(at: number, amounts: readonly string[], on: string): Promise<string> {
  const { idNumber } = world.city.members.filter(({ insured }) => insured === 'resident')[at] as { idNumber: string };
  const input = { idNumber, admittedOn: '2018-09-02' };
  const id = (await world.get(hospital, ADMIT, { input, key: key() })).admitPatient.id as string;
  await fees(id, amounts);
  await world.get(hospital, OUT, { id, on });
  return id;
}
const fees = (id: string, [inside = '0.00', outside = '0.00']: readonly string[]) =>
  world.get(hospital, FEES, {
    id,
    lines: [
      { name: '住院费', feeClass: 'a', amount: inside, outOfPolicy: '0.00' },
      { name: '目录外', feeClass: 'c', amount: outside, outOfPolicy: outside },
    ].filter(({ amount }) => amount !== '0.00'),
  });
const settle = async (id: string) => (await world.get(hospital, SETTLE, { id, key: key() })).settleStay.id as string;
const fen = (yuan: string) => BigInt(yuan.replace('.', ''));

const stays: string[] = [];
const settlements: string[] = [];
test('stays of several people and seasons are settled, as the ground of what follows', async () => {
  for (const [at, amounts] of [
    [0, ['40000.00', '3000.00']],
    [1, ['9000.00', '100.00']],
    [2, ['700.00', '50.00']],
    [0, ['26000.00', '10.00']],
    [3, ['180000.00', '20000.00']],
  ] as const) {
    const stay = await open(at, amounts, '2018-09-12');
    stays.push(stay);
    settlements.push(await settle(stay));
  }
});

test('the pack that stands changes nothing, wherever it is asked and however often', async () => {
  const { rows } = await world.sql.query(`select id from funds.pack where name = 'rizhao-2018-04'`);
  const told = await simulated(rows[0].id, '2018-04-01', '2019-01-01');
  expect(told).toMatchObject({
    state: 'done',
    left: [],
    gains: { count: 0, sum: '0.00' },
    losses: { count: 0 },
    samples: [],
  });
  expect(told.stays).toBeGreaterThanOrEqual(5);
  expect([told.total, told.done, told.unchanged]).toEqual([told.stays, told.stays, told.stays]);
  expect(told.costs.every(({ difference }) => difference === '0.00')).toBe(true);
  const sums = await world.sql.query(
    `select sum(patient_pays)::text as patient, (select sum(amount)::text from funds.settlement_share) as shares from funds.settlement`,
  );
  const of = (payer: (name: string) => boolean) =>
    told.costs
      .filter((cost) => payer(cost.payer))
      .reduce((sum, { before }) => sum + fen(before), 0n)
      .toString();
  expect(of((name) => name === 'patient')).toBe(sums.rows[0].patient);
  expect(of((name) => name !== 'patient')).toBe(sums.rows[0].shares);
  expect((await simulated(rows[0].id, '2018-04-01', '2019-01-01')).resultHash).toBe(told.resultHash);
});

test('a draft that is adopted comes out as it was simulated, the totals of the year in the order of the stays', async () => {
  const draft = await drafted(generous, 'draft-generous');
  const told = await simulated(draft.id, '2018-09-01', '2018-10-01');
  expect(told).toMatchObject({ state: 'done', stays: 5, left: [] });
  expect(told.gains.count).toBeGreaterThan(0);
  expect(told.gains.count + told.losses.count + told.unchanged).toBe(5);
  expect(told.gains.bands.reduce((sum, band) => sum + band.count, 0)).toBe(told.gains.count);
  const sample = told.samples[0] as Told['samples'][number];
  expect(sample.patient).toContain('*');
  expect(sample.explanationAfter.zh).toContain('个人负担');
  expect(fen(sample.before) - fen(sample.after)).toBeGreaterThan(0n);
  const inRegions = told.costsByRegion.flatMap(({ costs }) => costs).filter(({ payer }) => payer === 'patient');
  const patient = told.costs.find(({ payer }) => payer === 'patient') as Cost;
  expect(inRegions.reduce((sum, { after }) => sum + fen(after), 0n)).toBe(fen(patient.after));

  const approve = `mutation($id: ID!, $hash: String!) { approveFundsPack(id: $id, hash: $hash, documentNumber: "莱人社发〔2018〕40号") { id } }`;
  await world.get(world.as('city-director'), approve, draft);
  for (const id of settlements)
    await world.get(hospital, `mutation($id: ID!) { strikeSettlement(id: $id, reason: "按新办法重新结算") { id } }`, {
      id,
    });
  const anew = [];
  for (const stay of stays) anew.push(await settle(stay));
  const { rows } = await world.sql.query(
    `select payer, sum(fen)::text as fen from (select 'patient' as payer, patient_pays as fen from funds.settlement where id = any ($1)
      union all select payer, amount from funds.settlement_share where settlement_id = any ($1)) z group by payer having sum(fen) <> 0 order by payer`,
    [anew],
  );
  const after = told.costs.filter((cost) => fen(cost.after) !== 0n);
  expect(after.map(({ payer, after: sum }) => ({ payer, fen: fen(sum).toString() }))).toEqual(rows);
  expect((await simulated(draft.id, '2018-09-01', '2018-10-01')).unchanged).toBe(5);
});

test('stays outside of the period stand as they are, and still count in the totals of the year', async () => {
  const { rows } = await world.sql.query(`select id from funds.pack where name = 'draft-generous'`);
  const none = await simulated(rows[0].id, '2018-10-01', '2018-11-01');
  expect(none).toMatchObject({ state: 'done', stays: 0, total: 0, costs: [] });
  const late = await open(0, ['30000.00'], '2018-10-12');
  await settle(late);
  // the two stays of September have used up the year's deductible, which this one would else meet
  expect(await simulated(rows[0].id, '2018-10-01', '2018-11-01')).toMatchObject({ stays: 1, unchanged: 1 });
});

test('what cannot be settled anew is counted with its reason and is in no sum', async () => {
  const { rows } = await world.sql.query(`select id from funds.pack where name = 'draft-generous'`);
  const target = await settlementOf(4);
  await world.sql.query(`begin; set local session_replication_role = replica;
    update funds.settlement set engine_version = '1', input = null where id = '${target}'; commit`);
  const told = await simulated(rows[0].id, '2018-09-01', '2018-10-01');
  expect(told).toMatchObject({ stays: 4, total: 5, left: [{ code: 'INPUT_NOT_KEPT', count: 1 }] });
  const first = await settlementOf(0);
  await world.get(hospital, `mutation($id: ID!) { strikeSettlement(id: $id, reason: "费用录入有误") { id } }`, {
    id: first,
  });
  // the later stays of that person rested on it, and wait for their differences
  const open = await simulated(rows[0].id, '2018-09-01', '2018-10-01');
  expect(open.left).toContainEqual({ code: 'DIFFERENCES_OPEN', count: 1 });
});
const settlementOf = async (at: number) =>
  (
    await world.sql.query(
      `select id from funds.settlement where stay_id = $1 and kind = 'settlement' order by attempt desc limit 1`,
      [stays[at]],
    )
  ).rows[0].id as string;

test('whoever is not of the city’s office simulates nothing; a payer reads its own cost and nothing of patients', async () => {
  const { rows } = await world.sql.query(`select id, pack_id from funds.simulation order by id limit 1`);
  const asked = { packId: rows[0].pack_id, from: '2018-09-01', until: '2018-10-01', regionId: cityId() };
  for (const who of [hospital, world.as('town-kouzhen'), world.as('insurer-clerk'), world.as('auditor')])
    expect((await world.ask(who, SIMULATE, asked)).codes).toEqual(['FORBIDDEN']);
  const insurer = world.as('insurer-clerk');
  const list = `{ policySimulations { edges { node { id state costs { payer } costsByRegion { costs { payer } } } } } }`;
  const { policySimulations } = await world.get(insurer, list);
  expect(policySimulations.edges.length).toBeGreaterThan(0);
  for (const { node } of policySimulations.edges) {
    expect(node.costs).toEqual([{ payer: 'critical-illness-insurance' }]);
    for (const region of node.costsByRegion) expect(region.costs).toEqual([{ payer: 'critical-illness-insurance' }]);
  }
  const samples = `query($id: ID!) { policySimulation(id: $id) { samples { patient } } }`;
  const { id } = policySimulations.edges[0].node;
  expect((await world.ask(insurer, samples, { id })).codes).toEqual(['FORBIDDEN']);
  const other = { ...insurer, unitId: randomUUID() };
  expect((await world.get(other, list)).policySimulations.edges).toEqual([]);
  expect(
    (await world.get(other, `query($id: ID!) { policySimulation(id: $id) { id } }`, { id })).policySimulation,
  ).toBeNull();
  const rowsOf = (table: string) =>
    world.inRole(
      'institution',
      insurer,
      async (client) => (await client.query(`select 1 from funds.${table}`)).rowCount,
    );
  await expect(rowsOf('simulation_sample')).rejects.toThrow('permission denied');
});

test('refusals: days the wrong way round, a pack or region that is not there, a pack of elsewhere, one at a time', async () => {
  const { rows } = await world.sql.query(`select id from funds.pack where name = 'draft-generous'`);
  const asked = { packId: rows[0].id, from: '2018-09-01', until: '2018-10-01', regionId: cityId() };
  const codes = async (more: object) => (await world.ask(officer, SIMULATE, { ...asked, ...more })).codes;
  expect(await codes({ until: '2018-09-01' })).toEqual(['SIMULATION_PERIOD']);
  expect(await codes({ until: '2022-09-01' })).toEqual(['SIMULATION_PERIOD']);
  expect(await codes({ packId: randomUUID() })).toEqual(['NOT_FOUND']);
  expect(await codes({ regionId: randomUUID() })).toEqual(['NOT_FOUND']);
  const lines = await world.sql.query(`select id from funds.pack where kind = 'fund-clock'`);
  expect(await codes({ packId: lines.rows[0].id })).toEqual(['NOT_FOUND']);
  const elsewhere = await drafted((content) => Object.assign(content, { region: '371202' }), 'draft-elsewhere').catch(
    () => null,
  );
  if (elsewhere) expect(await codes({ packId: elsewhere.id })).toEqual(['SIMULATION_PLACE']);
  await world.sql.query(
    `insert into funds.simulation (id, pack_id, pack_hash, pack_name, engine_version, from_day, until_day, region_id, path, asked_by)
     select gen_random_uuid(), pack_id, pack_hash, pack_name, engine_version, from_day, until_day, region_id, path, asked_by from funds.simulation limit 1`,
  );
  expect(await codes({})).toEqual(['SIMULATION_RUNNING']);
  await world.sql.query(`update funds.simulation set touched_at = now() - interval '1 hour' where state = 'running'`);
  const begun = await world.get(officer, SIMULATE, asked);
  expect((await ended(begun.simulatePolicy.id)).state).toBe('done');
  const left = await world.sql.query(`select failure from funds.simulation where state = 'failed'`);
  expect(left.rows).toEqual([{ failure: 'INTERRUPTED' }]);
});

test('reading past stays makes the transaction read-only, and reaches no further than the own range', async () => {
  const page = (lo: string, hi: string) =>
    `select * from funds.simulation_page('${lo}', '${hi}', '2018-01-01', '2019-01-01', false, '00000000-0000-0000-0000-000000000000', 10)`;
  const city = world.city.regions.find(({ kind }) => kind === 'city')?.path as string;
  const range = [city, `${city.slice(0, -1)}0`] as const;
  const written = world.inRole('region', officer, async (client) => {
    const { rows } = await client.query(page(...range));
    expect(JSON.parse(rows[0].stays).length).toBeGreaterThan(0);
    await client.query(`delete from funds.simulation`);
  });
  await expect(written).rejects.toThrow('read-only transaction');
  const beyond = world.inRole('region', world.as('town-kouzhen'), (client) => client.query(page(...range)));
  await expect(beyond).rejects.toThrow('a range beyond the scope');
  const clerk = world.inRole('institution', hospital, (client) => client.query(page(...range)));
  await expect(clerk).rejects.toThrow('permission denied');
  await expect(
    world.owner.query(`update funds.simulation set result_hash = 'another' where state = 'done'`),
  ).rejects.toMatchObject({ constraint: 'simulation_decided_once' });
});
