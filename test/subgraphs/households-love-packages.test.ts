// Love packages and policies: goods are conserved and traced both ways, never two a batch; policies tell why, why not, and what to verify.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { loadPolicies } from '../../data/load/load-policies';
import { loadLovePackages, loadProgrammes } from '../../data/load/load-programmes';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { CASE, key, programmeDeeds, SUMS } from './programme-deeds';

let world: HouseholdsOnly;
let deeds: ReturnType<typeof programmeDeeds>;
let [city, town, clerk]: Caller[] = [];
let households: string[];
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  await world.sql.query('begin');
  await loadPolicies(world.sql, world.city.regions);
  await loadProgrammes(world.sql, world.city);
  await loadLovePackages(world.sql, world.city);
  await world.sql.query('commit');
  deeds = programmeDeeds(world);
  const path = world.city.regions.find(({ name }) => name === '口镇')?.path as string;
  const village = world.city.regions.find(({ code }) => code === '371202100207');
  households = world.city.households
    .filter((each) => each.path.startsWith(path))
    .sort((one, other) => (one.regionId === village?.id ? 0 : 1) - (other.regionId === village?.id ? 0 : 1))
    .map(({ id }) => id);
  city = world.caller('office-officer', '371200');
  town = world.caller('town-officer', '口镇');
  clerk = world.caller('village-clerk', '371202100207');
}, 60_000);
afterAll(() => world?.close());

