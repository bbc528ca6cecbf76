// Registration (建档立卡): once for a key, in a village of the own scope, with members that are told right.
import { randomUUID } from 'node:crypto';
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow, RegionRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let village: RegionRow;
let own: HouseholdRow;
let foreign: HouseholdRow;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  own = world.city.households.find((each) => each.path >= lo && each.path < hi) as HouseholdRow;
  foreign = world.city.households.find((each) => each.path < lo || each.path >= hi) as HouseholdRow;
  village = world.city.regions.find((each) => each.id === own.regionId) as RegionRow;
}, 60_000);
afterAll(() => world?.close());

let serial = 700;
/** A number of nobody (area 371299 was never given), not in the generated city. */
function idNumber(): string {
  const first17 = `37129919550505${serial++}`;
  return `${first17}${identityCheckDigit(first17)}`;
}
const key = () => `key-${randomUUID()}`;
const member = (relation: string, number = idNumber()) => ({
  name: '赵试',
  idNumber: number,
  relation,
  ethnicity: 'han',
  education: 'primary',
  health: 'healthy',
  labour: 'none',
  insured: 'resident',
});
const form = (members = [member('head'), member('spouse')], regionId = village.id) => ({
  regionId,
  standard: 'provincial',
  type: 'general-poor',
  mainCause: 'illness',
  address: '口镇某村1号',
  phone: '15400000001',
  registeredOn: '2018-06-01',
  members,
});
const register = `mutation($input: HouseholdInput!, $key: String!) { registerHousehold(input: $input, idempotencyKey: $key) { id number state members { relation idNumber } } }`;
const town = () => world.caller('town-officer', '口镇');
const count = async (sql: string, ...values: unknown[]) =>
  Number((await world.sql.query(`select count(*) as n from ${sql}`, values)).rows[0].n);

test('a household is registered once for a key, with the next number of its village', async () => {
  const caller = town();
  const variables = { input: form(), key: key() };
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => world.ask(caller, register, variables)));
  const made = answers[0]?.data.registerHousehold;
  expect(answers.map((answer) => answer.data.registerHousehold.id)).toEqual(Array(5).fill(made.id));
  const inVillage = world.city.households.filter((each) => each.regionId === village.id).length;
  expect(made).toMatchObject({
    number: `${village.code}${String(inVillage + 1).padStart(4, '0')}`,
    state: 'newly-identified',
  });
  expect(made.members.map((each: { relation: string }) => each.relation)).toEqual(['head', 'spouse']);
  expect(
    await count(`households.audit where action = 'registerHousehold' and target = $1 and kind = 'effect'`, made.id),
  ).toBe(5);
  expect((await world.ask(caller, register, { ...variables, input: form() })).codes).toEqual([
    'IDEMPOTENCY_KEY_REUSED',
  ]);
});

test('a number that stands elsewhere is taken without a word, and kept for the level above', async () => {
  const number = idNumber();
  const first = await world.ask(town(), register, { input: form([member('head', number)]), key: key() });
  const second = await world.ask(town(), register, { input: form([member('head', number)]), key: key() });
  expect([first.codes, second.codes]).toEqual([[], []]);
  expect(Object.keys(second.data.registerHousehold)).toEqual(Object.keys(first.data.registerHousehold));
  expect(await count(`households.duplicate where kind = 'id-number'`)).toBe(1);
});

test.each([
  ['MEMBER_REPEATED', () => form(((number) => [member('head', number), member('spouse', number)])(idNumber()))],
  ['HEAD_NOT_ONE', () => form([member('spouse')])],
  ['INVALID_INPUT', () => form([{ ...member('head'), idNumber: '371299195505050000' }])],
  ['INVALID_INPUT', () => ({ ...form(), registeredOn: '2999-01-01' })],
  ['NOT_FOUND', () => form(undefined, foreign.regionId)],
  ['NOT_FOUND', () => form(undefined, 'nowhere')],
  ['NOT_A_VILLAGE', () => form(undefined, world.regionId('口镇'))],
])('%s leaves the register as it was', async (code, input) => {
  const before = await count('households.household');
  const { codes } = await world.ask(town(), register, { input: input(), key: key() });
  expect(codes).toEqual([code]);
  expect(await count('households.household')).toBe(before);
});

test('a member is added once to a household, and never to a hidden one', async () => {
  const add =
    'mutation($id: ID!, $member: MemberInput!) { addMember(householdId: $id, member: $member) { id household { id } } }';
  const someone = member('child');
  const added = await world.ask(town(), add, { id: own.id, member: someone });
  expect(added.data.addMember.household.id).toBe(own.id);
  expect((await world.ask(town(), add, { id: own.id, member: someone })).codes).toEqual(['MEMBER_REPEATED']);
  expect((await world.ask(town(), add, { id: own.id, member: member('head') })).codes).toEqual(['INVALID_INPUT']);
  const hidden = await world.ask(town(), add, { id: foreign.id, member: member('child') });
  expect(hidden).toEqual(await world.ask(town(), add, { id: randomUUID(), member: member('child') }));
  expect(hidden.codes).toEqual(['NOT_FOUND']);
});

test('the whole form is kept: a disability card instead of the number, and how the household lives', async () => {
  const query = register
    .replace('relation idNumber', 'relation schooling workPlace workMonths dibao disabilityKind disabilityGrade')
    .replace('state members', 'living { houseArea arableMu safeWater fuel } members');
  const number = idNumber();
  const head = { ...member('head', `${number}42`), workPlace: 'in-town', workMonths: 6, dibao: true };
  const input = { ...form([head]), living: { houseArea: 60, arableMu: 2.5, safeWater: true } };
  const { data, codes } = await world.ask(town(), query, { input, key: key() });
  expect(codes).toEqual([]);
  expect(data.registerHousehold).toMatchObject({
    living: { houseArea: 60, arableMu: 2.5, safeWater: true, fuel: null },
    members: [
      {
        schooling: null,
        workPlace: 'in-town',
        workMonths: 6,
        dibao: true,
        disabilityKind: 'limbs',
        disabilityGrade: 2,
      },
    ],
  });
  const liaison = world.caller('unit-liaison', '371200', { line: 'education' });
  const seen = await world.ask(
    liaison,
    '{ households(first: 1) { edges { node { living { fuel } members { dibao schooling } } } } }',
  );
  expect(new Set(seen.codes)).toEqual(new Set(['FORBIDDEN']));
  expect(seen.data.households.edges[0].node.members[0]).toEqual({ dibao: null, schooling: expect.any(String) });
});
