// Letters: the superior drafts, the region signs first, then another person above; a version binds from then until the next.
import fc from 'fast-check';
import { bindingOf, checkDrafter, LetterState, sideToSign, stateOf } from './letter.rules';
import { scoreLetter } from './letter-score.rules';
import { checkTerms, duties } from './letter-template.rules';

const town = { id: 'town', kind: 'town', parentId: 'zone' } as const;
const hand = (
  personId: string,
  post: 'town-officer' | 'zone-officer' | 'office-director' | 'office-officer',
  regionId: string,
) => ({
  personId,
  post,
  regionId,
  principalId: null as string | null,
  standsFor: [] as string[],
});
const officer = hand('o', 'town-officer', 'town');
const above = hand('z', 'zone-officer', 'zone');
const code = (expected: string) => expect.objectContaining({ code: expected });

test('the region directly above drafts, for districts, zones and towns', () => {
  expect(() => checkDrafter(town, above)).not.toThrow();
  expect(() => checkDrafter(town, hand('d', 'office-director', 'city'))).toThrow(code('LETTER_NOT_YOURS'));
  expect(() => checkDrafter(town, officer)).toThrow(code('LETTER_NOT_YOURS'));
  expect(() => checkDrafter({ ...town, kind: 'village', parentId: 'zone' }, above)).toThrow(
    code('LETTER_NOT_FOR_KIND'),
  );
});

test('the region signs first, then the superior, two people, and not beside a newer version', () => {
  const byRegion = { signedBy: 'o', principalId: null, side: 'region' } as const;
  expect(sideToSign(town, officer, [], true)).toBe('region');
  expect(sideToSign(town, above, [byRegion], true)).toBe('superior');
  expect(() => sideToSign(town, above, [], true)).toThrow(code('LETTER_REGION_FIRST'));
  expect(() => sideToSign(town, officer, [byRegion], true)).toThrow(code('LETTER_SIGNED'));
  expect(() => sideToSign(town, { ...above, personId: 'o' }, [byRegion], true)).toThrow(code('LETTER_TWO_HANDS'));
  // Whoever stands for the region's officer may not sign against him, nor may what was signed for somebody be signed by him.
  expect(() => sideToSign(town, { ...above, standsFor: ['o'] }, [byRegion], true)).toThrow(code('LETTER_TWO_HANDS'));
  expect(() => sideToSign(town, above, [{ ...byRegion, principalId: 'z' }], true)).toThrow(code('LETTER_TWO_HANDS'));
  expect(() => sideToSign(town, above, [byRegion], false)).toThrow(code('LETTER_SUPERSEDED'));
  for (const stranger of [
    hand('x', 'town-officer', 'other'),
    hand('c', 'office-director', 'city'),
    hand('y', 'office-officer', 'zone'),
  ])
    expect(() => sideToSign(town, stranger, [byRegion], true)).toThrow(code('LETTER_NOT_YOURS'));
});

const versions = fc.array(fc.option(fc.integer({ min: 0, max: 380 })), { minLength: 1, maxLength: 5 }).map((days) => {
  let last = 0;
  return days.map((at, index) => {
    if (at !== null) last = Math.max(last, at);
    const day = new Date(Date.UTC(2017, 11, 20) + last * 86_400_000).toISOString().slice(0, 10);
    return { year: 2018, version: index + 1, inForceOn: at === null ? null : day, signed: at === null ? 1 : 2 };
  });
});

