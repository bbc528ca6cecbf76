// A stay over 31 December whose policy splits it: fees by their day, each year its own pack, totals and insurance; struck, replayed, and put right in both.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { Caller } from '#platform/vocabulary/caller';
import { packHash } from '#platform/vocabulary/canonical';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { ADMIT, FEES, OUT, SETTLE, told } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let hospital: Caller;
let patients: { id: string; idNumber: string }[];
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  hospital = world.as('hospital-window');
  await adopt2019();
}, 120_000);
afterAll(() => world?.close());

/** The town of the patients has a policy of its own from 2019 on: at grade 2 it pays 85 %, and splits. */
async function adopt2019(): Promise<void> {
  const town = world.city.regions.find(
    ({ kind, path }) => kind === 'town' && homesIn(path).filter(({ insured }) => insured === 'resident').length > 5,
  ) as { id: string; path: string };
  patients = homesIn(town.path).filter(({ insured }) => insured === 'resident');
  const content = JSON.parse(readFileSync(join(projectRoot, 'data/settlement-policies/rizhao-2018-04.json'), 'utf8'));
  content.layers[0].rate['grade-2'] = '0.85';
  const pack = { ...content, name: 'town-2019', effectiveFrom: '2019-01-01', yearBasis: 'split' };
  await world.sql.query(
    `insert into funds.pack (id, kind, name, hash, content, region_id, path, effective_from, shipped, drafted_at, document_number, approved_at)
     values ($1, 'settlement-policy', 'town-2019', $2, $3, $4, $5, '2019-01-01', true, now(), '拟', now())`,
    [randomUUID(), packHash(pack), JSON.stringify(pack), town.id, town.path],
  );
}

const homesIn = (path: string) => {
  const homes = new Set(world.city.households.filter((home) => home.path.startsWith(path)).map(({ id }) => id));
  return world.city.members.filter(({ householdId }) => homes.has(householdId));
};
const key = () => `two-years-${randomUUID()}`;
let next = 0;
const fee = (amount: string, servedOn: string | null) => ({
  ...{ name: '住院费', feeClass: 'a', amount, outOfPolicy: '0.00', servedOn },
});
async function admitted(admittedOn: string, patient = patients[next++]): Promise<string> {
  const input = { idNumber: patient?.idNumber, admittedOn };
  return (await world.get(hospital, ADMIT, { input, key: key() })).admitPatient.id;
}
const december = fee('10000.00', '2018-12-25');
const january = fee('20000.00', '2019-01-05');
async function settledOver(lines: object[], patient = patients[next++]) {
  const id = await admitted('2018-12-20', patient);
  await world.get(hospital, FEES, { id, lines });
  await world.get(hospital, OUT, { id, on: '2019-01-10' });
  return { stay: id, ...(await world.get(hospital, SETTLE, { id, key: key() })).settleStay };
}
const STRIKE = `mutation($id: ID!) { strikeSettlement(id: $id, reason: "费用录入有误") { id alsoYear } }`;
const REPLAY = `query($id: ID!) { replaySettlement(id: $id) { identical } }`;
const totals = async (memberId: string | undefined, name = 'critical-deductible') => {
  const { rows } = await world.sql.query(
    `select year, sum(amount)::text as sum from funds.member_year_total where member_id = $1 and name = $2 group by year having sum(amount) <> 0 order by year`,
    [memberId, name],
  );
  return rows.map(({ year, sum }) => [year, sum]);
};