const as = (caller: Caller | undefined) => caller as Caller;
const RECEIVE = `mutation($input: ReceiveGoodsInput!, $key: String!) { receiveGoods(input: $input, idempotencyKey: $key) { id good source donor quantity balance { stock allocated delivered sentOn } } }`;
const SEND = `mutation($lot: ID!, $to: ID!, $n: Int!, $key: String!) { sendGoodsOn(lotId: $lot, regionId: $to, quantity: $n, idempotencyKey: $key) { id quantity donor parent { id } balance { stock } } }`;
const BATCH = `mutation($input: PackageBatchInput!) { openPackageBatch(input: $input) { id title contents { good quantity } } }`;
const ALLOCATE = `mutation($batch: ID!, $households: [ID!]!, $key: String!) { allocateLovePackages(batchId: $batch, householdIds: $households, idempotencyKey: $key) { id } }`;
const LOTS = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Region { goodsLots(first: 200) { edges { node { id good donor quantity balance { stock allocated delivered sentOn }
  parts { id } parent { id } moves { edges { node { kind quantity package { id household { id } } } } } } } } packageBatches { edges { node { id } } } } } }`;
const GOODS =
  'query($id: ID!) { programmeCase(id: $id) { state batch { id } goods { kind good quantity lot { id donor } } } }';
const lotsOf = async (caller: Caller, region: string) => {
  const { data } = await world.ask(caller, LOTS, { of: [{ __typename: 'Region', id: world.regionId(region) }] });
  return data._entities[0].goodsLots.edges.map(({ node }: { node: object }) => node);
};
const input = (region: string, more: object = {}) => ({
  regionId: world.regionId(region),
  good: '大米',
  unit: '袋',
  quantity: 10,
  donor: '某粮油公司',
  documentNumber: '捐字 8 号',
  receivedOn: '2018-02-01',
  ...more,
});

test('donated goods go from the city to a town, into packages, to hands or back, and are traced both ways', async () => {
  const received = await world.ask(as(city), RECEIVE, { input: input('371200'), key: key() });
  expect(received.data.receiveGoods).toMatchObject({
    source: 'donated',
    balance: { stock: 10, allocated: 0, delivered: 0, sentOn: 0 },
  });
  const lot = received.data.receiveGoods.id;
  const send = (n: number, k = key()) => world.ask(as(city), SEND, { lot, to: world.regionId('口镇'), n, key: k });
  expect((await send(11)).codes).toEqual(['GOODS_GONE']);
  const once = key();
  const sent = await send(3, once);
  expect(sent.data.sendGoodsOn).toEqual({
    id: expect.any(String),
    quantity: 3,
    donor: '某粮油公司',
    parent: { id: lot },
    balance: { stock: 3 },
  });
  expect((await send(3, once)).data.sendGoodsOn.id).toBe(sent.data.sendGoodsOn.id);
  const batch = await world.ask(as(town), BATCH, {
    input: {
      regionId: world.regionId('口镇'),
      title: '中秋爱心包',
      documentNumber: '莱慈字〔2018〕9号',
      contents: [{ good: '大米', unit: '袋', quantity: 1 }],
    },
  });
  const batchId = batch.data.openPackageBatch.id;
  const allocate = (ids: string[], k = key()) =>
    world.ask(as(town), ALLOCATE, { batch: batchId, households: ids, key: k });
  const [first = '', second = '', third = '', fourth = ''] = households;
  expect((await allocate([first, second, third, fourth])).codes).toEqual(['GOODS_SHORT']);
  expect((await allocate([first, first])).codes).toEqual(['PACKAGE_TWICE']);
  const foreign = world.city.households.find(({ id }) => !households.includes(id))?.id as string;
  expect((await allocate([first, foreign])).codes).toEqual(['HOUSEHOLD_ELSEWHERE']);
  const again = key();
  expect((await allocate([first, second], again)).codes).toEqual([]);
  expect((await allocate([first, second], again)).codes).toEqual([]);
  expect((await allocate([second])).codes).toEqual(['PACKAGE_TWICE']);
  const cases = (
    await world.sql.query('select id, household_id from households.programme_case where batch_id = $1', [batchId])
  ).rows;
  const caseOf = (householdId: string) => cases.find((each) => each.household_id === householdId).id as string;
  for (const id of [caseOf(first), caseOf(second)])
    expect((await deeds.step(as(town), id, 'send', { sentOn: '2018-09-20' })).codes).toEqual([]);
  const receipt = { receivedOn: '2018-09-21', receivedBy: 'head' };
  const helper = world.caller('helper', null, { pairedHouseholds: [first] });
  expect(await deeds.waits(helper, caseOf(first))).toBe(true);
  expect((await deeds.step(helper, caseOf(first), 'receive', receipt)).codes).toEqual(['CASE_NEEDS_EVIDENCE']);
  const evidenceIds = [await deeds.evidence(helper)];
  expect((await deeds.step(helper, caseOf(first), 'receive', receipt, { evidenceIds })).codes).toEqual([]);
  expect((await deeds.step(helper, caseOf(second), 'leave-unclaimed', { unclaimedWhy: '无人' })).codes).toEqual([
    'NOT_FOUND',
  ]);
  await deeds.step(as(clerk), caseOf(second), 'leave-unclaimed', { unclaimedWhy: '外出' });
  expect((await deeds.step(as(town), caseOf(second), 'give-back')).codes).toEqual([]);

  const mine = (await lotsOf(as(town), '口镇')).find(({ id }: { id: string }) => id === sent.data.sendGoodsOn.id);
  expect(mine.balance).toEqual({ stock: 2, allocated: 0, delivered: 1, sentOn: 0 });
  expect(mine.parent).toBeNull();
  const moves = mine.moves.edges.map(({ node }: { node: { kind: string; package: { household: { id: string } } } }) => [
    node.kind,
    node.package.household.id,
  ]);
  expect(moves.sort()).toEqual(
    [
      ['allocate', first],
      ['allocate', second],
      ['deliver', first],
      ['give-back', second],
    ].sort(),
  );
  const above = (await lotsOf(as(city), '371200')).find(({ id }: { id: string }) => id === lot);
  expect([above.parts, above.balance]).toEqual([
    [{ id: mine.id }],
    { stock: 7, allocated: 0, delivered: 0, sentOn: 3 },
  ]);
  const { data } = await world.ask(as(town), GOODS, { id: caseOf(first) });
  expect(data.programmeCase).toMatchObject({ state: 'received', batch: { id: batchId } });
  expect(data.programmeCase.goods).toContainEqual({
    kind: 'deliver',
    good: '大米',
    quantity: 1,
    lot: { id: mine.id, donor: '某粮油公司' },
  });
  // What came back is free for another household, or for the same.
  expect((await allocate([second])).codes).toEqual([]);
  expect(
    (
      await world.ask(world.caller('town-officer', '371203100'), ALLOCATE, {
        batch: batchId,
        households: [foreign],
        key: key(),
      })
    ).codes,
  ).toEqual(['NOT_FOUND']);
});

test('whatever was done, each lot is the sum of its parts, and the database refuses what is not there', async () => {
  const { rows } =
    await world.sql.query(`select b.*, (select coalesce(sum(case kind when 'allocate' then quantity when 'send-on' then quantity when 'give-back' then -quantity else 0 end), 0)::int
    from households.goods_move m where m.lot_id = b.lot_id) as gone from households.goods_balance b`);
  expect(rows.length).toBeGreaterThanOrEqual(6);
  for (const row of rows)
    expect([row.stock + row.allocated + row.delivered + row.sent_on, row.stock]).toEqual([
      row.quantity,
      row.quantity - row.gone,
    ]);
  const [lot] = (
    await world.sql.query(
      `select l.*, b.stock from households.goods_lot l join households.goods_balance b on b.lot_id = l.id where l.good = '大米' and l.parent_id is not null`,
    )
  ).rows;
  const [parcel] = (
    await world.sql.query(
      `select id, household_id from households.programme_case where programme = 'love-package' limit 1`,
    )
  ).rows;
  const move = (kind: string, quantity: number) =>
    world.sql.query(
      `insert into households.goods_move (id, lot_id, region_id, path, good, unit, case_id, household_id, kind, quantity, moved_by, moved_at) values ($1, $2, $3, $4, '大米', '袋', $5, $6, $7, $8, $9, now())`,
      [randomUUID(), lot.id, lot.region_id, lot.path, parcel.id, parcel.household_id, kind, quantity, randomUUID()],
    );
  await expect(move('allocate', lot.stock + 1)).rejects.toMatchObject({ constraint: 'goods_balance_stock' });
  await expect(move('deliver', 60)).rejects.toMatchObject({ constraint: 'goods_balance_allocated' });
  await expect(world.sql.query('delete from households.goods_move')).rejects.toMatchObject({
    constraint: expect.stringContaining('goods_move_append_only'),
  });
  const copy = `insert into households.programme_case (id, number, programme, household_id, batch_id, region_id, path, pack_name, pack_hash, facts, state, holds, payable, opened_by, opened_at, waiting_posts, waiting_check, since)
    select gen_random_uuid(), number || 'x', programme, household_id, batch_id, region_id, path, pack_name, pack_hash, facts, state, holds, payable, opened_by, opened_at, waiting_posts, waiting_check, since
    from households.programme_case where programme = 'love-package' and holds limit 1`;
  await expect(world.sql.query(copy)).rejects.toMatchObject({ constraint: 'programme_case_once' });
});

const POLICIES = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Household { policies { eligible policy { id matter documentNumber source assumed versions { effectiveFrom } }
  reasons { condition value holds member { id name } } toVerify { fact title before after member { id } } }
  policyBriefings { edges { node { explainedOn toWhom policy { id } explainedBy { id } } } } } } }`;
