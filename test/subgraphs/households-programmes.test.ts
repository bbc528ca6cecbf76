// Programmes on one engine: a house and a dibao case from hand to hand, walls between places and people, sums without households.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { CASE, CASES, programmeDeeds, SUMS } from './programme-deeds';

let world: HouseholdsOnly;
let deeds: ReturnType<typeof programmeDeeds>;
let [clerk, town, district, elsewhere]: Caller[] = [];
let households: string[];
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  deeds = programmeDeeds(world);
  const village = world.city.regions.find(({ code }) => code === '371202100207');
  households = world.city.households.filter(({ regionId }) => regionId === village?.id).map(({ id }) => id);
  clerk = world.caller('village-clerk', '371202100207');
  town = world.caller('town-officer', '口镇');
  district = world.caller('district-officer', '371202');
  elsewhere = world.caller('town-officer', '371203100');
}, 60_000);
afterAll(() => world?.close());

const at = (index: number) => households[index] as string;
const as = (caller: Caller | undefined) => caller as Caller;
const houseFacts = { reason: '屋顶漏雨，墙体开裂', onlyHouse: 'true', vacant: 'false', relocated: 'false' };
const sumsOf = async (caller: Caller, region: string) =>
  world.ask(caller, SUMS, { of: [{ __typename: 'Region', id: world.regionId(region) }] });

async function evaluated(householdId: string, grade: string, more: Record<string, string> = {}): Promise<string> {
  const opened = await deeds.open(as(clerk), 'house-renovation', householdId, { ...houseFacts, ...more });
  expect(opened.codes).toEqual([]);
  const { id } = opened.data.openProgrammeCase;
  expect((await deeds.step(as(clerk), id, 'post', { postedFrom: '2018-03-01', objections: 'false' })).codes).toEqual(
    [],
  );
  const told = { grade, floorArea: '45', method: 'rebuild' };
  expect((await deeds.step(as(town), id, 'evaluate', told)).codes).toEqual([]);
  return id;
}

