// The way of a finding: its table of states, two people at its end, and overdue by its date.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import {
  checkAccountable,
  checkClosing,
  checkLeadUnit,
  checkMove,
  checkReady,
  checkRecheck,
  findingStates,
  isOverdue,
  nextStates,
  type StandingFinding,
} from './finding.rules';
import { dueOn, parseFindingPack, weightOf } from './finding-pack.rules';

const standing = (change: Partial<StandingFinding> = {}): StandingFinding => ({
  state: 'rectifying',
  leadUnit: 'town',
  dueOn: '2018-05-10',
  acceptedAt: new Date(0),
  measures: '补齐',
  requestedBy: 'rectifier',
  recheckedBy: 'inspector',
  ...change,
});
const json = () => JSON.parse(readFileSync(join(projectRoot, 'data/findings/findings-2018.json'), 'utf8'));
const pack = parseFindingPack(json());

test('nothing is closed without request and re-check, and every state can still end in a close-out', () => {
  const before = (to: string) => findingStates.filter((state) => (nextStates[state] as string[]).includes(to));
  expect(before('closed')).toEqual(['rechecked']);
  expect(before('rechecked')).toEqual(['closure-requested']);
  expect(before('found')).toEqual([]);
  const ends = new Set<string>(['closed']);
  for (let grown = true; grown; ) {
    const more = findingStates.filter((state) => !ends.has(state) && nextStates[state].some((next) => ends.has(next)));
    grown = more.length > 0;
    for (const state of more) ends.add(state);
  }
  expect(ends.size).toBe(findingStates.length);
  expect(() => checkMove({ state: 'assigned' }, 'closed')).toThrow(
    expect.objectContaining({ code: 'FINDING_STATE_FORBIDS' }),
  );
});

test('the database keeps the same table', () => {
  const migration = readFileSync(
    join(projectRoot, 'services/assessments/migrations/1700000000050-findings.ts'),
    'utf8',
  );
  const inSql = [
    ...(/const moves = `([^`]+)`/.exec(migration)?.[1]?.matchAll(/\('([a-z-]+)', '([a-z-]+)'\)/g) ?? []),
  ].map(([, from, to]) => `${from} ${to}`);
  expect(inSql.sort()).toEqual(findingStates.flatMap((from) => nextStates[from].map((to) => `${from} ${to}`)).sort());
});

test('who rectified neither re-checks nor closes, nor does that unit; who re-checked does not close alone', () => {
  const samePerson = expect.objectContaining({ code: 'SAME_PERSON' });
  const sameUnit = expect.objectContaining({ code: 'SAME_UNIT' });
  expect(() => checkRecheck(standing(), { personId: 'rectifier', unitId: 'city' })).toThrow(samePerson);
  expect(() => checkRecheck(standing(), { personId: 'other', unitId: 'town' })).toThrow(sameUnit);
  expect(() => checkClosing(standing(), { personId: 'inspector', unitId: 'city' })).toThrow(samePerson);
  expect(() => checkClosing(standing(), { personId: 'rectifier', unitId: 'city' })).toThrow(samePerson);
  expect(() => checkClosing(standing(), { personId: 'director', unitId: 'city' })).not.toThrow();
  expect(() => checkLeadUnit(standing(), { personId: 'x', unitId: null })).toThrow(
    expect.objectContaining({ code: 'FINDING_NOT_YOURS' }),
  );
});

test('overdue is the day after the due day, never once closed; only then is somebody held to account', () => {
  expect(isOverdue(standing(), '2018-05-10')).toBe(false);
  expect(isOverdue(standing(), '2018-05-11')).toBe(true);
  expect(isOverdue(standing({ state: 'closed' }), '2018-05-11')).toBe(false);
  expect(() => checkAccountable(standing(), '2018-05-10')).toThrow(
    expect.objectContaining({ code: 'FINDING_NOT_OVERDUE' }),
  );
  expect(() => checkAccountable(standing(), '2018-05-11')).not.toThrow();
});

test('held to account, a unit goes on where it stood', () => {
  const held = (change: Partial<StandingFinding>) => standing({ state: 'accountable', ...change });
  expect(() => checkReady(held({ acceptedAt: null, measures: null }), 'closure-requested')).toThrow();
  expect(() => checkReady(held({ acceptedAt: null, measures: null }), 'accepted')).not.toThrow();
  expect(() => checkReady(held({ measures: null }), 'rectifying')).not.toThrow();
  expect(() => checkReady(held({}), 'closure-requested')).not.toThrow();
});

test('the pack weighs a relapse as a multiple and gives the due day; what it assumes it says', () => {
  expect([weightOf(pack, 'funds', 0), weightOf(pack, 'funds', 1), weightOf(pack, 'funds', 3)]).toEqual([3, 6, 6]);
  expect(dueOn(pack, 'support', '2018-12-25')).toBe('2019-01-09');
  expect(() => weightOf(pack, 'nothing', 0)).toThrow(expect.objectContaining({ code: 'FINDING_CATEGORY_UNKNOWN' }));
  const wrong = (change: object) => () => parseFindingPack({ ...json(), ...change });
  for (const change of [{ assumed: [] }, { categories: [] }, { relapse: { times: 0 } }, { more: 1 }])
    expect(wrong(change)).toThrow(expect.objectContaining({ code: 'FINDING_PACK_INVALID' }));
});