const verdicts = async (caller: Caller, id: string) =>
  (await world.ask(caller, POLICIES, { of: [{ __typename: 'Household', id }] })).data._entities[0];

test('a household is told which policies are for it and why, and of the others the fewest facts to verify', async () => {
  const id = households.find((each) =>
    world.city.members.some((member) => member.householdId === each && member.insured === 'resident'),
  ) as string;
  const { policies } = await verdicts(as(town), id);
  const insurance = policies.find(
    ({ policy }: { policy: { matter: string } }) => policy.matter === 'supplementary-insurance',
  );
  expect(insurance).toMatchObject({ eligible: true, toVerify: [] });
  expect(insurance.policy.versions.map(({ effectiveFrom }: { effectiveFrom: string }) => effectiveFrom)).toEqual([
    '2017-01-01',
    '2018-01-01',
  ]);
  expect(insurance.reasons.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
  const shut = policies.find(
    ({ policy, eligible }: { policy: { matter: string }; eligible: boolean }) =>
      policy.matter === 'rain-dew-plan' && !eligible,
  );
  expect(shut.toVerify.length).toBeGreaterThan(0);
  expect(shut.toVerify[0].member.id).toEqual(expect.any(String));
  for (const { policy } of policies) expect(policy.source !== null || policy.assumed !== null).toBe(true);
  const auditor = world.caller('auditor', '371200');
  const masked = (await verdicts(auditor, id)).policies.flatMap(
    ({ reasons }: { reasons: { member: { name: string } | null }[] }) => reasons,
  );
  expect(
    masked.every(({ member }: { member: { name: string } | null }) => member === null || member.name.includes('*')),
  ).toBe(true);
  expect((await verdicts(world.caller('town-officer', '371203100'), id)) ?? null).toBeNull();
});

const DRAFT = 'mutation($input: PolicyInput!) { draftPolicy(input: $input) { id publishedAt } }';
const PUBLISH = 'mutation($id: ID!) { publishPolicy(id: $id) { id publishedAt publishedBy { id } } }';
const BRIEF =
  'mutation($input: BriefingInput!) { recordPolicyBriefing(input: $input) { id explainedOn policy { id } } }';
const ALL =
  'query($on: CalendarDay, $m: String) { policies(on: $on, matter: $m, first: 50) { edges { node { id matter } } } }';

test('a policy is drafted by its line, published by another, follows the one before, and is then anybody’s', async () => {
  const unitId = randomUUID();
  const liaison = world.caller('unit-liaison', '371200', { line: 'civil-affairs', unitId });
  const [before] = (await world.ask(as(town), ALL, { m: 'dibao' })).data.policies.edges;
  const told = {
    regionId: world.regionId('371200'),
    documentNumber: '莱民发〔2018〕30号',
    title: '提高农村低保标准',
    issuer: '莱芜市民政局',
    matter: 'dibao',
    line: 'civil-affairs',
    effectiveFrom: '2018-07-01',
    targets: JSON.stringify([{ household: [{ fact: 'registered', is: true }], member: [] }]),
    amounts: '每人每年 4,165 元',
    plainZh: '标准提高了。',
    assumed: '测试',
    supersedesId: before.node.id,
  };
  expect((await world.ask(liaison, DRAFT, { input: { ...told, line: 'housing' } })).codes).toEqual([
    'POLICY_NOT_YOUR_LINE',
  ]);
  expect((await world.ask(liaison, DRAFT, { input: { ...told, targets: '[]' } })).codes).toEqual(['POLICY_INVALID']);
  expect((await world.ask(liaison, DRAFT, { input: { ...told, effectiveFrom: '2018-01-01' } })).codes).toEqual([
    'POLICY_STARTS_EARLIER',
  ]);
  expect((await world.ask(as(clerk), DRAFT, { input: told })).codes).toEqual(['FORBIDDEN']);
  const drafted = await world.ask(liaison, DRAFT, { input: told });
  expect(drafted.codes).toEqual([]);
  const { id } = drafted.data.draftPolicy;
  const one = 'query($id: ID!) { policy(id: $id) { id title } }';
  expect((await world.ask(as(town), one, { id })).data.policy).toBeNull();
  expect((await world.ask(liaison, PUBLISH, { id })).codes).toEqual(['POLICY_FOUR_EYES']);
  const other = world.caller('unit-liaison', '371200', { line: 'health', unitId });
  expect((await world.ask(other, PUBLISH, { id })).codes).toEqual(['POLICY_NOT_YOUR_LINE']);
  expect(
    (await world.ask({ ...liaison, personId: randomUUID(), unitId: randomUUID() }, PUBLISH, { id })).codes,
  ).toEqual(['NOT_FOUND']);
  const director = world.caller('office-director', '371200');
  const waits = await world.ask(director, '{ householdsTodo(first: 200) { edges { node { kind subjectId } } } }');
  expect(waits.data.householdsTodo.edges).toContainEqual({ node: { kind: 'publish-policy', subjectId: id } });
  expect((await world.ask(director, PUBLISH, { id })).data.publishPolicy.publishedBy).toEqual({
    id: director.personId,
  });
  expect((await world.ask(director, PUBLISH, { id })).codes).toEqual(['POLICY_PUBLISHED']);
  const ids = async (on: string | null) =>
    (
      await world.ask(world.caller('public', null, { scope: 'public' }), ALL, { m: 'dibao', on })
    ).data.policies.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect([await ids('2018-06-30'), await ids(null)]).toEqual([[before.node.id], [id]]);
  const second = await world.ask(liaison, DRAFT, { input: { ...told, effectiveFrom: '2018-08-01' } });
  expect((await world.ask(director, PUBLISH, { id: second.data.draftPolicy.id })).codes).toEqual(['POLICY_SUPERSEDED']);
  await expect(world.sql.query(`update households.policy set title = 'x' where id = $1`, [id])).rejects.toMatchObject({
    constraint: 'policy_decided_once',
  });
  await expect(
    world.sql.query('update households.policy set published_by = drafted_by, published_at = now() where id = $1', [
      second.data.draftPolicy.id,
    ]),
  ).rejects.toMatchObject({ constraint: 'policy_four_eyes' });
});

test('who explained which policy to which household is logged, for households in reach', async () => {
  const [id = '', other = ''] = households;
  const [{ node }] = (await world.ask(as(town), ALL, { m: 'house-renovation' })).data.policies.edges;
  const helper = world.caller('helper', null, { pairedHouseholds: [id] });
  const brief = (householdId: string, more: object = {}) =>
    world.ask(helper, BRIEF, {
      input: { policyId: node.id, householdId, explainedOn: '2018-05-01', toWhom: '户主', ...more },
    });
  expect((await brief(id)).data.recordPolicyBriefing).toMatchObject({
    explainedOn: '2018-05-01',
    policy: { id: node.id },
  });
  expect((await brief(id)).codes).toEqual(['BRIEFED_ALREADY']);
  expect((await brief(other)).codes).toEqual(['NOT_FOUND']);
  expect((await brief(id, { explainedOn: '2999-01-01' })).codes).toEqual(['BRIEFING_IN_FUTURE']);
  expect((await brief(id, { policyId: randomUUID() })).codes).toEqual(['NOT_FOUND']);
  const seen = (await verdicts(as(town), id)).policyBriefings.edges;
  expect(seen).toEqual([
    {
      node: {
        explainedOn: '2018-05-01',
        toWhom: '户主',
        policy: { id: node.id },
        explainedBy: { id: helper.personId },
      },
    },
  ]);
});

test('the demo city has cases in every state, and its sums say so', async () => {
  const { data } = await world.ask(as(town), SUMS, { of: [{ __typename: 'Region', id: world.regionId('口镇') }] });
  const states = Object.fromEntries(
    data._entities[0].programmeSums.map(
      ({ programme, byState }: { programme: string; byState: { state: string }[] }) => [
        programme,
        byState.map(({ state }) => state),
      ],
    ),
  );
  expect(states['house-renovation'].length).toBeGreaterThanOrEqual(8);
  expect(states['love-package'].length).toBeGreaterThanOrEqual(4);
  const [first] = (await world.sql.query(`select id from households.programme_case where state = 'accepted' limit 1`))
    .rows;
  const told = await world.ask(as(city), CASE, { id: first.id });
  expect(told.data.programmeCase.conditions.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
});

const LIST =
  'mutation($input: DibaoListInput!, $key: String!) { recordDibaoList(input: $input, idempotencyKey: $key) { id asOf } }';
const COMPARE = `query($of: [_Any!]!, $k: String!) { _entities(representations: $of) { ... on Region { dibaoComparison { asOf listed single monthly both notRegistered notMarked notListed }
  dibaoDifferences(kind: $k, first: 200) { edges { node { kind monthly name idNumber household { id } } } } } } }`;

test('a list of dibao is compared with the register inside the asker’s range, and who is registered elsewhere is told as not registered', async () => {
  const path = world.city.regions.find(({ name }) => name === '口镇')?.path as string;
  const inTown = world.city.households.filter((each) => each.path.startsWith(path));
  const marked = inTown.filter(({ type }) => type === 'dibao' || type === 'dibao-poor');
  const plain = inTown.find(({ type }) => type === 'general-poor') as (typeof inTown)[number];
  const headOf = (id: string) =>
    world.city.members.find(
      (each) => each.householdId === id && each.relation === 'head',
    ) as (typeof world.city.members)[number];
  const abroad = headOf(world.city.households.find((each) => !each.path.startsWith(path))?.id as string);
  const entry = ({ name, idNumber }: { name: string; idNumber: string }, kind = 'household') => ({
    regionId: plain.regionId,
    name,
    idNumber,
    kind,
    monthly: '150.00',
  });
  const entries = [
    entry(headOf(plain.id)),
    entry(abroad, 'single'),
    ...marked.slice(0, 1).map(({ id }) => entry(headOf(id))),
  ];
  const list = (input: object, caller = as(town)) =>
    world.ask(caller, LIST, {
      input: {
        regionId: world.regionId('口镇'),
        asOf: '2018-03-31',
        documentNumber: '莱民函〔2018〕4号',
        entries,
        ...input,
      },
      key: key(),
    });
  expect((await list({ entries: [entries[0], entries[0]] })).codes).toEqual(['DIBAO_ENTRY_REPEATED']);
  expect((await list({ entries: [{ ...entries[0], regionId: world.regionId('371203100') }] })).codes).toEqual([
    'DIBAO_ENTRY_ELSEWHERE',
  ]);
  expect((await list({}, world.caller('town-officer', '371203100'))).codes).toEqual(['NOT_FOUND']);
  expect((await list({})).codes).toEqual([]);
  expect((await list({})).codes).toEqual(['DIBAO_LIST_STANDS']);
  const compare = async (caller: Caller, k: string, region = '口镇') =>
    world.ask(caller, COMPARE, { of: [{ __typename: 'Region', id: world.regionId(region) }], k });
  const { data } = await compare(as(town), 'not-registered');
  const [{ dibaoComparison, dibaoDifferences }] = data._entities;
  expect(dibaoComparison).toEqual({
    asOf: '2018-03-31',
    listed: entries.length,
    single: 1,
    monthly: `${150 * entries.length}.00`,
    both: entries.length - 1,
    notRegistered: 1,
    notMarked: 1,
    notListed: marked.length - Math.min(1, marked.length),
  });
  expect(dibaoDifferences.edges).toEqual([
    {
      node: {
        kind: 'not-registered',
        monthly: '150.00',
        name: expect.stringContaining('*'),
        idNumber: expect.stringContaining('*'),
        household: null,
      },
    },
  ]);
  expect((await compare(as(town), 'not-marked')).data._entities[0].dibaoDifferences.edges[0].node.household).toEqual({
    id: plain.id,
  });
  expect((await compare(as(town), 'not-listed', '371202')).codes).toContain('OUT_OF_SCOPE');
  // The newer list of the region takes the place of this one.
  expect((await list({ asOf: '2018-06-30', entries: entries.slice(0, 1) })).codes).toEqual([]);
  expect((await compare(as(town), 'not-marked')).data._entities[0].dibaoComparison).toMatchObject({
    asOf: '2018-06-30',
    listed: 1,
    notRegistered: 0,
  });
  const { rows } = await world.sql.query('select id_number_sealed, id_number_index from households.dibao_entry');
  const stored = rows.map((row) => `${row.id_number_sealed.toString('latin1')} ${row.id_number_index}`).join();
  for (const { idNumber } of entries) expect(stored).not.toContain(idNumber);
});
