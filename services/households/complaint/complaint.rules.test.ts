// Complaints about wrong data: three people, a town's objection goes above, and what a correction changes is told before it is done.
import { readPack } from '#platform/vocabulary/pack';
import { shippedPacks } from '../../../data/load/shipped-packs';
import { checkAnswer, checkClaimed, checkExamine, figureOf } from './complaint.rules';
import { complaintClockKind } from './complaint-clock.rules';
import { effectOf } from './effect.rules';

const by = (personId: string) => ({ personId, principalId: null, standsFor: [] });
const filed = { side: 'household', householdId: 'h', filedBy: 'clerk', examinedBy: null, outcome: null };
const examined = { ...filed, examinedBy: 'officer' };

test.each([
  ['COMPLAINT_SAME_PERSON', () => checkExamine(filed, by('clerk'), 'town-officer')],
  ['COMPLAINT_SAME_PERSON', () => checkExamine(filed, { ...by('x'), standsFor: ['clerk'] }, 'town-officer')],
  ['COMPLAINT_FOR_ABOVE', () => checkExamine({ ...filed, side: 'town' }, by('x'), 'town-officer')],
  ['COMPLAINT_STEP', () => checkExamine(examined, by('x'), 'town-officer')],
  ['COMPLAINT_STEP', () => checkAnswer(filed, by('x'), 'stands')],
  ['COMPLAINT_SAME_PERSON', () => checkAnswer(examined, by('officer'), 'stands')],
  ['COMPLAINT_SAME_PERSON', () => checkAnswer(examined, by('clerk'), 'stands')],
  ['FIGURE_OF_NOBODY', () => checkAnswer({ ...examined, householdId: null }, by('x'), 'corrected')],
])('%s', (code, run) => {
  expect(run).toThrow(expect.objectContaining({ code }));
});

test('a coded figure is claimed by its code, another one in words without a number', () => {
  expect(checkClaimed('claimed', figureOf('type'), 'dibao-poor')).toBe('dibao-poor');
  expect(checkClaimed('claimed', figureOf('state'), 'returned')).toBe('returned');
  expect(() => checkClaimed('claimed', figureOf('type'), '低保')).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT' }),
  );
  const told = () => checkClaimed('claimed', figureOf('idNumber'), '11010519491231002X');
  expect(told).toThrow(expect.objectContaining({ code: 'PERSONAL_NUMBER_IN_TEXT' }));
  expect(() => figureOf('constructor')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});

test('a dibao household that is none loses the tag; one taken from the register takes its people and visits along', () => {
  const quarters = [{ quarter: '2018Q1', owed: 3, done: 2 }];
  const ground = { type: 'dibao-poor', state: 'not-lifted', members: 4, quarters };
  expect(effectOf(ground, 'type', 'general-poor')).toEqual({
    tagsBefore: ['registered-poor', 'dibao'],
    tagsAfter: ['registered-poor'],
    states: [],
    visits: [],
  });
  expect(effectOf(ground, 'state', 'removed')).toMatchObject({
    tagsAfter: ['dibao'],
    states: [
      { state: 'not-lifted', households: -1, people: -4 },
      { state: 'removed', households: 1, people: 4 },
    ],
    visits: [{ quarter: '2018Q1', owed: -3, done: -2 }],
  });
  expect(effectOf({ ...ground, state: 'removed' }, 'state', 'newly-identified').visits).toEqual(quarters);
  expect(effectOf(ground, 'health', 'disabled')).toMatchObject({ states: [], visits: [] });
});

test('the clock that ships is sound, and one that answers before it examines is not', () => {
  const [clock] = shippedPacks('complaint-clocks', complaintClockKind);
  expect(clock).toMatchObject({ examineDays: 7, answerDays: 15 });
  const hasty = readPack(complaintClockKind, { ...clock, answerDays: 6 });
  expect(hasty.flaws.map(({ path }) => path)).toEqual(['answerDays']);
});
