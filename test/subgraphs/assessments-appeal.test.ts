// From a light to its release: an appeal decided by a third person over figures asked anew, consequences, two hands at each step.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  await propose('2018Q1', 'quarter-1');
  await confirm('2018Q1');
});
afterAll(() => desk?.close());

const propose = (q: string, k: string) =>
  desk.ask(
    desk.as('city-assessor'),
    'mutation($q: String!, $k: String!) { proposeLights(quarter: $q, idempotencyKey: $k) { id figuresHash districts: lights(level: district) { colour } zones: lights(level: zone) { colour } } }',
    { q, k },
  );
const confirm = (q: string) =>
  desk.ask(desk.as('city-director'), 'mutation($q: String!) { confirmLights(quarter: $q) { id } }', { q });
const LIGHTS =
  'query($q: String!, $g: PeerGroup!) { lights(quarter: $q, level: $g) { id colour rank score inputsHash supersedes consequences { consequence title dueOn doneOn } releasedAt region { id } evidence { node hash rows } } }';
const lights = async (account: string, q: string, g = 'town'): Promise<Data[]> =>
  (await desk.ask(desk.as(account), LIGHTS, { q, g })).data.lights;
const RECOMPUTE =
  'query($id: ID!) { recomputeLight(id: $id) { same colour score lightInputsHash treeHash evidence { node hash } } }';
const recompute = async (account: string, id: string) => desk.ask(desk.as(account), RECOMPUTE, { id });
const APPEAL =
  'mutation($id: ID!, $n: String!) { appealLight(lightId: $id, node: $n, grounds: "走访记录未计入") { id outcome } }';
const DECIDE =
  'mutation($id: ID!, $u: Boolean!) { decideAppeal(id: $id, upheld: $u, reason: "核对走访记录") { outcome colour score inputsHash evidence { node points } newLight { id supersedes colour } } }';

test('the lit region appeals once, a third person decides by figures asked anew, and a new light stands beside the old', async () => {
  const old = (await lights('citizen', '2018Q1')).filter(({ colour }) => colour === 'yellow');
  const [first, second] = old;
  const officer = (light: Data, change = {}) => desk.as('town-kouzhen', { regionId: light.region.id, ...change });
  const ask = (caller: ReturnType<AssessmentsDesk['as']>, id: string, n = 'visit-coverage') =>
    desk.ask(caller, APPEAL, { id, n });
  expect((await ask(desk.as('city-officer'), first.id)).codes).toEqual(['FORBIDDEN']);
  expect((await ask(officer(second), first.id)).codes).toEqual(['NOT_FOUND']);
  expect((await ask(officer(first), first.id, 'weather')).codes).toEqual(['APPEAL_NODE_UNKNOWN']);
  const proposer = desk.as('city-assessor').personId;
  expect((await ask(officer(first, { personId: proposer }), first.id)).codes).toEqual(['SAME_PERSON']);
  const made = await ask(officer(first), first.id);
  expect(made.codes).toEqual([]);
  expect((await ask(officer(first), first.id)).codes).toEqual(['APPEALED_ALREADY']);
  const { id } = made.data.appealLight;

  const open = await desk.ask(
    desk.as('city-officer'),
    '{ lightAppeals(open: true) { edges { node { id grounds light { colour } appealedBy { id } } } } }',
  );
  expect(open.data.lightAppeals.edges).toHaveLength(1);
  expect(open.data.lightAppeals.edges[0].node.light).toEqual({ colour: 'yellow' });
  const decide = (account: string, u: boolean, of = id, change = {}) =>
    desk.ask(desk.as(account, change), DECIDE, { id: of, u });
  for (const account of ['city-assessor', 'city-director'])
    expect((await decide(account, true)).codes).toEqual(['SAME_PERSON']);
  expect((await decide('city-officer', true, id, { personId: officer(first).personId })).codes).toEqual([
    'SAME_PERSON',
  ]);
  expect((await decide('town-kouzhen', true)).codes).toEqual(['FORBIDDEN']);
  expect((await decide('city-officer', true)).codes).toEqual(['APPEAL_CHANGES_NOTHING']);

  desk.visited.set(first.region.id, 100);
  desk.asked.length = 0;
  const decided = await decide('city-officer', true);
  expect(decided.codes).toEqual([]);
  expect(desk.asked.map(({ subgraph }) => subgraph)).toEqual(['households']);
  const { newLight, score, outcome } = decided.data.decideAppeal;
  expect(outcome).toBe('upheld');
  expect(newLight.supersedes).toBe(first.id);
  expect(Number(score)).toBeGreaterThan(Number(first.score));
  expect((await decide('city-officer', false)).codes).toEqual(['APPEAL_DECIDED']);
  const now = (await lights('citizen', '2018Q1')).find((light) => light.region.id === first.region.id);
  expect(now).toMatchObject({ id: newLight.id, score });
  const { rows } = await desk.sql.query('select colour from assessments.light where id = $1', [first.id]);
  expect(rows).toEqual([{ colour: 'yellow' }]);
  expect((await recompute('city-officer', newLight.id)).data.recomputeLight.same).toBe(true);
  expect((await recompute('city-officer', first.id)).data.recomputeLight.same).toBe(true);
  if (newLight.colour === 'yellow') expect((await ask(officer(first), newLight.id)).codes).toEqual(['APPEAL_FINAL']);

  const other = (await ask(officer(second), second.id, 'funds')).data.appealLight.id;
  expect((await decide('city-officer', false, other)).data.decideAppeal).toMatchObject({
    outcome: 'rejected',
    newLight: null,
    colour: 'yellow',
  });
});

