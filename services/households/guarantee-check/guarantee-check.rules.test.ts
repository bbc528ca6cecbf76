// The decision table of the guarantee check: each problem by its rule, the five verdicts, and the fewest facts that would have to change.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { type Answers, checkAnswers, judge, lineOf, standingOf } from './guarantee-check.rules';
import { guaranteePackKind, parseGuaranteePack } from './guarantee-pack.rules';

const json = JSON.parse(readFileSync(join(projectRoot, 'data/guarantee-checks/laiwu-2018.json'), 'utf8'));
const pack = parseGuaranteePack(json);
const well: Answers = {
  food: 'yes',
  clothing: 'yes',
  'water-need': 'yes',
  'water-replacement': 'yes',
  'water-handy': 'yes',
  'water-quality': 'yes',
  'house-grade': 'A',
  'children-at-school': 'yes',
  'education-policy': 'yes',
  'sick-member': 'yes',
  insured: 'yes',
  'able-to-work': 'yes',
  'key-group': 'no',
  'dibao-included': 'no',
  income: '3609.00',
};
const ground = { standing: 'poor' as const, line: '3609.00' };
const of = (change: Answers, standing: 'poor' | 'lifted' | 'outside' = 'poor') =>
  judge(pack, { ...well, ...change }, { ...ground, standing });

test('a household with all guarantees has no problem, and the line itself is enough', () => {
  expect(of({})).toEqual({ verdict: 'no-problem', problems: [], changes: [] });
  expect(of({ income: '3608.99' }).problems).toEqual(['income']);
});

test.each<[Answers, string[]]>([
  [{ food: 'no' }, ['two-worries']],
  [{ clothing: 'no' }, ['two-worries']],
  [{ 'water-need': 'no' }, ['water']],
  [{ 'water-replacement': 'no' }, []],
  [{ 'water-replacement': 'no', 'water-quality': 'no' }, ['water']],
  [{ 'water-handy': 'no', 'water-quality': 'no' }, []],
  [{ 'house-grade': 'B' }, []],
  [{ 'house-grade': 'C' }, ['house']],
  [{ 'house-grade': 'D' }, ['house']],
  [{ 'house-grade': 'to-appraise' }, []],
  [{ 'house-grade': 'to-appraise', 'key-group': 'yes' }, ['house']],
  [{ 'renovation-moved': 'no' }, ['house']],
  [{ 'children-at-school': 'no' }, ['education']],
  [{ 'education-policy': 'no' }, ['education']],
  [{ insured: 'no' }, ['medical']],
  [{ insured: 'no', 'sick-member': 'no' }, []],
  [{ 'one-stop': 'no' }, ['medical']],
])('%j: %j', (change, problems) => {
  expect(of(change).problems).toEqual(problems);
});

test('the education policy is owed to the poor alone', () => {
  expect(of({ 'education-policy': 'no' }, 'lifted').problems).toEqual([]);
});

test.each<[Answers, 'poor' | 'lifted' | 'outside', string]>([
  [{ food: 'no' }, 'outside', 'suggest-register'],
  [{ income: '3000' }, 'lifted', 'suggest-return'],
  [{ insured: 'no' }, 'lifted', 'fill-guarantee'],
  [{ income: '3000', 'able-to-work': 'no' }, 'poor', 'suggest-dibao'],
  [{ income: '3000', 'able-to-work': 'no', 'dibao-included': 'yes' }, 'poor', 'fill-guarantee'],
  [{ 'house-grade': 'D' }, 'poor', 'fill-guarantee'],
])('%j of a household that is %s: %s', (change, standing, verdict) => {
  expect(of(change, standing).verdict).toBe(verdict);
});

test('the fewest facts are told: one where one is enough, all where all are needed, and none that nobody can change', () => {
  expect(of({ 'water-replacement': 'no', 'water-handy': 'no', 'water-quality': 'no' }).changes).toEqual([
    { problem: 'water', question: 'water-replacement', from: 'no', to: 'yes' },
  ]);
  expect(of({ food: 'no', clothing: 'no' }).changes.map(({ question }) => question)).toEqual(['food', 'clothing']);
  expect(of({ insured: 'no' }).changes).toEqual([{ problem: 'medical', question: 'insured', from: 'no', to: 'yes' }]);
  expect(of({ income: '3000' }).changes).toEqual([
    { problem: 'income', question: 'income', from: '3000', to: '3609.00' },
  ]);
});

test('whatever the answers, the changes told leave no problem, and without any one of them one stays', () => {
  const yesNo = pack.questions.filter(({ kind }) => kind === 'yes-no').map(({ code }) => code);
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let round = 0; round < 60; round++) {
    const answers: Record<string, string> = {
      ...well,
      'house-grade': ['A', 'C', 'D', 'to-appraise'][Math.floor(next() * 4)] ?? 'A',
    };
    for (const code of yesNo) answers[code] = next() < 0.7 ? 'yes' : 'no';
    const found = judge(pack, answers, ground);
    const after = (skip: number) =>
      judge(
        pack,
        {
          ...answers,
          ...Object.fromEntries(found.changes.filter((_, at) => at !== skip).map(({ question, to }) => [question, to])),
        },
        ground,
      ).problems;
    expect(after(-1)).toEqual([]);
    for (const at of found.changes.keys()) expect(after(at)).not.toEqual([]);
  }
});

test('what the register knows is not taken from whoever asks, and what is needed is asked for', () => {
  const given = Object.entries(well)
    .filter(([code]) => !['sick-member', 'insured', 'able-to-work', 'key-group', 'dibao-included'].includes(code))
    .map(([question, answer]) => ({ question, answer }));
  const known = {
    'sick-member': 'no',
    insured: 'yes',
    'able-to-work': 'yes',
    'key-group': 'no',
    'dibao-included': 'no',
  };
  const told = checkAnswers(pack, given, known);
  expect(told.answers).toMatchObject({ food: 'yes', 'sick-member': 'no' });
  expect(told.known.sort()).toEqual(Object.keys(known).sort());
  const refused = (answers: typeof given, field: string) =>
    expect(() => checkAnswers(pack, answers, known)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.objectContaining({ field: `answers.${field}` }) }),
    );
  refused([...given, { question: 'insured', answer: 'yes' }], 'insured');
  refused([...given, { question: 'food', answer: 'yes' }], 'food');
  refused([...given, { question: 'tea', answer: 'yes' }], 'tea');
  refused(
    given.filter(({ question }) => question !== 'clothing'),
    'clothing',
  );
  refused([...given.filter(({ question }) => question !== 'food'), { question: 'food', answer: 'maybe' }], 'food');
});

test('standing follows the state, and the line the year', () => {
  expect(
    ['planned-exit', 'returned', 'lifted-policies-ended', 'removed'].map((state) => standingOf(state as 'removed')),
  ).toEqual(['poor', 'poor', 'lifted', 'outside']);
  expect([2016, 2017, 2018, 2026].map((year) => lineOf(pack, year))).toEqual([
    '3527.00',
    '3527.00',
    '3609.00',
    '3609.00',
  ]);
});

test('a pack whose rules name a question that there is not is refused', () => {
  const copy = structuredClone(json);
  copy.problems[0].when = { no: 'shoes' };
  expect(guaranteePackKind.schema.safeParse(copy).success).toBe(false);
});
