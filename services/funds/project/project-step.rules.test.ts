// The flow of a project by the pack that ships: who takes which step, nobody checks the hand before, no budget grows past its share unseen.
import { readFileSync } from 'node:fs';
import { readPack } from '#platform/vocabulary/pack';
import { readProjectFacts } from './project-facts.rules';
import { type ProjectPack, projectPackKind, spendableUnchecked } from './project-pack.rules';
import { checkGrowth, checkRenewal, findProjectStep, stepsFrom, waitingIn } from './project-step.rules';

const json = JSON.parse(readFileSync('data/project-flows/laiwu-2018.json', 'utf8'));
const pack = readPack(projectPackKind, json).content as ProjectPack;
const [village, town] = ['v', 't'].map((personId) => ({ personId, principalId: null, standsFor: [] }));

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'nothing was refused';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const review = (more: object) =>
  codeOf(() =>
    findProjectStep(
      pack,
      { state: 'proposed', sinceDay: '2018-03-01', hands: [{ personId: 'v', principalId: null }] },
      'review',
      {
        ...{ post: 'town-officer', checker: town ?? fail(), day: '2018-03-02', today: '2018-03-03' },
        ...{ documentNumber: '口政发〔2018〕1号', evidence: 0, ...more },
      },
    ),
  );
const fail = (): never => {
  throw new Error('nobody');
};

test('the pack that ships is sound: each state but the last can be left, and none is spendable without a check', () => {
  expect(readPack(projectPackKind, json).flaws).toEqual([]);
  const stuck = pack.states.filter(({ code }) => stepsFrom(pack, code).length === 0).map(({ code }) => code);
  expect(stuck).toEqual(['removed']);
  expect(spendableUnchecked(pack)).toBeNull();
});

test('control: a pack whose plan needs no second person is refused', () => {
  const steps = pack.steps.map((step) => (step.hand === 'checks' ? { ...step, hand: 'makes' } : step));
  expect(readPack(projectPackKind, { ...json, steps }).flaws.map(({ path }) => path)).toEqual(['states']);
});

test('a step is its posts’, on a document and a day in order, and a check never the hand’s before', () => {
  expect(review({})).toBe('nothing was refused');
  expect(review({ post: 'village-clerk' })).toBe('PROJECT_NOT_YOUR_STEP');
  expect(review({ checker: village })).toBe('PROJECT_FOUR_EYES');
  expect(review({ checker: { ...town, standsFor: ['v'] } })).toBe('PROJECT_FOUR_EYES');
  expect(review({ documentNumber: null })).toBe('PROJECT_NEEDS_DOCUMENT');
  expect(review({ day: '2018-02-28' })).toBe('PROJECT_DAY_OUT_OF_ORDER');
  expect(review({ day: '2018-03-04' })).toBe('PROJECT_DAY_OUT_OF_ORDER');
});

test('a budget grows to the share and not a fen beyond, but where it is approved by the step or only asked for', () => {
  const grown = (budget: bigint, step: { approvesBudget: boolean; change: 'ask' | null }) =>
    codeOf(() => checkGrowth(pack, step, { approved: 10_000n, budget, contract: null }));
  const plain = { approvesBudget: false, change: null };
  expect(grown(11_000n, plain)).toBe('nothing was refused');
  expect(grown(11_001n, plain)).toBe('PROJECT_OVER_GROWTH');
  expect(grown(20_000n, { approvesBudget: true, change: null })).toBe('nothing was refused');
  expect(grown(20_000n, { approvesBudget: false, change: 'ask' })).toBe('nothing was refused');
  const contract = () => checkGrowth(pack, plain, { approved: 10_000n, budget: 10_000n, contract: 11_001n });
  expect(codeOf(contract)).toBe('PROJECT_OVER_GROWTH');
});

test('renewal is of the fourth quarter, once a year; who is waited for is told by the pack', () => {
  const renewal = (day: string, renewedYear: number | null) =>
    codeOf(() => checkRenewal(pack, 'renew', { day, renewedYear }));
  expect(renewal('2018-10-01', 2017)).toBe('nothing was refused');
  expect(renewal('2018-09-30', null)).toBe('PROJECT_RENEWED');
  expect(renewal('2018-12-01', 2018)).toBe('PROJECT_RENEWED');
  expect(waitingIn(pack, 'proposed', '2018-03-01')).toEqual({
    posts: ['town-officer'],
    check: true,
    dueOn: '2018-03-16',
  });
});

test('facts are read by their kind; what the step does not name, or a number of a person, is refused', () => {
  const contract = pack.steps.find(({ code }) => code === 'contract') ?? fail();
  const read = (facts: Record<string, string>) => () =>
    readProjectFacts(
      contract,
      Object.entries(facts).map(([code, value]) => ({ code, value })),
    );
  const whole = { contractor: '某某建筑有限公司', contractAmount: '1200.50', contractNumber: '2018-3' };
  expect(read(whole)()).toEqual({ ...whole, contractAmount: '120050' });
  expect(codeOf(read({ ...whole, percent: '3' }))).toBe('PROJECT_FACT_UNKNOWN');
  expect(codeOf(read({ contractor: '甲' }))).toBe('PROJECT_NEEDS_FACT');
  expect(codeOf(read({ ...whole, contractor: '电话 13800138000' }))).toBe('INVALID_INPUT');
});
