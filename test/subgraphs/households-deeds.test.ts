// What is done to a household: pairing, states, reveals; each in scope, each logged.
import { randomUUID } from 'node:crypto';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let own: HouseholdRow;
let foreign: HouseholdRow;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  own = world.city.households.find((each) => each.path >= lo && each.path < hi) as HouseholdRow;
  foreign = world.city.households.find((each) => each.path < lo || each.path >= hi) as HouseholdRow;
}, 60_000);
afterAll(() => world?.close());

const visit = 'mutation($input: VisitInput!) { recordVisits(visits: [$input]) { refusal { code } } }';
const pair =
  'mutation($id: ID!, $helper: ID!, $from: CalendarDay!) { pairHelper(householdId: $id, helperId: $helper, from: $from) { id helper { id } } }';
const decide =
  'mutation($id: ID!, $year: Int!, $state: String!) { setHouseholdState(householdId: $id, year: $year, state: $state, documentNumber: "莱扶字〔2018〕9号") { id state stateYear } }';
const reveal =
  'mutation($id: ID!, $reason: String!) { revealMember(memberId: $id, reason: $reason) { name idNumber phone bankCard } }';
const town = () => world.caller('town-officer', '口镇');

test('a new pairing ends the present one, and the old helper no longer records', async () => {
  const other = world.city.pairings.find((each) => each.helperId !== helperOf(own.id))?.helperId as string;
  const variables = { id: own.id, helper: other, from: '2018-07-01' };
  expect((await world.ask(town(), pair, { ...variables, from: '2018-01-01' })).codes).toEqual(['PAIRING_TOO_EARLY']);
  expect((await world.ask(town(), pair, { ...variables, helper: randomUUID() })).codes).toEqual(['NOT_FOUND']);
  expect((await world.ask(town(), pair, { ...variables, id: foreign.id })).codes).toEqual(['NOT_FOUND']);
  expect((await world.ask(town(), pair, variables)).data.pairHelper.helper).toEqual({ id: other });
  expect((await world.ask(town(), pair, { ...variables, from: '2018-08-01' })).codes).toEqual(['ALREADY_PAIRED']);
  const { rows } = await world.sql.query(
    'select helper_id, valid_to::text from households.pairing where household_id = $1 order by valid_from',
    [own.id],
  );
  expect(rows).toEqual([
    { helper_id: helperOf(own.id), valid_to: '2018-07-01' },
    { helper_id: other, valid_to: null },
  ]);
  // Even with a list of paired households that is a moment old.
  const late = world.caller('helper', null, { personId: helperOf(own.id), pairedHouseholds: [own.id] });
  const told = { visitedOn: '2018-07-02', met: '户主', content: '核对收入', measure: 'industry' };
  const input = { id: randomUUID(), householdId: own.id, ...told };
  expect((await world.ask(late, visit, { input })).data.recordVisits).toEqual([{ refusal: { code: 'NOT_PAIRED' } }]);
});

test('a district carries a state into a new year; what was decided stays beside it', async () => {
  const district = world.caller('district-officer', '371202');
  const left = world.city.states.find(
    ({ year, state, householdId }) => year === 2018 && state === 'not-lifted' && ofDistrict(householdId),
  ) as { householdId: string };
  const to = (state: string, year = 2018) => world.ask(district, decide, { id: left.householdId, year, state });
  expect((await to('lifted-with-policies')).codes).toEqual(['HOUSEHOLD_STATE']);
  expect((await to('planned-exit')).codes).toEqual(['STATE_BY_PROCEDURE']);
  expect((await to('not-lifted', 2019)).data.setHouseholdState).toEqual({
    id: left.householdId,
    state: 'not-lifted',
    stateYear: 2019,
  });
  expect((await to('planned-exit', 2017)).codes).toEqual(['HOUSEHOLD_STATE_YEAR']);
  const { rows } = await world.sql.query(
    'select year, ordinal, state from households.household_state where household_id = $1 and year > 2017 order by year, ordinal',
    [left.householdId],
  );
  expect(rows).toEqual([2018, 2019].map((year) => ({ year, ordinal: 1, state: 'not-lifted' })));
  expect((await world.ask(town(), decide, { id: own.id, year: 2018, state: 'removed' })).codes).toEqual(['FORBIDDEN']);
  const beside = world.caller('district-officer', '371203');
  expect((await world.ask(beside, decide, { id: left.householdId, year: 2018, state: 'removed' })).codes).toEqual([
    'NOT_FOUND',
  ]);
});

test('a reveal shows the numbers, and its reason stands in the log without them', async () => {
  const head = world.city.members.find((each) => each.id === own.headMemberId);
  const caller = town();
  const reason = '核对一卡通发放账号';
  const { data } = await world.ask(caller, reveal, { id: own.headMemberId, reason });
  expect(data.revealMember).toEqual({
    name: head?.name,
    idNumber: head?.idNumber,
    phone: own.phone,
    bankCard: own.bankCard,
  });
  const logged = await world.sql.query(`select kind, target, facts from households.audit where person_id = $1`, [
    caller.personId,
  ]);
  expect(logged.rows).toEqual([{ kind: 'reveal', target: own.headMemberId, facts: { reason } }]);
  expect((await world.ask(caller, reveal, { id: own.headMemberId, reason: '看看' })).codes).toEqual(['INVALID_INPUT']);
  expect((await world.ask(caller, reveal, { id: foreign.headMemberId, reason })).codes).toEqual(['NOT_FOUND']);
  expect((await world.ask(world.caller('auditor', '371200'), reveal, { id: own.headMemberId, reason })).codes).toEqual([
    'FORBIDDEN',
  ]);
  const household =
    'mutation($id: ID!, $reason: String!) { revealHousehold(householdId: $id, reason: $reason) { idNumber bankCard } }';
  expect((await world.ask(caller, household, { id: own.id, reason })).data.revealHousehold).toEqual({
    idNumber: head?.idNumber,
    bankCard: own.bankCard,
  });
});

function helperOf(householdId: string): string {
  return world.city.pairings.find((each) => each.householdId === householdId)?.helperId as string;
}

function ofDistrict(householdId: string): boolean {
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.code === '371202')?.path as string);
  const path = world.city.households.find((each) => each.id === householdId)?.path ?? '';
  return path >= lo && path < hi;
}
