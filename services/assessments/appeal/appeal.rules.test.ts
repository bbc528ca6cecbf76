// Appeals and releases: in time, once, by the lit region; and no path of proposing, confirming, appealing and deciding lets one person make and check.
import type { Checker } from '#platform/vocabulary/hands';
import { checkReleaseAsked, checkReleaseDecision } from '../release/release.rules';
import { checkAppeal, checkAppealDecision, checkUpheld, type LightHands } from './appeal.rules';

const coded = (code: string) => expect.objectContaining({ code });
const confirmedAt = new Date('2018-04-20T08:00:00+08:00');
const light: LightHands = { regionId: 'town', colour: 'yellow', proposedBy: 'a', confirmedBy: 'b', confirmedAt };
const by = (personId: string, standsFor: string[] = []): Checker => ({ personId, principalId: null, standsFor });
const asked = { by: by('c'), regionId: 'town', node: 'visit-coverage' };
const facts = { nodes: ['town', 'visit-coverage'], fromAppeal: false, superseded: false };
const pack = { appealDays: 7 };
const appeal = (change: object = {}, of: object = {}, about: object = {}, now = '2018-04-27T07:59:59+08:00') =>
  checkAppeal({ ...light, ...change }, { ...asked, ...of }, pack, { ...facts, ...about }, new Date(now));

test('an appeal is in time until the last moment of its window, at an item that the light has', () => {
  expect(() => appeal()).not.toThrow();
  expect(() => appeal({}, {}, {}, '2018-04-27T08:00:00+08:00')).toThrow(coded('APPEAL_TOO_LATE'));
  expect(() => appeal({}, { node: 'funds' })).toThrow(coded('APPEAL_NODE_UNKNOWN'));
});

test('only the lit region appeals, against what is published and lit, and against nothing twice', () => {
  expect(() => appeal({}, { regionId: 'other' })).toThrow(coded('APPEAL_NOT_YOURS'));
  expect(() => appeal({ confirmedAt: null, confirmedBy: null })).toThrow(coded('LIGHT_NOT_PUBLISHED'));
  for (const colour of ['green', 'unlit']) expect(() => appeal({ colour })).toThrow(coded('NOTHING_LIT'));
  expect(() => appeal({}, {}, { fromAppeal: true })).toThrow(coded('APPEAL_FINAL'));
  expect(() => appeal({}, {}, { superseded: true })).toThrow(coded('LIGHT_SUPERSEDED'));
});

test('nobody appeals or decides for whoever he stands for, nor for those whom these stand for', () => {
  for (const maker of ['a', 'b']) {
    expect(() => appeal({}, { by: by('d', [maker]) })).toThrow(coded('SAME_PERSON'));
    expect(() => appeal({}, { by: { ...by('d'), principalId: maker } })).toThrow(coded('SAME_PERSON'));
  }
  const hands = { lightProposedBy: 'a', lightConfirmedBy: 'b', appealedBy: 'c', outcome: null };
  for (const maker of ['a', 'b', 'c'])
    expect(() => checkAppealDecision(hands, by('d', [maker]))).toThrow(coded('SAME_PERSON'));
  expect(() => checkAppealDecision(hands, by('d', ['e']))).not.toThrow();
  expect(() => checkReleaseDecision({ askedBy: 'c', outcome: null }, by('d', ['c']), true, [], [])).toThrow(
    coded('SAME_PERSON'),
  );
});

test('an appeal is upheld by figures, and a release waits for all consequences', () => {
  expect(() => checkUpheld(true, { hash: 'x' }, { hash: 'x' })).toThrow(coded('APPEAL_CHANGES_NOTHING'));
  expect(() => checkUpheld(false, { hash: 'x' }, { hash: 'x' })).not.toThrow();
  const due = [{ consequence: 'bulletin', zh: '通报', en: 'bulletin', dueDays: 1, source: 's' }];
  const open = { askedBy: 'c', outcome: null };
  expect(() => checkReleaseDecision(open, by('b'), true, due, [])).toThrow(coded('CONSEQUENCES_OPEN'));
  expect(() => checkReleaseDecision(open, by('b'), false, due, [])).not.toThrow();
  expect(() => checkReleaseDecision(open, by('b'), true, due, ['bulletin'])).not.toThrow();
  expect(() => checkReleaseDecision(open, by('c'), true, due, ['bulletin'])).toThrow(coded('SAME_PERSON'));
});