test('a light is released by a second person, once its consequences are carried out', async () => {
  const light = (await lights('citizen', '2018Q1')).filter(({ colour }) => colour === 'yellow').at(-1);
  expect(light.consequences).toEqual([
    { consequence: 'bulletin', title: expect.stringContaining('通报'), dueOn: expect.any(String), doneOn: null },
  ]);
  const ASK = 'mutation($id: ID!) { askRelease(lightId: $id, measures: "已逐户补访") { id } }';
  const GRANT =
    'mutation($id: ID!, $g: Boolean!) { releaseLight(id: $id, granted: $g, remark: "复核属实") { outcome decidedBy { id } } }';
  const officer = desk.as('town-kouzhen', { regionId: light.region.id });
  expect((await desk.ask(desk.as('city-director'), ASK, { id: light.id })).codes).toEqual(['FORBIDDEN']);
  const asked = (await desk.ask(officer, ASK, { id: light.id })).data.askRelease;
  expect((await desk.ask(officer, ASK, { id: light.id })).codes).toEqual(['RELEASE_AWAITED']);
  const grant = (change = {}) => desk.ask(desk.as('city-director', change), GRANT, { id: asked.id, g: true });
  expect((await grant()).codes).toEqual(['CONSEQUENCES_OPEN']);
  const input = {
    lightId: light.id,
    consequence: 'bulletin',
    documentNumber: '莱扶办通报〔2018〕1号（拟）',
    note: '全市通报',
    doneOn: '2018-05-02',
  };
  const record = (given: object) =>
    desk.ask(
      desk.as('city-officer'),
      'mutation($i: RecordConsequenceInput!) { recordConsequence(input: $i) { consequences { doneOn } } }',
      { i: { ...input, ...given } },
    );
  expect((await record({ consequence: 'parade' })).codes).toEqual(['CONSEQUENCE_UNKNOWN']);
  expect((await record({})).data.recordConsequence.consequences).toEqual([{ doneOn: '2018-05-02' }]);
  expect((await record({})).codes).toEqual(['CONSEQUENCE_RECORDED']);
  expect((await grant({ personId: officer.personId })).codes).toEqual(['SAME_PERSON']);
  expect((await grant()).data.releaseLight).toEqual({
    outcome: 'granted',
    decidedBy: { id: desk.as('city-director').personId },
  });
  expect((await grant()).codes).toEqual(['RELEASE_DECIDED']);
  const now = (await lights('citizen', '2018Q1')).find(({ id }) => id === light.id);
  expect(now.releasedAt).not.toBeNull();
  expect(now).toMatchObject({ colour: 'yellow', consequences: [{ doneOn: null }] });
});

