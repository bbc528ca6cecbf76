// The state table of a household: every pair of states is either in the table or refused.
import { checkCarried, checkNextState, householdStates, stateTable } from './household-state.rules';

const pairs = householdStates.flatMap((from) => householdStates.map((to) => [from, to] as const));

/** Written beside the table, as the exit procedure reads, so that a slip in either shows. */
const allowed = new Set([
  'newly-identified>not-lifted',
  'newly-identified>planned-exit',
  'not-lifted>planned-exit',
  'planned-exit>lifted-with-policies',
  'planned-exit>not-lifted',
  'lifted-with-policies>lifted-policies-ended',
  'lifted-with-policies>returned',
  'lifted-with-policies>not-lifted',
  'lifted-policies-ended>returned',
  'lifted-policies-ended>not-lifted',
  'returned>planned-exit',
  'removed>newly-identified',
  ...householdStates.filter((from) => from !== 'removed').map((from) => `${from}>removed`),
]);

test.each(pairs)('within a year: %s to %s', (from, to) => {
  const attempt = () => checkNextState({ year: 2018, state: from }, { year: 2018, state: to }, 2018);
  if (allowed.has(`${from}>${to}`)) expect(attempt()).toEqual({ year: 2018, state: to });
  else expect(attempt).toThrow(expect.objectContaining({ code: 'HOUSEHOLD_STATE' }));
});

test('no household is lifted without an exit that was planned', () => {
  const into = householdStates.filter((from) => stateTable[from].includes('lifted-with-policies'));
  expect(into).toEqual(['planned-exit']);
});

test('a later year may repeat the state', () => {
  const present = { year: 2017, state: 'lifted-with-policies' as const };
  expect(checkNextState(present, { year: 2018, state: 'lifted-with-policies' }, 2018).year).toBe(2018);
});

test.each([2016, 2019])('the year %d is refused: before the present state, or not begun', (year) => {
  const present = { year: 2017, state: 'not-lifted' as const };
  expect(() => checkNextState(present, { year, state: 'planned-exit' }, 2018)).toThrow(
    expect.objectContaining({ code: 'HOUSEHOLD_STATE_YEAR', facts: { earliest: 2017, latest: 2018 } }),
  );
});

test('an unknown state is named as bad input', () => {
  const present = { year: 2017, state: 'not-lifted' as const };
  expect(() => checkNextState(present, { year: 2018, state: 'rich' }, 2018)).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', facts: { field: 'state' } }),
  );
});

test('without a procedure a state is carried into a later year, and no other', () => {
  const at = (year: number, state: string) => ({ year, state }) as { year: number; state: 'not-lifted' };
  expect(() => checkCarried(at(2017, 'lifted-with-policies'), at(2018, 'lifted-with-policies'))).not.toThrow();
  expect(() => checkCarried(at(2018, 'newly-identified'), at(2018, 'not-lifted'))).not.toThrow();
  for (const [from, to] of [
    ['not-lifted', 'planned-exit'],
    ['planned-exit', 'lifted-with-policies'],
    ['lifted-with-policies', 'returned'],
    ['not-lifted', 'removed'],
  ] as const)
    expect(() => checkCarried(at(2017, from), at(2018, to))).toThrow(
      expect.objectContaining({ code: 'STATE_BY_PROCEDURE' }),
    );
});
