// A determination: turns by the frozen steps, postings that end by the clock and not while somebody objects, hands apart, the vote.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { householdStates, stateTable } from '../household-state/household-state.rules';
import {
  checkAnswerer,
  checkHands,
  checkTurn,
  checkVote,
  type StandingDetermination,
  waitingAt,
} from './determination.rules';
import { type DeterminationPack, determinationPackKind, parseDeterminationPack } from './determination-pack.rules';
import { noticeBody, noticeTitle } from './public-notice.rules';

const json = JSON.parse(readFileSync(join(projectRoot, 'data/determinations/laiwu-2018.json'), 'utf8'));
const pack: DeterminationPack = parseDeterminationPack(json);
const exit = pack.kinds.find(({ code }) => code === 'exit');
const steps = exit?.steps ?? [];
const POSTING = steps.findIndex(({ does }) => does === 'post');
const standing = (change: Partial<StandingDetermination> = {}): StandingDetermination => ({
  status: 'open',
  at: 0,
  steps,
  noticeId: null,
  postedUntil: null,
  proposedBy: 'clerk',
  appraisedBy: null,
  reviewedBy: null,
  verifiedBy: null,
  comparedBy: null,
  hands: {},
  ...change,
});
const now = { openObjections: 0, today: '2018-10-08', post: 'village-clerk' as const };
const coded = (code: string) => expect.objectContaining({ code });
const hand = (personId: string, standsFor: string[] = []) => ({ personId, principalId: null, standsFor });

test('an exit is appraised, marked by the town, verified with a signature, posted seven days, approved and announced', () => {
  expect(steps.map(({ does }) => does)).toEqual(['appraise', 'review', 'verify', 'post', 'approve', 'announce']);
  expect(steps[POSTING]?.days).toBeGreaterThanOrEqual(7);
  expect(steps.map(({ sets }) => sets ?? null)).toEqual([
    null,
    'planned-exit',
    null,
    null,
    'lifted-with-policies',
    null,
  ]);
});

test('an identification has two postings, one comparison and one announcement', () => {
  const does = pack.kinds.find(({ code }) => code === 'identification')?.steps.map((step) => step.does);
  expect(does).toEqual(['appraise', 'post', 'review', 'post', 'compare', 'approve', 'announce']);
});

test('whatever a step sets may follow the states that the procedure begins from, by the table of states', () => {
  for (const kind of pack.kinds)
    for (const from of kind.from) {
      if (from === 'unregistered') continue;
      const marks = kind.steps.flatMap(({ sets }) => sets ?? []).filter((state, at) => at > 0 || state !== from);
      [from, ...marks].reduce((before, after) => {
        expect([kind.code, before, after, stateTable[before].includes(after)]).toEqual([
          kind.code,
          before,
          after,
          true,
        ]);
        return after;
      });
    }
  expect(householdStates).toHaveLength(7);
});

test('a step is taken in its turn and by its post', () => {
  expect(checkTurn(standing(), 'appraise', now).step.code).toBe('village-appraisal');
  expect(() => checkTurn(standing(), 'review', { ...now, post: 'town-officer' })).toThrow(coded('DETERMINATION_STEP'));
  expect(() => checkTurn(standing({ at: 1 }), 'review', now)).toThrow(coded('DETERMINATION_NOT_YOURS'));
  expect(() => checkTurn(standing({ status: 'refused' }), 'appraise', now)).toThrow(coded('DETERMINATION_ENDED'));
});

test('a posting stands until its day, then the clock alone passes it, and an objection holds it longer', () => {
  const posted = standing({ at: POSTING, noticeId: 'n', postedUntil: '2018-10-08' });
  const district = { ...now, post: 'district-officer' as const };
  expect(() => checkTurn(posted, 'approve', { ...district, today: '2018-10-07' })).toThrow(coded('POSTING_RUNS'));
  expect(() => checkTurn(posted, 'approve', { ...district, openObjections: 1 })).toThrow(coded('OBJECTION_OPEN'));
  expect(checkTurn(posted, 'approve', district).at).toBe(POSTING + 1);
  expect(waitingAt(posted, 0, '2018-10-07')).toBe(POSTING);
  expect(() => checkTurn(standing({ at: POSTING }), 'approve', district)).toThrow(coded('DETERMINATION_STEP'));
});

test('nobody checks what he made, nor what was made for him or by whoever he stands for', () => {
  const made = standing({ appraisedBy: 'clerk', reviewedBy: 'town' });
  for (const checker of [hand('clerk'), hand('other', ['clerk']), { ...hand('other'), principalId: 'clerk' }])
    expect(() => checkHands(made, 'review', checker)).toThrow(coded('DETERMINATION_SAME_PERSON'));
  expect(() => checkHands(made, 'review', hand('town'))).not.toThrow();
  expect(() => checkHands(made, 'approve', hand('town'))).toThrow(coded('DETERMINATION_SAME_PERSON'));
  expect(() => checkHands({ ...made, hands: { reviewed_by: 'boss' } }, 'approve', hand('boss'))).toThrow(
    coded('DETERMINATION_SAME_PERSON'),
  );
  expect(() => checkHands(made, 'approve', hand('district'))).not.toThrow();
  expect(() => checkAnswerer(made, 'poster', hand('poster'))).toThrow(coded('OBJECTION_OWN'));
  expect(() => checkAnswerer(made, 'poster', hand('town'))).toThrow(coded('OBJECTION_OWN'));
});

test.each([
  [30, 16, true],
  [30, 15, false],
  [1, 1, true],
])('of %d present %d in favour: %s', (present, inFavour, passes) => {
  expect(checkVote(steps[0] as never, { present, inFavour })).toBe(passes);
});

test('a notice tells its days, its people and where to object, with the names as they are given', () => {
  const facts = {
    place: '口镇某村',
    kindTitle: { zh: '脱贫退出', en: 'Exit' },
    stepTitle: { zh: '公示', en: 'Posting' },
    announces: false,
    year: 2018,
    lines: [
      { line: 1, village: '某村', head: '张*', people: 2 },
      { line: 2, village: '某村', head: '李**', people: 1 },
    ],
    fromOn: '2018-10-01',
    untilOn: '2018-10-08',
    days: 7,
    documents: [],
  };
  expect(noticeTitle(facts)).toBe('口镇某村2018年脱贫退出公示');
  expect(noticeBody(facts)).toContain(
    '共2户3人：\n1. 某村 张* 2人\n2. 某村 李** 1人\n公示期7天，2018-10-01至2018-10-08',
  );
  expect(noticeBody({ ...facts, announces: true, documents: ['莱城扶〔2018〕9号'] })).toContain(
    '经批准（莱城扶〔2018〕9号）',
  );
});

test('a pack that lets a posting end without its days, or approves nothing, is refused', () => {
  const changed = (change: (copy: typeof json) => void) => {
    const copy = structuredClone(json);
    change(copy);
    return determinationPackKind.schema.safeParse(copy).success;
  };
  expect(changed(() => undefined)).toBe(true);
  expect(changed((copy) => delete copy.kinds[1].steps[3].days)).toBe(false);
  expect(changed((copy) => copy.kinds[1].steps.splice(4, 1))).toBe(false);
  expect(changed((copy) => copy.kinds.push(copy.kinds[0]))).toBe(false);
});