test('a house goes from the village to its acceptance: evaluated by one, re-checked by another, decided on a document', async () => {
  const id = await evaluated(at(0), 'D');
  expect(await deeds.waits(as(district), id)).toBe(true);
  expect(await deeds.waits(as(town), id)).toBe(false);
  expect(await deeds.waits(world.caller('town-officer', '口镇'), id)).toBe(true);
  expect((await deeds.step(as(town), id, 'recheck')).codes).toEqual(['CASE_FOUR_EYES']);
  const deputy = world.caller('town-officer', '口镇', { standsFor: [as(town).personId as string] });
  expect((await deeds.step(deputy, id, 'recheck')).codes).toEqual(['CASE_FOUR_EYES']);
  expect((await deeds.step(as(clerk), id, 'recheck')).codes).toEqual(['CASE_NOT_YOUR_STEP']);
  expect((await deeds.step(as(district), id, 'approve', {}, { documentNumber: '莱城建〔2018〕7号' })).codes).toEqual([
    'CASE_STATE',
  ]);
  expect((await deeds.step(as(district), id, 'recheck')).data.takeProgrammeStep).toMatchObject({
    state: 'rechecked',
    payable: false,
  });
  expect((await deeds.step(as(district), id, 'approve')).codes).toEqual(['CASE_NEEDS_DOCUMENT']);
  const approved = await deeds.step(as(district), id, 'approve', {}, { documentNumber: '莱城建〔2018〕7号' });
  expect(approved.data.takeProgrammeStep).toMatchObject({
    state: 'approved',
    payable: true,
    documentNumber: '莱城建〔2018〕7号',
  });
  await deeds.step(as(clerk), id, 'start', { startedOn: '2018-05-02' });
  const done = { completedOn: '2018-08-01', oldHouseGone: 'true', floorArea: '48' };
  expect((await deeds.step(as(town), id, 'complete', done)).codes).toEqual([]);
  expect((await deeds.step(as(district), id, 'accept')).codes).toEqual(['CASE_NEEDS_EVIDENCE']);
  const evidenceIds = [await deeds.evidence(as(district))];
  expect((await deeds.step(as(district), id, 'accept', {}, { evidenceIds })).codes).toEqual([]);
  const { data } = await world.ask(as(town), CASE, { id });
  expect(data.programmeCase).toMatchObject({
    state: 'accepted',
    stateTitle: '已验收 · accepted',
    household: { id: at(0) },
    member: null,
  });
  expect(data.programmeCase.history.map(({ code }: { code: string }) => code)).toEqual([
    'post',
    'evaluate',
    'recheck',
    'approve',
    'start',
    'complete',
    'accept',
  ]);
  expect(data.programmeCase.conditions.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
  expect(data.programmeCase.facts).toContainEqual({
    code: 'floorArea',
    title: '改造后建筑面积 · floor area after renovation',
    value: '48',
    says: '48 平方米 · 48 m²',
  });
  expect([data.programmeCase.maker.id, data.programmeCase.checker.id]).toEqual([
    as(town).personId,
    as(district).personId,
  ]);
  expect(data.programmeCase.evidence).toHaveLength(1);
  const funds = { ...as(district), service: 'funds' };
  const asked = await world.ask(
    funds,
    'query($ids: [ID!]!) { programmeCasesForPayment(ids: $ids) { eligible payable grade documentNumber acceptedOn householdId } }',
    { ids: [id] },
  );
  expect(asked.data.programmeCasesForPayment).toEqual([
    {
      eligible: true,
      payable: true,
      grade: 'D',
      documentNumber: '莱城建〔2018〕7号',
      acceptedOn: expect.stringMatching(/^20/),
      householdId: at(0),
    },
  ]);
});

test.each([
  ['B', {}, 'grade'],
  ['C', { vacant: 'true' }, 'vacant'],
  ['D', { relocated: 'true' }, 'relocated'],
])('a house of grade %s with %j is not approved, and the fact %s is named', async (grade, more, fact) => {
  const index = { B: 1, C: 2, D: 3 }[grade] as number;
  const id = await evaluated(at(index), grade, more);
  await deeds.step(as(district), id, 'recheck');
  const refused = await deeds.step(as(district), id, 'approve', {}, { documentNumber: '莱城建〔2018〕8号' });
  expect(refused.codes).toEqual(['CASE_NOT_ELIGIBLE']);
  const { data } = await world.ask(as(town), CASE, { id });
  const failing = data.programmeCase.conditions.filter(({ holds }: { holds: boolean }) => !holds);
  expect(failing.map((each: { fact: string }) => each.fact)).toContain(fact);
});

test('dibao: one case stands for a household or a person, the decision is recorded with its number, and it is eased out', async () => {
  const householdId = at(4);
  const ill = world.city.members.find((member) => member.health === 'disabled' || member.health === 'serious-illness');
  const asked = { reason: '无劳动能力', perCapitaIncome: '2980.00' };
  const { data, codes } = await deeds.open(as(clerk), 'dibao', householdId, asked);
  expect(codes).toEqual([]);
  const { id } = data.openProgrammeCase;
  expect((await deeds.open(as(town), 'dibao', householdId, asked)).codes).toEqual(['CASE_STANDS']);
  expect((await deeds.open(as(town), 'dibao', householdId, asked, ill?.id)).codes).toEqual(
    ill?.householdId === householdId ? [] : ['NOT_FOUND'],
  );
  expect((await deeds.open(as(town), 'love-package', householdId, {})).codes).toEqual(['PROGRAMME_UNKNOWN']);
  expect((await deeds.step(as(town), id, 'check')).codes).toEqual(['CASE_FACTS_MISSING']);
  await deeds.step(as(town), id, 'check', { dataMatches: 'true' });
  await deeds.step(as(clerk), id, 'post', { postedFrom: '2018-03-01', objections: 'false' });
  const grant = { covered: '2', monthlyEach: '150.00', grantedFrom: '2018-04-01' };
  const onDocument = { documentNumber: '莱城民〔2018〕21号' };
  expect((await deeds.step(as(town), id, 'record-grant', grant, onDocument)).codes).toEqual(['CASE_FOUR_EYES']);
  expect((await deeds.step(as(district), id, 'record-grant', grant, onDocument)).data.takeProgrammeStep).toMatchObject({
    state: 'granted',
    payable: true,
    documentNumber: '莱城民〔2018〕21号',
  });
  const eased = await deeds.step(
    as(district),
    id,
    'ease',
    { easeUntil: '2019-04-01' },
    { documentNumber: '莱城民〔2018〕60号' },
  );
  expect(eased.data.takeProgrammeStep).toMatchObject({ state: 'easing', holds: true });
  const stopped = await deeds.step(
    as(town),
    id,
    'stop',
    { stoppedWhy: '收入稳定高于标准' },
    { documentNumber: '莱城民〔2019〕9号' },
  );
  expect(stopped.data.takeProgrammeStep).toMatchObject({ state: 'stopped', holds: false, payable: false });
  expect((await deeds.open(as(clerk), 'dibao', householdId, asked)).codes).toEqual([]);
});

test('a person of dibao alone is severely ill or disabled, as the register says', async () => {
  const path = world.city.regions.find(({ name }) => name === '口镇')?.path as string;
  const inTown = new Set(world.city.households.filter((each) => each.path.startsWith(path)).map(({ id }) => id));
  const healthy = world.city.members.find(
    ({ health, householdId }) => health === 'healthy' && inTown.has(householdId) && householdId !== at(4),
  );
  const asked = { reason: '单人申请', perCapitaIncome: '1000' };
  const { data } = await deeds.open(as(town), 'dibao', healthy?.householdId as string, asked, healthy?.id);
  const { id } = data.openProgrammeCase;
  await deeds.step(as(town), id, 'check', { dataMatches: 'true' });
  await deeds.step(as(town), id, 'post', { postedFrom: '2018-03-01', objections: 'false' });
  const grant = { covered: '1', monthlyEach: '150', grantedFrom: '2018-04-01' };
  const { codes } = await deeds.step(as(district), id, 'record-grant', grant, { documentNumber: '莱城民〔2018〕22号' });
  expect(codes).toEqual(['CASE_NOT_ELIGIBLE']);
});

test('a helper reports hardship of a paired household and of no other, and the revisit is a second person’s', async () => {
  const helper = world.caller('helper', null, { pairedHouseholds: [at(0)] });
  const facts = { situation: 'old-alone', told: '冬季取暖困难' };
  const { data, codes } = await deeds.open(helper, 'hardship', at(0), facts);
  expect(codes).toEqual([]);
  expect((await deeds.open(helper, 'hardship', at(1), facts)).codes).toEqual(['NOT_FOUND']);
  const { id } = data.openProgrammeCase;
  expect((await deeds.step(helper, id, 'verify', { found: '属实' })).codes).toEqual(['CASE_NOT_YOUR_STEP']);
  await deeds.step(as(town), id, 'verify', { found: '属实' });
  await deeds.step(as(town), id, 'plan', { plan: '送煤半吨' });
  await deeds.step(as(district), id, 'approve-plan', {}, { documentNumber: '莱城扶〔2018〕3号' });
  await deeds.step(as(town), id, 'carry-out', { done: '已送', doneOn: '2018-12-01' });
  const revisit = { revisited: '室内温度适宜', solved: 'true' };
  expect((await deeds.step(as(town), id, 'revisit', revisit)).codes).toEqual(['CASE_FOUR_EYES']);
  expect((await deeds.step(as(district), id, 'revisit', revisit)).data.takeProgrammeStep.state).toBe('closed');
});

test('cases of other places are as if they were not there, and sums are told of whole regions only', async () => {
  const { data } = await world.ask(as(town), CASES, { p: 'house-renovation', f: 2 });
  expect(data.programmeCases.edges).toHaveLength(2);
  const next = await world.ask(as(town), CASES, {
    p: 'house-renovation',
    f: 200,
    a: data.programmeCases.pageInfo.endCursor,
  });
  expect(next.data.programmeCases.edges).toHaveLength(2);
  const [{ node }] = data.programmeCases.edges;
  expect((await world.ask(as(elsewhere), CASE, { id: node.id })).data.programmeCase).toBeNull();
  expect((await world.ask(as(elsewhere), CASES, { r: world.regionId('口镇') })).data.programmeCases.edges).toEqual([]);
  expect((await deeds.step(as(elsewhere), node.id, 'evaluate')).codes).toEqual(['NOT_FOUND']);
  const absent = await deeds.step(as(elsewhere), randomUUID(), 'evaluate');
  expect(absent.codes).toEqual(['NOT_FOUND']);
  const sums = (await sumsOf(as(district), '口镇')).data._entities[0].programmeSums;
  const house = sums.find(({ programme }: { programme: string }) => programme === 'house-renovation');
  expect(house).toMatchObject({ cases: 4, holding: 4, payable: 1, overdue: 0 });
  expect(house.byState).toContainEqual({ state: 'accepted', title: '已验收 · accepted', cases: 1 });
  const observer = world.caller('observer', '370000');
  expect((await sumsOf(observer, '口镇')).data._entities[0].programmeSums).toEqual(sums);
  expect((await sumsOf(as(town), '371202')).codes).toEqual(['OUT_OF_SCOPE']);
  expect((await world.ask(world.caller('unit-liaison', null), CASES)).codes).toEqual(['FORBIDDEN']);
});

test('the database itself refuses a second hand that is the first, a step out of turn, a second case, and a change of a step', async () => {
  const { rows } = await world.sql.query(
    `select id, household_id, region_id, path, pack_hash from households.programme_case where state = 'posted' or programme = 'dibao' order by id limit 1`,
  );
  const [row] = rows;
  const take = (ordinal: number, from: string, by: string, hand: string | null, payable = false) =>
    world.sql.query(
      `insert into households.programme_step (case_id, ordinal, household_id, region_id, path, code, from_state, to_state, hand, facts, taken_by, taken_post, taken_at, holds, payable, waiting_posts, waiting_check)
       values ($1, $2, $3, $4, $5, 'x', $6, $6, $7, '{}', $8, 'town-officer', now(), false, $9, '{}', false)`,
      [row.id, ordinal, row.household_id, row.region_id, row.path, from, hand, by, payable],
    );
  const standing = async () =>
    (await world.sql.query('select state, steps from households.programme_case where id = $1', [row.id])).rows[0];
  const { state, steps } = await standing();
  const one = randomUUID();
  await take(steps + 1, state, one, 'makes');
  await expect(take(steps + 2, state, one, 'checks')).rejects.toMatchObject({ constraint: 'programme_case_four_eyes' });
  await expect(take(steps + 3, state, randomUUID(), 'checks')).rejects.toMatchObject({
    constraint: 'programme_step_in_turn',
  });
  await expect(take(steps + 2, 'elsewhere', randomUUID(), null)).rejects.toMatchObject({
    constraint: 'programme_step_in_turn',
  });
  await take(steps + 2, state, randomUUID(), 'checks');
  await expect(
    world.sql.query(`update households.programme_step set remark = 'x' where case_id = $1`, [row.id]),
  ).rejects.toMatchObject({
    constraint: 'households_programme_step_append_only',
  });
  const copy = `insert into households.programme_case (id, number, programme, household_id, member_id, batch_id, region_id, path, pack_name, pack_hash, facts, state, holds, payable, opened_by, opened_at, waiting_posts, waiting_check, since)
    select gen_random_uuid(), number || 'x', programme, household_id, member_id, batch_id, region_id, path, pack_name, pack_hash, facts, state, holds, payable, opened_by, opened_at, waiting_posts, waiting_check, since from households.programme_case where holds and not payable limit 1`;
  await expect(world.sql.query(copy)).rejects.toMatchObject({ constraint: 'programme_case_once' });
});