test('no day of the year is bound by two versions, and from the first that is in force every day by one', () => {
  fc.assert(
    fc.property(versions, (all) => {
      const bound = all.flatMap((each) => bindingOf(all, each) ?? []).sort((a, b) => (a.from < b.from ? -1 : 1));
      bound.forEach((period, at) => {
        expect(period.from >= '2018-01-01' && period.until <= '2019-01-01').toBe(true);
        expect(bound[at + 1]?.from ?? '2019-01-01').toBe(period.until);
      });
      expect(all.filter((each) => stateOf(all, each) === LetterState.inForce).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('an amendment waits beside the version in force, and takes its place with the second signature', () => {
  const first = { year: 2018, version: 1, inForceOn: '2018-01-08', signed: 2 };
  const amended = { year: 2018, version: 2, inForceOn: null, signed: 1 };
  expect([first, amended].map((each) => stateOf([first, amended], each))).toEqual(['in-force', 'awaits-superior']);
  const signed = { ...amended, inForceOn: '2018-07-02', signed: 2 };
  expect([first, signed].map((each) => stateOf([first, signed], each))).toEqual(['superseded', 'in-force']);
  expect(bindingOf([first, signed], first)).toEqual({ from: '2018-01-08', until: '2018-07-02' });
  const unsigned = { year: 2018, version: 1, inForceOn: null, signed: 0 };
  expect([unsigned, amended].map((each) => stateOf([unsigned, amended], each))).toEqual([
    'superseded',
    'awaits-superior',
  ]);
});

const term = (duty: string, weight: number, ...lines: string[]) =>
  ({ duty, weight, lines }) as Parameters<typeof scoreLetter>[0][number];
const counts = (fulfilled: number, overdue: number, late = 0) => ({ due: 3, fulfilled, late, overdue, exempt: 2 });

test('the score is the mean of what was fulfilled, and duties without facts give their weight away', () => {
  const terms = [term('supervise', 40, 'a', 'b'), term('hold-helpers', 40, 'c'), term('keep-funds-safe', 20, 'd')];
  const facts = [
    { line: 'a', counts: counts(1, 1) },
    { line: 'b', counts: counts(3, 1) },
    { line: 'c', counts: counts(2, 0, 2) },
    { line: 'd', counts: counts(0, 0) },
  ];
  const { total, duties: scored } = scoreLetter(terms, facts, '0.5');
  expect(scored).toEqual([
    { duty: 'supervise', share: '0.6250', points: '31.25', formula: '(a 1/2 + b 3/4) / 2' },
    { duty: 'hold-helpers', share: '0.7500', points: '37.50', formula: 'c (2 + 0.5 × 2)/4' },
    { duty: 'keep-funds-safe', share: null, points: null, formula: '' },
  ]);
  expect(total).toBe('68.75');
  expect(scoreLetter(terms, [], '0.5').total).toBeNull();
});

test('one obligation more fulfilled never lowers a score, and the score stays between 0 and 100', () => {
  const some = fc.record({
    fulfilled: fc.nat(50),
    late: fc.nat(5),
    overdue: fc.nat(50),
    due: fc.nat(3),
    exempt: fc.nat(3),
  });
  fc.assert(
    fc.property(some, some, fc.integer({ min: 0, max: 100 }), (a, b, weight) => {
      const terms = [term('supervise', weight, 'a', 'b'), term('hold-helpers', 100 - weight, 'b')];
      const total = (first: typeof a) =>
        scoreLetter(
          terms,
          [
            { line: 'a', counts: first },
            { line: 'b', counts: b },
          ],
          '0.5',
        ).total;
      const before = total(a);
      if (before !== null) expect(Number(before) >= 0 && Number(before) <= 100).toBe(true);
      if (a.overdue === 0 || before === null) return;
      const after = total({ ...a, overdue: a.overdue - 1, fulfilled: a.fulfilled + 1 });
      expect(Number(after)).toBeGreaterThanOrEqual(Number(before));
    }),
  );
});

test('terms name each of the seven duties once, by known lines, and weights make 100', () => {
  const known = new Set(['a', 'b']);
  const whole = duties.map((duty, at) => term(duty, at === 0 ? 40 : 10, 'a'));
  expect(() => checkTerms(whole, known)).not.toThrow();
  expect(() => checkTerms(whole.slice(1), known)).toThrow(code('LETTER_DUTIES'));
  expect(() => checkTerms([...whole.slice(1), term('supervise', 40, 'a')], known)).toThrow(code('LETTER_DUTIES'));
  expect(() => checkTerms([term('strengthen-forces', 40, 'z'), ...whole.slice(1)], known)).toThrow(code('LETTER_LINE'));
  expect(() => checkTerms([term('strengthen-forces', 40, 'a', 'a'), ...whole.slice(1)], known)).toThrow(
    code('LETTER_LINE'),
  );
  expect(() => checkTerms([term('strengthen-forces', 39, 'a'), ...whole.slice(1)], known)).toThrow(
    code('LETTER_WEIGHTS'),
  );
});
