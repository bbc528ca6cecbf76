// Suspected duplicates: the writer is told the same with and without a match, the nearest superior of both decides, the town of one side sets it right.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Caller } from '#platform/vocabulary/caller';
import { nextIdNumber, onePersonHousehold, villageIn } from './one-person-household';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
}, 60_000);
afterAll(() => world?.close());

const villageOf = (name: string, at = 0) => villageIn(world, name, at);
const REGISTER = `mutation($input: HouseholdInput!, $key: String!) {
  registerHousehold(input: $input, idempotencyKey: $key) { id number members { id name idNumber } } }`;

async function register(caller: Caller, input: object) {
  const answer = await world.ask(caller, REGISTER, { input, key: randomUUID() });
  expect(answer.codes).toEqual([]);
  return answer;
}
const town = (name: string) => world.caller('town-officer', name);
const laicheng = () => world.caller('district-officer', '371202');
const city = () => world.caller('office-officer', '371200');
const LIST = `{ duplicates(awaiting: true, first: 200) { edges { node { id kind member { id name } otherMember { id } superior { id } verdict } } } }`;
const open = async (
  caller: Caller,
): Promise<
  { id: string; member: { id: string } | null; otherMember: { id: string } | null; superior: { id: string } }[]
> => (await world.ask(caller, LIST)).data.duplicates.edges.map((edge: { node: object }) => edge.node);
const TODO = '{ householdsTodo(first: 200) { edges { node { kind subjectId } } } }';
const waits = async (caller: Caller, kind: string): Promise<string[]> =>
  (await world.ask(caller, TODO)).data.householdsTodo.edges
    .map(({ node }: { node: { kind: string } }) => node)
    .filter((node: { kind: string }) => node.kind === kind)
    .map((node: { subjectId: string }) => node.subjectId);
const DECIDE =
  'mutation($id: ID!, $input: DuplicateVerdictInput!) { decideDuplicate(id: $id, input: $input) { id verdict keptMember { id } } }';
const ANSWER =
  'mutation($id: ID!, $answer: MemberCheckAnswer!, $remark: String) { answerMemberCheck(id: $id, answer: $answer, remark: $remark) { id answer } }';

/** The same number in 口镇 and in another place: the members in the order of writing, and the pair. */
async function pairWith(other: string) {
  const number = nextIdNumber();
  const first = (await register(town('口镇'), onePersonHousehold(villageOf('口镇'), number))).data.registerHousehold
    .members[0].id;
  const second = (await register(town(other), onePersonHousehold(villageOf(other, 1), number))).data.registerHousehold
    .members[0].id;
  const { rows } = await world.sql.query<{ id: string }>(
    `select id from households.duplicate where member_id in ($1, $2) and other_member_id in ($1, $2) and kind = 'id-number'`,
    [first, second],
  );
  return { first, second, id: rows[0]?.id as string };
}

test('the writer is told the same with and without a match, and the database is asked the same', async () => {
  // Connections prepare each statement once: before anything is compared, all of them have.
  for (let round = 0; round < 2; round++)
    await Promise.all(
      ['口镇', '羊里镇', '雪野镇', '颜庄镇'].map((each) =>
        register(town(each), onePersonHousehold(villageOf(each), nextIdNumber())),
      ),
    );
  const asked = jest.spyOn(Client.prototype, 'query');
  const number = nextIdNumber();
  const shapeOf = async (input: object) => {
    asked.mockClear();
    const { data } = await register(town('口镇'), input);
    const texts = asked.mock.calls.map(
      ([statement]) => JSON.stringify((statement as { text?: string }).text ?? statement).length,
    );
    // Ids and the serial of the number differ in their digits alone.
    return [JSON.stringify(data).replace(/[0-9a-f]/g, '0'), texts];
  };
  const without = await shapeOf(onePersonHousehold(villageOf('口镇'), number, '亓同名'));
  const elsewhere = await shapeOf(onePersonHousehold(villageOf('口镇', 1), number, '亓同名'));
  expect(elsewhere).toEqual(without);
  asked.mockRestore();
  expect((await world.sql.query(`select 1 from households.duplicate where kind = 'id-number'`)).rowCount).toBe(1);
});

test('a match across towns is seen by whoever has both, and waits for the nearest superior of both alone', async () => {
  const { id, first, second } = await pairWith('羊里镇');
  expect((await open(town('口镇'))).map((each) => each.id)).not.toContain(id);
  const seen = (await open(laicheng())).find((each) => each.id === id);
  expect([seen?.member?.id, seen?.otherMember?.id].sort()).toEqual([first, second].sort());
  expect(seen?.superior.id).toBe(world.regionId('371202'));
  expect((await open(city())).map((each) => each.id)).toContain(id);
  expect(await waits(laicheng(), 'decide-duplicate')).toContain(id);
  expect(await waits(city(), 'decide-duplicate')).not.toContain(id);
  const page = 'query($id: ID!) { member(id: $id) { id duplicates { id otherMember { id } } } }';
  expect((await world.ask(town('口镇'), page, { id: first })).data.member.duplicates).toEqual([]);
  expect((await world.ask(laicheng(), page, { id: first })).data.member.duplicates).toHaveLength(1);
  expect((await world.ask(world.caller('village-clerk', '口镇'), page, { id: first })).codes).toEqual(['FORBIDDEN']);
});

