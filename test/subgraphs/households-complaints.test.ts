// Complaints about wrong data: a household's, a town's and a citizen's own; explained, weighed in money and lights, answered by a third person once the register shows it.
import { randomUUID } from 'node:crypto';
import type { Caller, Post } from '#platform/vocabulary/caller';
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow, MemberRow } from '../../data/generate/city';
import { ANSWER, EFFECT, EXAMINE, FILE, FILE_OWN, MINE, TODO } from './complaint-questions';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
}, 60_000);
afterAll(() => world?.close());

function householdsIn(name: string): HouseholdRow[] {
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.id === world.regionId(name))?.path as string);
  return world.city.households.filter(({ path }) => path >= lo && path < hi);
}
const membersOf = (household: HouseholdRow): MemberRow[] =>
  world.city.members.filter(({ householdId }) => householdId === household.id);
const at = (post: Post, region = '口镇', more: Partial<Caller> = {}) => world.caller(post, region, more);
const citizen = () => world.caller('public', null, { scope: 'public' });
async function file(caller: Caller, household: HouseholdRow, more: object = {}): Promise<string> {
  const input = { householdId: household.id, figure: 'type', forHousehold: true, told: '我家不是低保户', ...more };
  const { data, codes } = await world.ask(caller, FILE, { input });
  expect(codes).toEqual([]);
  return data.fileDataComplaint.id;
}
const waits = async (caller: Caller, kind: string): Promise<string[]> =>
  (await world.ask(caller, TODO)).data.householdsTodo.edges
    .filter(({ node }: { node: { kind: string } }) => node.kind === kind)
    .map(({ node }: { node: { subjectId: string } }) => node.subjectId);

test('filed by the village, examined by the town, answered by the district once the register shows it', async () => {
  const household = householdsIn('口镇').find(({ type }) => type === 'dibao-poor' || type === 'dibao') as HouseholdRow;
  const clerk = at('village-clerk');
  const id = await file(clerk, household, { claimed: 'general-poor' });
  const town = at('town-officer');
  expect(await waits(town, 'examine-data-complaint')).toContain(id);
  expect(await waits(at('town-officer', '羊里镇'), 'examine-data-complaint')).not.toContain(id);
  expect((await world.ask(at('district-officer', '371202'), ANSWER, { id, outcome: 'stands' })).codes).toEqual([
    'COMPLAINT_STEP',
  ]);
  const { data } = await world.ask(town, EXAMINE, { id, proposed: 'general-poor' });
  const { effect } = data.examineDataComplaint;
  expect(effect.tagsBefore).toContain('dibao');
  expect(effect.tagsAfter).not.toContain('dibao');
  expect(effect.paid.at(-1)).toMatchObject({ paid: '100.00' });
  expect(effect.visits).toEqual([]);
  expect((await world.ask(town, ANSWER, { id, outcome: 'stands' })).codes).toEqual(['COMPLAINT_SAME_PERSON']);
  const district = at('district-officer', '371202');
  expect(await waits(district, 'answer-data-complaint')).toContain(id);
  expect((await world.ask(district, ANSWER, { id, outcome: 'corrected' })).codes).toEqual(['FIGURE_UNCHANGED']);
  await world.sql.query(`update households.household set type = 'general-poor' where id = $1`, [household.id]);
  expect((await world.ask(district, ANSWER, { id, outcome: 'corrected' })).codes).toEqual([]);
  expect((await world.ask(district, ANSWER, { id, outcome: 'stands' })).codes).toEqual(['COMPLAINT_STEP']);
  const bend = `update households.data_complaint set answer = '另一答复' where id = $1`;
  await expect(world.sql.query(bend, [id])).rejects.toMatchObject({ constraint: 'data_complaint_goes_on' });
});

