// Medical insurance by year: corrected since a day with its source, told to funds of the day it asks about, and to nobody else.
import type { Caller } from '#platform/vocabulary/caller';
import { subtreeOf } from '#platform/vocabulary/region';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let patient: { id: string; idNumber: string; householdId: string };
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 620 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  const homes = new Set(world.city.households.filter(({ path }) => path >= lo && path < hi).map(({ id }) => id));
  patient = world.city.members.find(
    (each) => homes.has(each.householdId) && each.insured === 'resident',
  ) as typeof patient;
}, 60_000);
afterAll(() => world?.close());

const town = () => world.caller('town-officer', '口镇');
const correct = (insured: string, validFrom: string, reason: string) =>
  world.ask(
    town(),
    `mutation($id: ID!, $facts: MemberFactsInput!, $ground: GroundInput!) { correctMember(memberId: $id, facts: $facts, ground: $ground) { insured } }`,
    { id: patient.id, facts: { insured }, ground: { validFrom, reason, documentNumber: '莱医保函〔2018〕6号' } },
  );
const asked = async (query: string, variables: object) => {
  const hospital: Caller = { ...world.caller('hospital-clerk', null), service: 'funds' };
  return (await world.ask(hospital, query, { ...variables })).data;
};

test('what holds since a day is told of that day; an earlier year keeps what it had, with the source of each', async () => {
  expect((await correct('none', '2017-01-01', '医保局 2017 年度参保名册无此人')).codes).toEqual([]);
  expect((await correct('resident', '2018-01-01', '2018 年居民医保由财政代缴')).codes).toEqual([]);
  const seen = `query($id: ID!) { member(id: $id) { insured insuredYears { year insured since reason documentNumber } } }`;
  const { member } = (await world.ask(town(), seen, { id: patient.id })).data;
  const of = (year: number) => member.insuredYears.find((each: { year: number }) => each.year === year);
  expect(member.insured).toBe('resident');
  expect(of(2018)).toMatchObject({ insured: 'resident', since: '2018-01-01', reason: '2018 年居民医保由财政代缴' });
  expect(of(2017)).toMatchObject({ insured: 'none', documentNumber: '莱医保函〔2018〕6号' });
  const on = `query($id: ID!, $day: CalendarDay!) { insuredOn(memberId: $id, day: $day) }`;
  expect((await asked(on, { id: patient.id, day: '2017-12-31' })).insuredOn).toBe('none');
  expect((await asked(on, { id: patient.id, day: '2018-01-01' })).insuredOn).toBe('resident');
  expect((await asked(on, { id: '01890000-0000-7000-8000-00000000dead', day: '2018-01-01' })).insuredOn).toBeNull();
  const stay = `query($n: String!, $day: CalendarDay!) { memberForStay(idNumber: $n, day: $day) { insured } }`;
  expect((await asked(stay, { n: patient.idNumber, day: '2017-12-31' })).memberForStay.insured).toBe('none');
  expect((await asked(stay, { n: patient.idNumber, day: '2018-05-01' })).memberForStay.insured).toBe('resident');
});

test('only funds asks it of a member by id, each time is written down, and a liaison of another line sees no insurance', async () => {
  const on = `query($id: ID!) { insuredOn(memberId: $id, day: "2018-05-01") }`;
  expect((await world.ask(town(), on, { id: patient.id })).codes).toEqual(['FORBIDDEN']);
  expect((await world.ask(world.caller('hospital-clerk', null), on, { id: patient.id })).codes).toEqual(['FORBIDDEN']);
  const { rows } = await world.sql.query(
    `select target, facts from households.audit where action = 'insuredOn' and target = $1`,
    [patient.id],
  );
  expect(rows.length).toBeGreaterThan(0);
  const other = world.caller('unit-liaison', '371200', { line: 'education' });
  const seen = `query($id: ID!) { member(id: $id) { insuredYears { insured } } }`;
  expect((await world.ask(other, seen, { id: patient.id })).codes).toEqual(['FORBIDDEN']);
});
