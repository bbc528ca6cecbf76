// Each settled discharge is judged by the rules in force: violations are found, explained, accepted or upheld, lifted by a strike or a supplement, and told to the light.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { ADMIT, FEES, hospitalsOf, OUT, SETTLE } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let hospital: Caller;
let otherHospital: Caller;
let officer: Caller;
let today: string;
/** The city has some of its own. */
const ofDemo = new Set<string>();
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  [hospital, otherHospital] = hospitalsOf(world);
  officer = world.as('city-officer');
  const { rows } = await world.sql.query('select id from funds.monitoring_violation');
  for (const { id } of rows) ofDemo.add(id);
  today = (await world.sql.query('select funds.today()::text as today')).rows[0].today;
}, 120_000);
afterAll(() => world?.close());

type Violation = {
  id: string;
  measure: string;
  measured: string;
  bound: string;
  zh: string;
  state: string;
};
const key = () => `monitoring-${randomUUID()}`;
const daysAgo = (days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
let next = 0;
const patients = () => world.city.members.filter(({ insured }) => insured === 'resident');
async function settled(
  idNumber: string,
  amount: string,
  { more = {}, out = 0, who = hospital }: { more?: object; out?: number; who?: Caller } = {},
) {
  const input = { idNumber, admittedOn: daysAgo(out + 2), ...more };
  const stay = (await world.get(who, ADMIT, { input, key: key() })).admitPatient.id as string;
  await world.get(who, FEES, { id: stay, lines: [{ name: '住院费', feeClass: 'a', amount, outOfPolicy: '0.00' }] });
  await world.get(who, OUT, { id: stay, on: daysAgo(out) });
  const id = (await world.get(who, SETTLE, { id: stay, key: key() })).settleStay.id as string;
  return { stay, id };
}
const LIST = `query($measure: String, $state: ViolationState) { monitoringViolations(measure: $measure, state: $state) { edges { node {
  id measure measured bound zh state packHash patient dischargedOn explanation remark hospital { id } region { id } } } } }`;
const listed = async (who: Caller, variables: object = {}): Promise<Violation[]> =>
  (await world.get(who, LIST, { ...variables })).monitoringViolations.edges
    .map(({ node }: { node: Violation }) => node)
    .filter(({ id }: Violation) => !ofDemo.has(id));
const EXPLAIN = `mutation($id: ID!) { explainViolation(id: $id, explanation: "患者为急诊，协议次日补签") { state } }`;
const DECIDE = `mutation($id: ID!, $accepted: Boolean!) { decideViolation(id: $id, accepted: $accepted, remark: "经核实") { state decidedAt } }`;
const STRIKE = `mutation($id: ID!) { strikeSettlement(id: $id, reason: "费用录入有误") { id } }`;
const waits = async (who: Caller, kind: string) =>
  (await world.get(who, `{ fundsTodo(first: 200) { edges { node { kind subjectId } } } }`)).fundsTodo.edges
    .map(({ node }: { node: { kind: string; subjectId: string } }) => node)
    .filter((node: { kind: string }) => node.kind === kind)
    .map((node: { subjectId: string }) => node.subjectId)
    .filter((id: string) => !ofDemo.has(id)) as string[];

test('what keeps all rules leaves a check with the packs that it was judged by, and no violation', async () => {
  const { id } = await settled(patients()[next++]?.idNumber as string, '5000.00', { more: { treatFirst: true } });
  expect(await listed(hospital)).toEqual([]);
  const { rows } = await world.sql.query(
    'select stands, packs, facts from funds.monitoring_check where settlement_id = $1',
    [id],
  );
  expect(rows).toHaveLength(1);
  expect(Object.keys(rows[0].packs).sort()).toEqual([
    'one-stop',
    'patient-pays',
    'patient-share',
    'reimbursed-share',
    'treat-first',
  ]);
  // (5000-300)·80 % · none · 1240·10 % · 1116·70 % · 334.80-5000·4 %
  expect(rows[0]).toMatchObject({ stands: true, facts: { stay: { bill: '500000', patientPays: '20000' } } });
});

test('treated last and settled late: two violations in plain words, for the own hospital and the region of the patient', async () => {
  const patient = patients()[next++] as { idNumber: string; householdId: string };
  await settled(patient.idNumber, '5000.00', { more: { treatFirst: false }, out: 10 });
  const found = await listed(hospital);
  expect(found.map(({ measure }) => measure).sort()).toEqual(['one-stop', 'treat-first']);
  expect(found.find(({ measure }) => measure === 'one-stop')).toMatchObject({
    ...{ measured: '10', bound: '3', state: 'open' },
    zh: '应一站式结算：出院后第 10 日结算，限 3 日。',
    patient: expect.stringContaining('*'),
  });
  expect(await listed(otherHospital)).toEqual([]);
  const home = world.city.households.find(({ id }) => id === patient.householdId);
  const town = world.city.regions.find(({ kind, path }) => kind === 'town' && home?.path.startsWith(path));
  const other = world.city.regions.find(({ kind, id }) => kind === 'town' && id !== town?.id);
  const of = (regionId?: string) => world.as('town-kouzhen', { regionId: regionId ?? null });
  expect(await listed(of(town?.id))).toHaveLength(2);
  expect(await listed(of(other?.id))).toEqual([]);
  const [{ id }] = found as [Violation];
  const one = `query($id: ID!) { monitoringViolation(id: $id) { id } }`;
  expect((await world.get(of(other?.id), one, { id })).monitoringViolation).toBeNull();
  for (const who of [world.as('village-kouzhen'), world.as('insurer-clerk'), world.as('helper-kouzhen')])
    expect((await world.ask(who, LIST)).codes).toEqual(['FORBIDDEN']);
});

test('the hospital explains once, another person accepts or upholds; without an explanation it can only be upheld', async () => {
  const [stop, first] = (await listed(hospital)).sort((one, other) => (one.measure < other.measure ? -1 : 1)) as [
    Violation,
    Violation,
  ];
  expect(await waits(hospital, 'explain-violation')).toEqual(expect.arrayContaining([stop.id, first.id]));
  expect((await world.ask(otherHospital, EXPLAIN, first)).codes).toEqual(['NOT_FOUND']);
  expect((await world.ask(officer, DECIDE, { ...first, accepted: true })).codes).toEqual(['VIOLATION_STATE']);
  expect((await world.get(hospital, EXPLAIN, first)).explainViolation.state).toBe('explained');
  expect((await world.ask(hospital, EXPLAIN, first)).codes).toEqual(['VIOLATION_STATE']);
  expect(await waits(officer, 'decide-violation')).toEqual([first.id]);
  const same = { ...officer, personId: hospital.personId };
  expect((await world.ask(same, DECIDE, { ...first, accepted: true })).codes).toEqual(['VIOLATION_FOUR_EYES']);
  expect((await world.get(officer, DECIDE, { ...first, accepted: true })).decideViolation.state).toBe('accepted');
  expect((await world.ask(officer, DECIDE, { ...first, accepted: false })).codes).toEqual(['VIOLATION_STATE']);
  expect((await world.get(officer, DECIDE, { ...stop, accepted: false })).decideViolation.state).toBe('upheld');
  expect(await waits(hospital, 'explain-violation')).toEqual([]);
  expect((await listed(officer, { state: 'upheld' })).map(({ id }) => id)).toEqual([stop.id]);
  expect((await world.ask(hospital, DECIDE, { ...stop, accepted: true })).codes).toEqual(['FORBIDDEN']);
});

test('3,000 yuan a year are of the year: a second stay goes beyond them, and a strike of the first lifts what was found', async () => {
  const { idNumber } = patients()[next++] as { idNumber: string };
  const first = await settled(idNumber, '50000.00', { more: { treatFirst: true }, out: 1 });
  await settled(idNumber, '50000.00', { more: { treatFirst: true }, who: otherHospital });
  const [found, ...more] = await listed(otherHospital);
  // 4 % of twice 50,000
  expect(found).toMatchObject({
    measure: 'patient-pays',
    measured: '4000.00 元',
    bound: 'at-most 3000.00 元',
    state: 'open',
  });
  expect(more).toEqual([]);
  await world.get(hospital, STRIKE, { id: first.id });
  expect(await listed(otherHospital)).toMatchObject([{ id: found?.id, state: 'lifted' }]);
  expect((await world.ask(otherHospital, EXPLAIN, { id: found?.id })).codes).toEqual(['VIOLATION_STATE']);
  expect(await waits(otherHospital, 'explain-violation')).toEqual([]);
});

test('a supplement is judged as a whole: who bore everything bears four per cent, and the violations are lifted', async () => {
  const { idNumber } = patients()[next++] as { idNumber: string };
  const stay = (
    await world.get(hospital, ADMIT, { input: { idNumber, admittedOn: today, treatFirst: true }, key: key() })
  ).admitPatient.id;
  await world.sql.query(`update funds.stay set tags = '{other}' where id = $1`, [stay]);
  await world.get(hospital, FEES, {
    id: stay,
    lines: [{ name: '住院费', feeClass: 'a', amount: '1000.00', outOfPolicy: '0.00' }],
  });
  await world.get(hospital, OUT, { id: stay, on: today });
  const { settleStay } = await world.get(hospital, SETTLE, { id: stay, key: key() });
  const of = async () => {
    const { rows } = await world.sql.query(
      `select v.measure, l.violation_id is not null as lifted from funds.monitoring_violation v left join funds.monitoring_lift l on l.violation_id = v.id
       where v.settlement_id = $1 order by v.measure`,
      [settleStay.id],
    );
    return rows;
  };
  expect(await of()).toEqual([
    { measure: 'patient-share', lifted: false },
    { measure: 'reimbursed-share', lifted: false },
  ]);
  const supplement = `mutation($stay: ID!, $number: String!, $key: String!) { supplementSettlement(stayId: $stay, idNumber: $number, reason: "登记身份后补", idempotencyKey: $key) { id } }`;
  await world.get(hospital, supplement, { stay, number: idNumber, key: key() });
  expect((await of()).every(({ lifted }: { lifted: boolean }) => lifted)).toBe(true);
});

test('months of a hospital and of a region, and what the light is told: what was accepted or lifted does not count', async () => {
  const MONTHS = `monitoring(year: $year) { month checked kept hospital { id } violations { measure count } }`;
  const year = Number(daysAgo(10).slice(0, 4));
  const region = `query($regions: [_Any!]!, $year: Int!) { _entities(representations: $regions) { ... on Region { ${MONTHS} } } }`;
  const ofCity = { year, regions: [{ __typename: 'Region', id: world.regionId('371200') }] };
  interface Month {
    month: string;
    checked: number;
    kept: number;
    hospital: { id: string };
    violations: { measure: string; count: number }[];
  }
  const { _entities } = await world.get(officer, region, ofCity);
  const months = _entities[0].monitoring as Month[];
  const counted = months.flatMap(({ violations }) => violations);
  expect(counted).toEqual([{ measure: 'one-stop', count: 1 }]);
  const [checked, kept] = months.reduce(([all, good], month) => [all + month.checked, good + month.kept], [0, 0]);
  expect(checked - kept).toBe(1);
  expect((await world.ask(world.as('town-kouzhen'), region, ofCity)).codes).toEqual(['OUT_OF_SCOPE']);
  const unit = `query($units: [_Any!]!, $year: Int!) { _entities(representations: $units) { ... on Unit { ${MONTHS} } } }`;
  const own = await world.get(hospital, unit, { year, units: [{ __typename: 'Unit', id: hospital.unitId }] });
  expect(own._entities[0].monitoring).toEqual(months.filter((month) => month.hospital.id === hospital.unitId));
  const foreign = await world.get(otherHospital, unit, { year, units: [{ __typename: 'Unit', id: hospital.unitId }] });
  expect(foreign._entities[0].monitoring).toEqual([]);

  const quarterOf = (day: string) => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const facts = `query($ids: [ID!]!, $quarter: String!) { monitoringFacts(regionIds: $ids, quarter: $quarter) { regionId checked kept rowsHash } }`;
  const asked = { ids: [world.regionId('371200')], quarter: quarterOf(daysAgo(10)) };
  const told = (await world.get({ ...officer, service: 'assessments' }, facts, asked)).monitoringFacts[0];
  expect(told.checked - told.kept).toBe(1);
  expect(told.rowsHash).toMatch(/^[0-9a-f]{64}$/);
  expect((await world.ask(officer, facts, asked)).codes).toEqual(['FORBIDDEN']);
  const behind = `query($regions: [_Any!]!, $quarter: String!) { _entities(representations: $regions) { ... on Region { monitoringViolations(quarter: $quarter) { edges { node { measure state } } } } } }`;
  const rows = await world.get(officer, behind, { quarter: asked.quarter, regions: ofCity.regions });
  expect(rows._entities[0].monitoringViolations.edges).toEqual([{ node: { measure: 'one-stop', state: 'upheld' } }]);
});

test('what was found and by what it was judged is appended, decided once and by four eyes, in plain SQL too', async () => {
  const refused = (sql: string) =>
    world.owner.query(sql).then(
      () => null,
      (error: { constraint?: string }) => error.constraint,
    );
  expect(await refused(`update funds.monitoring_violation set measured = '0'`)).toBe(
    'funds_monitoring_violation_append_only',
  );
  expect(await refused(`delete from funds.monitoring_check`)).toBe('funds_monitoring_check_append_only');
  expect(await refused(`update funds.monitoring_answer set outcome = 'accepted' where outcome = 'upheld'`)).toBe(
    'monitoring_answer_decided_once',
  );
  const values = `select v.id, v.hospital_id, v.region_id, v.path, v.hospital_id, now(), 'x', v.hospital_id, now(), 'upheld', 'x' from funds.monitoring_violation v
    where not exists (select 1 from funds.monitoring_answer a where a.violation_id = v.id) limit 1`;
  expect(
    await refused(
      `insert into funds.monitoring_answer (violation_id, hospital_id, region_id, path, explained_by, explained_at, explanation, decided_by, decided_at, outcome, remark) ${values}`,
    ),
  ).toBe('monitoring_answer_four_eyes');
  const direct = world.inRole('institution', hospital, (client) =>
    client.query(`delete from funds.monitoring_violation`),
  );
  await expect(direct).rejects.toThrow('permission denied');
});

test('a discharge that is judged as it is settled is told what the whole year tells', async () => {
  const { idNumber } = patients()[Math.floor(patients().length / 2)] as { idNumber: string };
  for (const [at, amount] of ['8000.00', '31000.50', '260000.00'].entries()) {
    const { id } = await settled(idNumber, amount, { out: 9 - 3 * at });
    const { rows: checks } = await world.sql.query(
      'select facts from funds.monitoring_check where settlement_id = $1 order by id desc',
      [id],
    );
    await world.sql.query('begin');
    await world.sql.query(`select set_config('scope.unit', $1, true)`, [hospital.unitId]);
    const { rows: whole } = await world.sql.query('select funds.monitoring_facts($1) as facts', [id]);
    await world.sql.query('commit');
    expect(checks).toHaveLength(1);
    expect([{ settlementId: id, ...checks[0].facts }]).toEqual(whole[0].facts);
    if (at === 1) await world.get(hospital, STRIKE, { id });
    expect(BigInt(checks[0].facts.year.bill)).toBe(at === 0 ? 800_000n : at === 1 ? 3_900_050n : 26_800_000n);
  }
});