test('a removal is weighed in the sums of every region in range, in visits owed, and beside the published light', async () => {
  const household = householdsIn('口镇').find(({ id }) =>
    world.city.states.some((each) => each.householdId === id),
  ) as HouseholdRow;
  const id = await file(at('first-secretary'), household, { figure: 'state', told: '该户已整户迁出' });
  const inTown = await world.ask(at('town-officer'), EFFECT, { id, to: 'removed' });
  expect(inTown.codes).toEqual([]);
  const inCity = await world.ask(at('district-officer', '371202'), EFFECT, { id, to: 'removed' });
  const regions = (of: { sums: { regionId: string }[] }) => new Set(of.sums.map(({ regionId }) => regionId));
  // Town and village; the district sees its own sum too. None sees one that lies above.
  expect(regions(inTown.data.correctionEffect).size).toBe(2);
  expect(regions(inCity.data.correctionEffect)).toEqual(
    new Set([...regions(inTown.data.correctionEffect), world.regionId('371202')]),
  );
  const people = membersOf(household).length;
  for (const sum of inTown.data.correctionEffect.sums) {
    const sign = sum.state === 'removed' ? 1 : -1;
    expect([sum.householdsAfter - sum.householdsBefore, sum.peopleAfter - sum.peopleBefore]).toEqual([
      sign,
      sign * people,
    ]);
    expect(Math.min(sum.householdsAfter, sum.peopleAfter)).toBeGreaterThanOrEqual(0);
  }
  const [visit] = inTown.data.correctionEffect.visits;
  expect(visit.owedAfter).toBeLessThan(visit.owedBefore);
  expect(visit.light).toBe('green');
});

test('what is weighed comes true: the sums after the removal are the ones that were told', async () => {
  const household = householdsIn('羊里镇')[0] as HouseholdRow;
  const id = await file(at('village-clerk', '羊里镇'), household, { figure: 'state', told: '该户已整户迁出' });
  const town = at('town-officer', '羊里镇');
  const { data: told } = await world.ask(town, EFFECT, { id, to: 'removed' });
  const year = told.correctionEffect.sums[0].year;
  await world.sql.query(
    `insert into households.household_state (household_id, region_id, path, year, ordinal, state) select id, region_id, path, $2, 9, 'removed' from households.household where id = $1`,
    [household.id, year],
  );
  const { rows } = await world.sql.query<{ state: string; households: number }>(
    `select v.state, sum(v.households)::int as households from households.village_states v join households.household h on h.id = $1 and h.region_id = v.region_id
     where v.year <= $2 group by 1`,
    [household.id, year],
  );
  for (const { state, regionId, householdsAfter } of told.correctionEffect.sums)
    if (regionId === household.regionId)
      expect([state, rows.find((row) => row.state === state)?.households ?? 0]).toEqual([state, householdsAfter]);
});

test("a town's objection goes to the district; nobody takes two steps, nor whoever stands for him", async () => {
  const household = householdsIn('口镇')[1] as HouseholdRow;
  const filer = at('town-officer');
  const id = await file(filer, household, { forHousehold: false });
  const other = at('town-officer');
  expect(await waits(other, 'examine-data-complaint')).not.toContain(id);
  expect((await world.ask(other, EXAMINE, { id })).codes).toEqual(['COMPLAINT_FOR_ABOVE']);
  const district = at('district-officer', '371202', { standsFor: [filer.personId as string] });
  expect((await world.ask(district, EXAMINE, { id })).codes).toEqual(['COMPLAINT_SAME_PERSON']);
  expect((await world.ask(at('district-officer', '371202'), EXAMINE, { id })).codes).toEqual([]);
  const same = `update households.data_complaint set outcome = 'stands', answer = 'x', answered_by = filed_by, answered_at = now() where id = $1`;
  await expect(world.sql.query(same, [id])).rejects.toMatchObject({ constraint: 'data_complaint_four_eyes' });
  expect((await world.ask(at('office-director', '371200'), ANSWER, { id, outcome: 'stands' })).codes).toEqual([]);
});

