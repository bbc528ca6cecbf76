// A look-back case by case: the table of states, what a check must tell, hands apart, and which determination puts what right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import {
  caseStates,
  checkCaseMove,
  checkFix,
  checkRechecker,
  lateReasonOf,
  nextCaseStates,
  stateAfterCheck,
} from './look-back.rules';
import { parseLookBackPack } from './look-back-pack.rules';
import { progressFrom } from './look-back-progress.rules';

const pack = parseLookBackPack(JSON.parse(readFileSync(join(projectRoot, 'data/look-backs/laiwu-2018.json'), 'utf8')));
const coded = (code: string) => expect.objectContaining({ code });
const fine = { verdict: 'no-problem', problems: [] };

test('a case goes from check to fix to re-check and no other way, as the database’s own table says', () => {
  const migration = readFileSync(
    join(projectRoot, 'services/households/migrations/1700000000234-look-backs.ts'),
    'utf8',
  );
  const told = [...(/const moves = `([^`]+)`/.exec(migration)?.[1] ?? '').matchAll(/\('([a-z-]+)', '([a-z-]+)'\)/g)];
  const pairs = caseStates.flatMap((from) => nextCaseStates[from].map((to) => `${from}>${to}`));
  expect(told.map(([, from, to]) => `${from}>${to}`).sort()).toEqual(pairs.sort());
  expect(() => checkCaseMove({ state: 'clean' }, 'fixed')).toThrow(coded('LOOK_BACK_STATE'));
});

test('a check that fails is put into a category; missed is none of the list’s', () => {
  expect(stateAfterCheck(pack, fine, null)).toBe('clean');
  expect(stateAfterCheck(pack, fine, 'people-differ')).toBe('problem');
  expect(stateAfterCheck(pack, { verdict: 'suggest-return', problems: ['income'] }, 'wrongly-exited')).toBe('problem');
  expect(() => stateAfterCheck(pack, { verdict: 'suggest-return', problems: ['income'] }, null)).toThrow(
    coded('LOOK_BACK_PROBLEM_UNTOLD'),
  );
  for (const category of ['missed', 'tea'])
    expect(() => stateAfterCheck(pack, fine, category)).toThrow(coded('LOOK_BACK_CATEGORY'));
});

test('whoever checked or put right does not re-check, also not by delegation', () => {
  const one = {
    state: 'fixed' as const,
    category: 'people-differ',
    checkedBy: 'a',
    fixedBy: 'b',
    hands: { fixed_by: 'boss' },
  };
  const who = (personId: string, standsFor: string[] = []) => ({ personId, principalId: null, standsFor });
  for (const checker of [who('a'), who('b'), who('boss'), who('c', ['a'])])
    expect(() => checkRechecker(one, checker)).toThrow(coded('LOOK_BACK_SAME_PERSON'));
  expect(() => checkRechecker(one, who('c'))).not.toThrow();
});

test('who was wrongly exited is put right by a determination of that household, proposed since', () => {
  const openedAt = new Date('2018-05-01');
  const one = { category: 'wrongly-exited', householdId: 'h', regionId: 'v' };
  const determination = {
    kind: 'wrong-exit',
    householdId: 'h',
    regionId: 'v',
    proposedAt: new Date('2018-05-03'),
    approvedAt: null,
  };
  expect(() => checkFix(pack, one, determination, openedAt)).not.toThrow();
  for (const wrong of [
    null,
    { ...determination, kind: 'removal' },
    { ...determination, householdId: 'other' },
    { ...determination, proposedAt: new Date('2018-04-30') },
  ])
    expect(() => checkFix(pack, one, wrong, openedAt)).toThrow(coded('LOOK_BACK_FIX_NEEDED'));
  expect(() => checkFix(pack, { ...one, category: 'people-differ' }, null, openedAt)).not.toThrow();
  const missed = { category: 'missed', householdId: null, regionId: 'v' };
  expect(() =>
    checkFix(pack, missed, { ...determination, kind: 'identification', householdId: 'new' }, openedAt),
  ).not.toThrow();
});

test('progress adds up: every case is in one state, missed ones beside the list', () => {
  const counts = [
    { state: 'to-check' as const, category: null, missed: false, cases: 5 },
    { state: 'clean' as const, category: null, missed: false, cases: 3 },
    { state: 'settled' as const, category: 'people-differ', missed: false, cases: 2 },
    { state: 'problem' as const, category: 'missed', missed: true, cases: 1 },
  ];
  const progress = progressFrom(pack, counts);
  expect(progress).toMatchObject({ listed: 10, toCheck: 5, clean: 3, problems: 1, fixed: 0, settled: 2 });
  expect(progress.byCategory.find(({ category }) => category === 'people-differ')).toMatchObject({
    found: 2,
    settled: 2,
  });
  expect(progress.byCategory.reduce((sum, { found }) => sum + found, 0)).toBe(3);
});

test('a close-out after its day says why, and one in time has nothing to say', () => {
  expect(lateReasonOf('2018-09-30', '2018-09-30', null)).toBe(null);
  expect(lateReasonOf('2018-09-30', '2018-09-30', '汛期道路中断')).toBe(null);
  expect(lateReasonOf('2018-09-30', '2018-10-01', '汛期道路中断')).toBe('汛期道路中断');
  expect(() => lateReasonOf('2018-09-30', '2018-10-01', null)).toThrow(coded('LOOK_BACK_LATE'));
});