test('two households of one village are for the town; two districts are for the city', async () => {
  const number = nextIdNumber();
  await register(town('口镇'), onePersonHousehold(villageOf('口镇'), number));
  await register(town('口镇'), onePersonHousehold(villageOf('口镇'), number));
  const superiors = (await open(town('口镇'))).map((each) => each.superior.id);
  expect(new Set(superiors)).toEqual(new Set([world.regionId('口镇')]));
  const { id } = await pairWith('颜庄镇');
  expect((await open(laicheng())).map((each) => each.id)).not.toContain(id);
  expect(await waits(city(), 'decide-duplicate')).toContain(id);
});

test('the same name and birth under two numbers is a match as well', async () => {
  const one = nextIdNumber();
  await register(town('口镇'), onePersonHousehold(villageOf('口镇'), one, '亓生同日'));
  await register(town('羊里镇'), onePersonHousehold(villageOf('羊里镇'), nextIdNumber(), '亓生同日'));
  const { data } = await world.ask(laicheng(), LIST);
  const kinds = data.duplicates.edges
    .filter(({ node }: { node: { member: { name: string } } }) => node.member.name === '亓生同日')
    .map(({ node }: { node: { kind: string } }) => node.kind);
  expect(kinds).toEqual(['name-and-birth']);
});

test('the superior decides once; the town of the other side is asked, and answers with what the register shows', async () => {
  const { id, first, second } = await pairWith('羊里镇');
  const input = { verdict: 'wrongNumber', wrongMemberId: second };
  expect((await world.ask(city(), DECIDE, { id, input })).codes).toEqual(['NOT_THE_SUPERIOR']);
  expect((await world.ask(town('羊里镇'), DECIDE, { id, input })).codes).toEqual(['NOT_FOUND']);
  const decided = await world.ask(laicheng(), DECIDE, { id, input });
  expect(decided).toMatchObject({ codes: [], data: { decideDuplicate: { verdict: 'wrongNumber' } } });
  const again = { verdict: 'samePerson', keptMemberId: first };
  expect((await world.ask(laicheng(), DECIDE, { id, input: again })).codes).toEqual(['DUPLICATE_DECIDED']);
  const change = `update households.duplicate set verdict = 'same-person', kept_member_id = $2, wrong_member_id = null where id = $1`;
  await expect(world.sql.query(change, [id, first])).rejects.toMatchObject({ constraint: 'duplicate_decided_once' });

  expect(await waits(town('口镇'), 'answer-member-check')).toEqual([]);
  const [check] = await waits(town('羊里镇'), 'answer-member-check');
  expect(check).toBeTruthy();
  const done = { id: check, answer: 'done' };
  expect((await world.ask(town('口镇'), ANSWER, done)).codes).toEqual(['NOT_FOUND']);
  expect((await world.ask(town('羊里镇'), ANSWER, done)).codes).toEqual(['MEMBER_UNCHANGED']);
  await world.sql.query(`update households.member set id_number_index = 'corrected-' || id where id = $1`, [second]);
  // Name and birth still meet nobody here, so that the pair is apart.
  await world.sql.query(`update households.member set name = '亓改名' where id = $1`, [second]);
  expect((await world.ask(town('羊里镇'), ANSWER, done)).codes).toEqual([]);
  expect((await world.ask(town('羊里镇'), ANSWER, done)).codes).toEqual(['MEMBER_CHECK_ANSWERED']);
  const own = `update households.member_check set answered_by = asked_by where id = $1`;
  await expect(world.sql.query(own, [check])).rejects.toMatchObject({ code: '23000' });
});

test('the same person stays with one household; a correction before the verdict ends the matter by itself', async () => {
  const kept = await pairWith('羊里镇');
  const input = { verdict: 'samePerson', keptMemberId: kept.first };
  const { data } = await world.ask(laicheng(), DECIDE, { id: kept.id, input });
  expect(data.decideDuplicate.keptMember.id).toBe(kept.first);
  const { rows } = await world.sql.query(
    'select member_id, asked from households.member_check where duplicate_id = $1',
    [kept.id],
  );
  expect(rows).toEqual([{ member_id: kept.second, asked: 'remove-member' }]);
  const over = await pairWith('羊里镇');
  await world.sql.query(
    `update households.member set id_number_index = 'other-' || id, name = '亓另名' where id = $1`,
    [over.second],
  );
  expect((await open(laicheng())).map((each) => each.id)).not.toContain(over.id);
});

test('a household that moves takes its side along, and with it the superior', async () => {
  const { id, second } = await pairWith('羊里镇');
  const there = world.city.regions.find((each) => each.id === villageOf('颜庄镇'));
  await world.sql.query(
    `update households.household h set region_id = $2, path = $3 from households.member m where m.id = $1 and h.id = m.household_id`,
    [second, there?.id, there?.path],
  );
  expect((await open(laicheng())).map((each) => each.id)).not.toContain(id);
  expect((await open(city())).find((each) => each.id === id)?.superior.id).toBe(world.regionId('371200'));
  const { rows } = await world.sql.query('select distinct path from households.member_initials where member_id = $1', [
    second,
  ]);
  expect(rows).toEqual([{ path: there?.path }]);
});