test('a fee needs a day inside of the stay; then each year pays by its own pack, and one settlement explains both', async () => {
  const patient = patients[next++];
  const id = await admitted('2018-12-20', patient);
  const outside = await world.ask(hospital, FEES, { id, lines: [december, fee('1.00', '2018-12-19')] });
  expect(outside.codes).toEqual(['FEE_DAY_OUTSIDE']);
  await world.get(hospital, FEES, { id, lines: [december, january] });
  expect((await world.ask(hospital, OUT, { id, on: '2019-01-04' })).codes).toEqual(['FEE_DAY_OUTSIDE']);
  await world.get(hospital, FEES, { id, lines: [december, fee('20000.00', null)] });
  await world.get(hospital, OUT, { id, on: '2019-01-10' });
  const undated = await world.ask(hospital, SETTLE, { id, key: key() });
  expect(undated.codes).toEqual(['FEE_DAY_MISSING']);
  await world.get(hospital, FEES, { id, lines: [january, december] });
  const { settleStay } = await world.get(hospital, SETTLE, { id, key: key() });
  // (10000-300)·80 % · outpatient care alone, twice · 2240 below 6000 · 224 · 2016·70 % · 604.80-400; (20000-300)·85 % · 3255 below 6000 · 325.50 · 2929.50·70 % · 878.85-800
  expect(told(settleStay)).toEqual([
    ...['7760.00', '0.00', '0.00', '0.00', '224.00', '1411.20', '204.80'],
    ...['16745.00', '0.00', '325.50', '2050.65', '78.85'],
    '1200.00',
  ]);
  expect(settleStay.explanation.zh).toContain('医保年度 2018：');
  expect(await totals(patient?.id)).toEqual([
    [2018, '224000'],
    [2019, '325500'],
  ]);
  const seen = `query($id: ID!) { settlement(id: $id) { year alsoYear explain { year layer packHash } } }`;
  const { settlement } = await world.get(hospital, seen, { id: settleStay.id });
  expect(settlement).toMatchObject({ year: 2019, alsoYear: 2018, explain: { 0: { year: 2018 }, 7: { year: 2019 } } });
  expect(new Set(settlement.explain.map(({ packHash: of }: { packHash: string }) => of)).size).toBe(2);
  expect((await world.get(hospital, REPLAY, { id: settleStay.id })).replaySettlement.identical).toBe(true);
  expect((await world.get(hospital, STRIKE, { id: settleStay.id })).strikeSettlement.alsoYear).toBe(2018);
  expect(await totals(patient?.id)).toEqual([]);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('each year asks for its own insurance: uninsured in the new one, its basic layer is nothing and the town has a task of that year', async () => {
  const patient = patients[next++];
  world.register.insuredLater.set(patient?.id as string, 'none');
  const settled = await settledOver([december, january], patient);
  expect(settled.layers.map(({ amount }: { amount: string }) => amount).slice(6, 8)).toEqual(['204.80', '0.00']);
  expect(settled.layers[7].zh).toContain('患者当年未参保');
  const { rows } = await world.sql.query('select year from funds.insurance_task where member_id = $1', [patient?.id]);
  expect(rows).toEqual([{ year: 2019 }]);
});

test('a year without fees is no part of it', async () => {
  const { layers, year } = await settledOver([december]);
  expect([layers.length, year]).toEqual([7, 2018]);
});

test('a struck stay of the old year changes the old part alone, and the new year stays as it was', async () => {
  const patient = patients[next++];
  const id = await admitted('2018-11-01', patient);
  await world.get(hospital, FEES, { id, lines: [fee('40000.00', null)] });
  await world.get(hospital, OUT, { id, on: '2018-11-20' });
  const first = (await world.get(hospital, SETTLE, { id, key: key() })).settleStay;
  const both = await settledOver([december, january], patient);
  // the deductible of 2018 was used up before: 2240·55 %
  expect(both.layers[3]).toMatchObject({ layer: 'critical-illness', amount: '1232.00' });
  const strike = (await world.get(hospital, STRIKE, { id: first.id })).strikeSettlement.id;
  const officer = world.as('city-officer');
  const propose = `mutation($id: ID!) { proposeDifferences(causeId: $id) { id lines { patientPays shares { payer amount } } } }`;
  const { proposeDifferences: batch } = await world.get(officer, propose, { id: strike });
  expect(batch.lines).toHaveLength(1);
  expect(
    batch.lines[0].shares.find(({ payer }: { payer: string }) => payer === 'critical-illness-insurance').amount,
  ).toBe('-1232.00');
  const approve = `mutation($id: ID!) { approveDifferences(id: $id, remark: "同意补退") { outcome } }`;
  await world.get(world.as('city-director'), approve, { id: batch.id });
  expect(await totals(patient?.id)).toEqual([
    [2018, '224000'],
    [2019, '325500'],
  ]);
  const { rows } = await world.sql.query(
    `select id from funds.settlement where kind = 'supplement' and supplements_id = $1`,
    [both.id],
  );
  expect((await world.get(hospital, REPLAY, { id: rows[0].id })).replaySettlement.identical).toBe(true);
});

test('counted in one year and another at once is refused to the owner too', async () => {
  const wrong = 'update funds.settlement set also_year = year - 2, also_policy_id = policy_id';
  await world.owner.query('alter table funds.settlement disable trigger append_only');
  await expect(world.owner.query(wrong)).rejects.toMatchObject({ constraint: 'settlement_two_years' });
  await world.owner.query('alter table funds.settlement enable trigger append_only');
});
