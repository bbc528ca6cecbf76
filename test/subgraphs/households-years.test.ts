// Registers of past years: frozen once, as the last day of the year is known at the freezing, and never written again.
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let own: HouseholdRow;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  own = world.city.households.find((each) => each.path >= lo && each.path < hi) as HouseholdRow;
}, 60_000);
afterAll(() => world?.close());

const district = () => world.caller('district-officer', '371202');
const town = () => world.caller('town-officer', '口镇');
const freeze =
  'mutation($id: ID!, $year: Int!) { freezeRegister(regionId: $id, year: $year) { year households people hash } }';
const correct = (health: string, validFrom: string) =>
  world.ask(
    town(),
    'mutation($id: ID!, $facts: MemberFactsInput!, $ground: GroundInput!) { correctMember(memberId: $id, facts: $facts, ground: $ground) { health } }',
    { id: own.headMemberId, facts: { health }, ground: { validFrom, reason: '入户核实后更正' } },
  );
const records =
  'query($id: ID!) { household(id: $id) { yearRecords { year state facts { field value } members { id facts { field value } } } } }';
interface Told {
  id: string;
  facts: { field: string; value: unknown }[];
}

test('a year is frozen with what holds on its last day; what becomes known later changes the present and not the year', async () => {
  await correct('disabled', '2018-03-01');
  const regionId = world.regionId('371202');
  const frozen = await world.ask(district(), freeze, { id: regionId, year: 2017 });
  expect(frozen.codes).toEqual([]);
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.code === '371202')?.path as string);
  const inDistrict = world.city.households.filter((each) => each.path >= lo && each.path < hi);
  const ids = new Set(inDistrict.map(({ id }) => id));
  expect(frozen.data.freezeRegister).toMatchObject({
    year: 2017,
    households: inDistrict.length,
    people: world.city.members.filter(({ householdId }) => ids.has(householdId)).length,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await correct('serious-illness', '2016-01-01');
  const { data } = await world.ask(town(), records, { id: own.id });
  const head = data.household.yearRecords[0].members.find(({ id }: Told) => id === own.headMemberId) as Told;
  const born = world.city.members.find(({ id }) => id === own.headMemberId);
  expect(head.facts.find(({ field }) => field === 'health')?.value).toBe(born?.health);
  expect(head.facts.find(({ field }) => field === 'idNumber')?.value).toBe(`**** ${born?.idNumber.slice(-4)}`);
  expect((await world.ask(district(), freeze, { id: regionId, year: 2017 })).codes).toEqual(['REGISTER_YEAR_FROZEN']);
  for (const table of ['year_record', 'register_year'])
    await expect(world.sql.query(`update households.${table} set year = 2016`)).rejects.toMatchObject({
      constraint: `households_${table}_append_only`,
    });
  const years =
    'query($id: ID!) { _entities(representations: [{ __typename: "Region", id: $id }]) { ... on Region { registerYears { year } } } }';
  expect((await world.ask(district(), years, { id: regionId })).data._entities[0]).toEqual({
    registerYears: [{ year: 2017 }],
  });
});

test('a year that is open, a region of others, whoever may not; a line sees its own facts', async () => {
  const of = (region: string, year: number, caller = district()) =>
    world.ask(caller, freeze, { id: world.regionId(region), year });
  expect((await of('371202', 2999)).codes).toEqual(['REGISTER_YEAR_OPEN']);
  expect((await of('371203', 2017)).codes).toEqual(['NOT_FOUND']);
  expect((await of('口镇', 2017, town())).codes).toEqual(['FORBIDDEN']);
  const liaison = world.caller('unit-liaison', '371200', { line: 'education' });
  const { data } = await world.ask(liaison, records, { id: own.id });
  const seen = data.household.yearRecords[0].members[0].facts.map(({ field }: { field: string }) => field);
  expect(seen).toContain('education');
  expect(seen).not.toContain('health');
});