test('nobody decides, releases or appeals over what his principal or his delegate made, on whichever row the hand lies', async () => {
  // The assessor proposes under a delegation of the office's officer: what comes of it is the officer's too.
  const officer = desk.as('city-officer').personId ?? '';
  const PROPOSE = 'mutation { proposeLights(quarter: "2018Q2", idempotencyKey: "quarter-2-for") { id } }';
  expect(
    (await desk.ask(desk.as('city-assessor', { principalId: officer, standsFor: [officer] }), PROPOSE)).codes,
  ).toEqual([]);
  expect((await confirm('2018Q2')).codes).toEqual([]);
  const lit = (await lights('citizen', '2018Q2')).find(({ colour }) => colour === 'yellow');
  const town = (change = {}) => desk.as('town-kouzhen', { regionId: lit.region.id, ...change });
  const appealed = (change = {}) => desk.ask(town(change), APPEAL, { id: lit.id, n: 'visit-coverage' });
  // By his person the officer had no hand in the light; the row knows that it was made for him.
  expect((await appealed({ personId: officer })).codes).toEqual(['SAME_PERSON']);
  expect((await appealed({ standsFor: [officer] })).codes).toEqual(['SAME_PERSON']);
  expect((await appealed({ standsFor: [desk.as('city-director').personId] })).codes).toEqual(['SAME_PERSON']);
  const made = await appealed();
  expect(made.codes).toEqual([]);
  const decide = (account: string, change = {}) =>
    desk.ask(desk.as(account, change), DECIDE, { id: made.data.appealLight.id, u: false });
  expect((await decide('city-officer')).codes).toEqual(['SAME_PERSON']);
  const third = { personId: desk.as('district-laicheng').personId };
  expect((await decide('city-officer', { ...third, standsFor: [town().personId] })).codes).toEqual(['SAME_PERSON']);
  expect((await decide('city-officer', { ...third, principalId: officer, standsFor: [officer] })).codes).toEqual([
    'SAME_PERSON',
  ]);
  expect((await decide('city-officer', third)).codes).toEqual([]);
});

test('the constraints of appeal and release refuse one hand in plain SQL', async () => {
  const path = desk.city.regions.find(({ kind }) => kind === 'city')?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0` };
  const light = `(select l.id, l.region_id, l.path, l.proposed_by, l.confirmed_by from assessments.light l
    where l.status = 'confirmed' and not exists (select 1 from assessments.light_appeal a where a.light_id = l.id) limit 1) l`;
  const appeal = (by: string, decided = 'null', more = 'null, null, null, null, null, null') =>
    `insert into assessments.light_appeal (id, light_id, region_id, path, node, grounds, light_proposed_by, light_confirmed_by, appealed_by, appealed_at,
       decided_by, decided_at, outcome, reason, tree, inputs_hash)
     select gen_random_uuid(), l.id, l.region_id, l.path, 'town', '理由', l.proposed_by, l.confirmed_by, ${by}, now(), ${decided}, ${more.split(', ').slice(1).join(', ')} from ${light}`;
  const decision = `null, now(), 'rejected', '理由', '{}', 'x'`;
  const me = 'gen_random_uuid()';
  await expect(desk.under('region', scope, appeal('l.confirmed_by'))).rejects.toMatchObject({
    constraint: 'light_appeal_four_eyes',
  });
  for (const by of ['l.proposed_by', 'l.confirmed_by'])
    await expect(desk.under('region', scope, appeal(me, by, decision))).rejects.toMatchObject({
      constraint: 'light_appeal_four_eyes',
    });
  await expect(
    desk.under(
      'region',
      scope,
      appeal(me).replace('l.proposed_by, l.confirmed_by, gen', 'gen_random_uuid(), l.confirmed_by, gen'),
    ),
  ).rejects.toMatchObject({ constraint: 'light_appeal_of_light' });
  for (const kind of ['public', 'unit', 'own', 'paired'] as const)
    await expect(desk.under(kind, scope, 'select 1 from assessments.light_appeal')).rejects.toMatchObject({
      code: '42501',
    });
  expect(await desk.under('public', {}, `select distinct outcome from assessments.light_release`)).toEqual([
    { outcome: 'granted' },
  ]);
});
