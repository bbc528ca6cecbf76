// Members come, leave and return, with reason, day and document; nobody is deleted, and a patient is looked for in the household of the day.
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let own: HouseholdRow;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 620 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  const inTown = world.city.households.filter((each) => each.path >= lo && each.path < hi);
  own = inTown.find((each) => membersOf(each.id).length === 2) as HouseholdRow;
}, 60_000);
afterAll(() => world?.close());

const membersOf = (id: string) => world.city.members.filter(({ householdId }) => householdId === id);
const idOf = ({ id }: { id: string }) => id;
const town = () => world.caller('town-officer', '口镇');
const dbNow = async () => (await world.sql.query('select clock_timestamp() as now')).rows[0].now.toISOString();
const then =
  'query($id: ID!, $on: CalendarDay!, $k: Instant!) { household(id: $id) { asOf(on: $on, knownAt: $k) { members { id } } } }';
const changes =
  'query($id: ID!) { household(id: $id) { changes(first: 50) { edges { node { deed field reason } } } } }';

test('members come, leave and return; the head gives the place to another first', async () => {
  const [head, second] = membersOf(own.id).map(({ id }) => id) as [string, string];
  const leave =
    'mutation($id: ID!, $leaving: MembershipInput!) { removeMember(memberId: $id, leaving: $leaving) { leftOn household { members { id } formerMembers { id } } } }';
  const death = { reason: 'death', on: '2018-06-02', documentNumber: '死亡证明第 9 号' };
  const beforeAll = await dbNow();
  expect((await world.ask(town(), leave, { id: head, leaving: death })).codes).toEqual(['HEAD_LEAVES']);
  const changeHead = `mutation($id: ID!, $head: ID!, $relations: [RelationInput!]!, $ground: GroundInput!) {
    changeHead(householdId: $id, headId: $head, relations: $relations, ground: $ground) { head { id } members { id relation } } }`;
  const lead = (relations: object[]) =>
    world.ask(town(), changeHead, {
      id: own.id,
      head: second,
      relations,
      ground: { validFrom: '2018-06-01', reason: '户主年迈不再主事' },
    });
  expect((await lead([])).codes).toEqual(['RELATION_MISSING']);
  expect((await lead([{ memberId: head, relation: 'spouse' }])).data.changeHead).toEqual({
    head: { id: second },
    members: [
      { id: second, relation: 'head' },
      { id: head, relation: 'spouse' },
    ],
  });
  const left = await world.ask(town(), leave, { id: head, leaving: death });
  expect(left.data.removeMember).toEqual({
    leftOn: '2018-06-02',
    household: { members: [{ id: second }], formerMembers: [{ id: head }] },
  });
  expect((await world.ask(town(), leave, { id: head, leaving: death })).codes).toEqual(['MEMBER_LEFT']);
  const members = async (on: string, knownAt: string) =>
    (await world.ask(town(), then, { id: own.id, on, k: knownAt })).data.household.asOf.members.map(idOf).sort();
  const patientOn = async (day: string) => {
    const sql = `select s.household_id as id from households.member m, households.member_for_stay(m.id_number_index, $2::date) s where m.id = $1`;
    return (await world.sql.query(sql, [head, day])).rows.map(idOf);
  };
  const now = await dbNow();
  expect(await members('2018-06-03', beforeAll)).toEqual([head, second].sort());
  expect(await members('2018-06-03', now)).toEqual([second]);
  expect(await members('2018-06-01', now)).toEqual([head, second].sort());
  expect(await patientOn('2018-06-01')).toEqual([own.id]);
  expect(await patientOn('2018-06-02')).toEqual([]);
  const back =
    'mutation($id: ID!, $joining: MembershipInput!) { returnMember(memberId: $id, relation: "spouse", joining: $joining) { joinedOn leftOn } }';
  const found = { reason: 'found', on: '2018-09-01', documentNumber: '派出所证明' };
  expect((await world.ask(town(), back, { id: head, joining: found })).data.returnMember).toEqual({
    joinedOn: '2018-09-01',
    leftOn: null,
  });
  expect(await members('2018-07-01', await dbNow())).toEqual([second]);
  expect(await members('2018-09-01', await dbNow())).toEqual([head, second].sort());
  expect([await patientOn('2018-05-01'), await patientOn('2018-07-01'), await patientOn('2018-09-01')]).toEqual([
    [own.id],
    [],
    [own.id],
  ]);
  const { data } = await world.ask(town(), changes, { id: own.id });
  const told = data.household.changes.edges
    .map(({ node }: { node: object }) => node)
    .filter(({ field }: { field: string }) => field === 'household');
  expect(told.map(({ deed, reason }: { deed: string; reason: string }) => [deed, reason])).toEqual([
    ['join', 'found'],
    ['leave', 'death'],
  ]);
});

test('who is born joins on the day; a member who is present neither returns nor joins twice', async () => {
  const add = `mutation($id: ID!, $member: MemberInput!, $joining: MembershipInput) { addMember(householdId: $id, member: $member, joining: $joining) { id joinedOn } }`;
  const first17 = '37129920180501001';
  const child = {
    idNumber: `${first17}${identityCheckDigit(first17)}`,
    name: '赵新',
    relation: 'child',
    ethnicity: 'han',
    education: 'pre-school',
    health: 'healthy',
    labour: 'none',
    insured: 'resident',
  };
  const joining = { reason: 'birth', on: '2018-05-01', documentNumber: '出生医学证明' };
  const join = (change: object) =>
    world.ask(town(), add, { id: own.id, member: child, joining: { ...joining, ...change } });
  expect((await join({ on: '2999-01-01' })).codes).toEqual(['CHANGE_OUT_OF_TIME']);
  expect((await join({ reason: 'death' })).codes).toEqual(['INVALID_INPUT']);
  const { data, codes } = await join({});
  expect(codes).toEqual([]);
  expect(data.addMember.joinedOn).toBe('2018-05-01');
  const back =
    'mutation($id: ID!, $joining: MembershipInput!) { returnMember(memberId: $id, relation: "child", joining: $joining) { id } }';
  expect((await world.ask(town(), back, { id: data.addMember.id, joining })).codes).toEqual(['MEMBER_PRESENT']);
  const asOf = async (on: string, k: string) =>
    (await world.ask(town(), then, { id: own.id, on, k })).data.household.asOf.members.map(idOf);
  expect(await asOf('2018-04-30', await dbNow())).not.toContain(data.addMember.id);
  expect(await asOf('2018-05-01', await dbNow())).toContain(data.addMember.id);
});