interface State {
  proposedBy: string | null;
  confirmedBy: string | null;
  appealedBy: string | null;
  decidedBy: string | null;
  releaseAskedBy: string | null;
  releasedBy: string | null;
}
const start: State = {
  proposedBy: null,
  confirmedBy: null,
  appealedBy: null,
  decidedBy: null,
  releaseAskedBy: null,
  releasedBy: null,
};
type Step = keyof State;

/** Everybody holds every post at once, so that the rules alone keep hands apart; `lax` drops one rule, as the control. */
function next(state: State, step: Step, person: string, lax?: Step): State | null {
  const { proposedBy, confirmedBy, appealedBy, decidedBy, releaseAskedBy } = state;
  if (state[step] !== null) return null;
  const hands: LightHands = {
    ...light,
    proposedBy: proposedBy ?? '',
    confirmedBy,
    confirmedAt: confirmedBy === null ? null : confirmedAt,
  };
  try {
    switch (step) {
      case 'proposedBy':
        break;
      case 'confirmedBy':
        if (proposedBy === null || proposedBy === person) return null;
        break;
      case 'appealedBy':
        checkAppeal(hands, { ...asked, by: by(person) }, pack, facts, confirmedAt);
        break;
      case 'decidedBy':
        if (appealedBy === null) return null;
        if (lax !== step)
          checkAppealDecision(
            { lightProposedBy: proposedBy ?? '', lightConfirmedBy: confirmedBy ?? '', appealedBy, outcome: null },
            by(person),
          );
        if (decidedBy !== null) return null;
        break;
      case 'releaseAskedBy':
        checkReleaseAsked(hands, 'town');
        break;
      case 'releasedBy':
        if (releaseAskedBy === null) return null;
        if (lax !== step) checkReleaseDecision({ askedBy: releaseAskedBy, outcome: null }, by(person), true, [], []);
        break;
    }
  } catch {
    return null;
  }
  return { ...state, [step]: person };
}

/** All states that four people reach in any order of steps. */
function reachable(lax?: Step): State[] {
  const seen = new Map([[JSON.stringify(start), start]]);
  const open = [start];
  for (let state = open.pop(); state; state = open.pop())
    for (const step of Object.keys(start) as Step[])
      for (const person of ['a', 'b', 'c', 'd']) {
        const reached = next(state, step, person, lax);
        if (!reached || seen.has(JSON.stringify(reached))) continue;
        seen.set(JSON.stringify(reached), reached);
        open.push(reached);
      }
  return [...seen.values()];
}

const oneHand = (state: State) =>
  (state.confirmedBy !== null && state.confirmedBy === state.proposedBy) ||
  (state.decidedBy !== null && [state.proposedBy, state.confirmedBy, state.appealedBy].includes(state.decidedBy)) ||
  (state.appealedBy !== null && [state.proposedBy, state.confirmedBy].includes(state.appealedBy)) ||
  (state.releasedBy !== null && state.releasedBy === state.releaseAskedBy);

test('in every reachable state who makes and who checks are different people; with a rule dropped, they are not', () => {
  const states = reachable();
  expect(states.length).toBeGreaterThan(100);
  expect(states.some(({ decidedBy, releasedBy }) => decidedBy !== null && releasedBy !== null)).toBe(true);
  expect(states.filter(oneHand)).toEqual([]);
  expect(reachable('decidedBy').some(oneHand)).toBe(true);
  expect(reachable('releasedBy').some(oneHand)).toBe(true);
});
