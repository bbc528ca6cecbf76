// The packs of programmes that ship are sound, and what is wrong with one is told by its place.
import { readData } from '#platform/process/read-data';
import { readFacts } from './case-facts.rules';
import { findStep, waitingIn, weighConditions } from './case-step.rules';
import { parseProgrammePack, payableUnchecked, programmes } from './programme-pack.rules';

const shipped = readData('programmes', parseProgrammePack);
const packOf = (programme: string) => {
  const found = shipped.find((pack) => pack.programme === programme);
  if (!found) throw new Error(`no pack of ${programme}`);
  return found;
};
const house = packOf('house-renovation');
const maker = { personId: 'town', principalId: null };
const asked = (post: string, personId = 'district', more: object = {}) => ({
  post,
  checker: { personId, principalId: null, standsFor: [] },
  documentNumber: null,
  evidence: 0,
  ...more,
});
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

test('each programme ships a pack, and no case can be paid in any of them before a second person looked', () => {
  expect(shipped.map(({ programme }) => programme).sort()).toEqual([...programmes].sort());
  for (const pack of shipped) expect(payableUnchecked(pack)).toBeNull();
});

test('control: a pack that pays unchecked, or names what it does not list, is refused', () => {
  const steps = house.steps.map((step) => (step.code === 'recheck' ? { ...step, hand: null } : step));
  expect(payableUnchecked({ ...house, steps })).toBe('approved');
  expect(codeOf(() => parseProgrammePack({ ...house, steps }))).toBe('PROGRAMME_PACK_INVALID');
  expect(codeOf(() => parseProgrammePack({ ...house, start: 'elsewhere' }))).toBe('PROGRAMME_PACK_INVALID');
  expect(codeOf(() => parseProgrammePack({ ...house, states: house.states.slice(1) }))).toBe('PROGRAMME_PACK_INVALID');
});

test('a step is taken from its state, by its posts, by another person where it checks, and on its document', () => {
  const at = (state: string, code: string, by: ReturnType<typeof asked>) =>
    codeOf(() => findStep(house, { state, maker }, code, by));
  expect(at('evaluated', 'recheck', asked('district-officer'))).toBe('none');
  expect(at('applied', 'recheck', asked('district-officer'))).toBe('CASE_STATE');
  expect(at('evaluated', 'recheck', asked('village-clerk'))).toBe('CASE_NOT_YOUR_STEP');
  expect(at('evaluated', 'recheck', asked('district-officer', 'town'))).toBe('CASE_FOUR_EYES');
  const delegate = asked('district-officer', 'deputy', {
    checker: { personId: 'deputy', principalId: null, standsFor: ['town'] },
  });
  expect(at('evaluated', 'recheck', delegate)).toBe('CASE_FOUR_EYES');
  expect(at('rechecked', 'approve', asked('district-officer'))).toBe('CASE_NEEDS_DOCUMENT');
  expect(at('completed', 'accept', asked('district-officer'))).toBe('CASE_NEEDS_EVIDENCE');
});

test.each([
  [{}, []],
  [{ grade: 'B' }, ['grade']],
  [{ vacant: true }, ['vacant']],
  [{ relocated: true, onlyHouse: false }, ['onlyHouse', 'relocated']],
  [{ floorArea: 61 }, ['floorArea']],
  [{ people: 5, floorArea: 90 }, []],
  [{ people: 5, floorArea: 91 }, ['floorArea']],
])('a house is renovated only as the rules allow: %j fails %j', (change, failing) => {
  const good = {
    registered: true,
    people: 3,
    grade: 'D',
    onlyHouse: true,
    vacant: false,
    relocated: false,
    objections: false,
    floorArea: 60,
  };
  const weighed = weighConditions(house, false, { ...good, ...change });
  expect(weighed.filter(({ holds }) => !holds).map(({ fact }) => fact)).toEqual(failing);
});

test('single-person dibao asks for illness or disability, dibao of a household does not', () => {
  const dibao = packOf('dibao');
  const facts = { registered: true, perCapitaIncome: 300_000, dataMatches: true, objections: false, health: 'healthy' };
  const failing = (ofMember: boolean, more: object = {}) =>
    weighConditions(dibao, ofMember, { ...facts, ...more }).flatMap(({ holds, fact }) => (holds ? [] : [fact]));
  expect(failing(false)).toEqual([]);
  expect(failing(true)).toEqual(['health']);
  expect(failing(true, { health: 'disabled' })).toEqual([]);
  expect(failing(false, { perCapitaIncome: 360_901 })).toEqual(['perCapitaIncome']);
});

test('who is waited for is told by the state: a check for nobody who made, a withdrawal for nobody at all', () => {
  expect(waitingIn(house, 'evaluated', '2018-03-01')).toEqual({
    posts: ['district-officer', 'zone-officer', 'town-officer'],
    check: true,
    dueOn: '2018-03-21',
  });
  expect(waitingIn(house, 'moved-in', '2018-03-01')).toEqual({ posts: [], check: false, dueOn: null });
});

test.each([
  [{ code: 'grade', value: 'E' }, 'INVALID_INPUT'],
  [{ code: 'floorArea', value: '0' }, 'INVALID_INPUT'],
  [{ code: 'floorArea', value: '60.5' }, 'INVALID_INPUT'],
  [{ code: 'reason', value: '房屋漏雨' }, 'INVALID_INPUT'],
  [{ code: 'floorArea', value: '60' }, 'none'],
])('the fact %j told at the evaluation: %s', (fact, code) => {
  const step = house.steps.find((each) => each.code === 'evaluate');
  expect(codeOf(() => readFacts(house, step ?? { needs: [], tells: [] }, [fact]))).toBe(code);
});

test('yuan are kept as fen, and words hold no numbers of people', () => {
  const dibao = packOf('dibao');
  expect(readFacts(dibao, dibao.open, [{ code: 'perCapitaIncome', value: '3120.50' }])).toEqual({
    perCapitaIncome: 312_050,
  });
  const told = [{ code: 'reason', value: '本人 370902198001011234 重病' }];
  expect(codeOf(() => readFacts(dibao, dibao.open, told))).toBe('PERSONAL_NUMBER_IN_TEXT');
});