test('a citizen is answered alike in the register or not, sees the own complaints alone, and no household', async () => {
  const household = householdsIn('口镇')[2] as HouseholdRow;
  const [member] = membersOf(household);
  const first17 = '37129919490909001';
  const own = (idNumber: string) => ({
    regionId: household.regionId,
    idNumber,
    figure: 'health',
    told: '本人是残疾人',
  });
  const [known, unknown] = [citizen(), citizen()];
  const one = await world.ask(known, FILE_OWN, { input: own(member?.idNumber as string) });
  const two = await world.ask(unknown, FILE_OWN, { input: own(`${first17}${identityCheckDigit(first17)}`) });
  expect([one.codes, two.codes]).toEqual([[], []]);
  const blank = (answer: unknown) => JSON.stringify(answer).replace(/[0-9a-f-]{36}/g, 'id');
  expect(blank(one)).toBe(blank(two));
  expect(blank(await world.ask(known, MINE))).toBe(blank(await world.ask(unknown, MINE)));
  const { rows } = await world.sql.query(
    'select side, household_id, member_id from households.data_complaint where id = any($1) order by household_id',
    [[one.data.fileOwnDataComplaint, two.data.fileOwnDataComplaint]],
  );
  expect(rows).toEqual([
    { side: 'citizen', household_id: household.id, member_id: member?.id },
    { side: 'citizen', household_id: null, member_id: null },
  ]);
  const nowhere = { ...own(member?.idNumber as string), regionId: randomUUID() };
  expect((await world.ask(known, FILE_OWN, { input: nowhere })).codes).toEqual(['NOT_FOUND']);
  // The town answers whoever is not registered too.
  const id = two.data.fileOwnDataComplaint;
  expect((await world.ask(at('town-officer'), EXAMINE, { id })).codes).toEqual([]);
  const district = at('district-officer', '371202');
  expect((await world.ask(district, ANSWER, { id, outcome: 'corrected' })).codes).toEqual(['FIGURE_OF_NOBODY']);
  expect((await world.ask(district, ANSWER, { id, outcome: 'notRegistered' })).codes).toEqual([]);
  expect((await world.ask(unknown, MINE)).data.myDataComplaints.edges[0].node).toMatchObject({
    outcome: 'notRegistered',
    answer: '已核对并答复',
  });
});

test('numbers, foreign members, unknown figures and hidden households are refused', async () => {
  const [household, other] = householdsIn('口镇') as [HouseholdRow, HouseholdRow];
  const outside = householdsIn('颜庄镇')[0] as HouseholdRow;
  const refused = async (more: object) => {
    const input = {
      householdId: household.id,
      figure: 'health',
      forHousehold: true,
      told: '有误',
      memberId: membersOf(household)[0]?.id,
      ...more,
    };
    return (await world.ask(at('village-clerk'), FILE, { input })).codes;
  };
  expect(await refused({})).toEqual([]);
  expect(await refused({ told: '身份证应为 11010519491231002X' })).toEqual(['PERSONAL_NUMBER_IN_TEXT']);
  expect(await refused({ memberId: membersOf(other)[0]?.id })).toEqual(['NOT_FOUND']);
  expect(await refused({ figure: 'income' })).toEqual(['INVALID_INPUT']);
  expect(await refused({ memberId: null })).toEqual(['INVALID_INPUT']);
  expect(await refused({ householdId: outside.id })).toEqual(await refused({ householdId: randomUUID() }));
});

test('the explanation of a disputed state is its decisions', async () => {
  const household = householdsIn('口镇')[3] as HouseholdRow;
  await file(at('village-clerk'), household, { figure: 'state', told: '状态不对' });
  const asked = 'query($id: ID!) { dataComplaints(householdId: $id) { edges { node { explanation { at what } } } } }';
  const { data } = await world.ask(at('town-officer'), asked, { id: household.id });
  const told = data.dataComplaints.edges[0].node.explanation.map((each: { what: string }) => each.what);
  expect(told).toContain('登记建档 · Registered');
  for (const { year, state } of world.city.states.filter((each) => each.householdId === household.id))
    expect(told).toContain(`${year} ${state}`);
});
