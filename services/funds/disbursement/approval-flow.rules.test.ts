// The flow by amount, each person once; the negative list is found in purpose and words, however they are spaced.
import { shippedPacks } from '../../../data/load/shipped-packs';
import { checkNegativeList, type FlowPack, flowFor, flowPackKind, waitingStep } from './approval-flow.rules';

const [pack] = shippedPacks('disbursement-flows', flowPackKind) as [FlowPack];
const codes = (fen: bigint) => flowFor(pack, fen).map(({ code, count }) => `${code} ${count}`);

test('the band is found by the amount, to the fen', () => {
  expect(codes(5_000_000n)).toEqual(['office 1']);
  expect(codes(5_000_001n)).toEqual(['county 1', 'office 1']);
  expect(codes(100_000_001n)).toEqual(['county 1', 'office 2', 'finance 1']);
});

test('steps wait in their order; a step of two waits for two', () => {
  const flow = flowFor(pack, 200_000_000n);
  const given = (step: string, personId: string) => ({ step, personId });
  expect(waitingStep(flow, [])).toMatchObject({ code: 'county', left: 1 });
  expect(waitingStep(flow, [given('county', 'a'), given('office', 'b')])).toMatchObject({ code: 'office', left: 1 });
  const most = [given('county', 'a'), given('office', 'b'), given('office', 'c')];
  expect(waitingStep(flow, most)).toMatchObject({ code: 'finance' });
  expect(waitingStep(flow, [...most, given('finance', 'd')])).toBeNull();
  expect(waitingStep(null, [])).toBeNull();
});

test('the negative list is found in the words, also spaced or full-width', () => {
  const refused = (texts: string[], purpose = 'industry-support') => {
    try {
      checkNegativeList(pack, { purpose, texts });
      return null;
    } catch (error) {
      return (error as { code: string; facts: { item: string } }).facts.item;
    }
  };
  expect(refused(['扶持香菇大棚 20 座'])).toBeNull();
  expect(refused(['改造村委 办公 楼一层'])).toBe('buildings');
  expect(refused(['用于偿还债务'])).toBe('debt');
  expect(refused(['为干部发放津贴'])).toBe('welfare');
  expect(() =>
    checkNegativeList(
      {
        negativeList: [{ code: 'staff', title: { zh: '人员', en: 'staff' }, purposes: ['staff-pay'], words: ['工资'] }],
      },
      { purpose: 'staff-pay', texts: [] },
    ),
  ).toThrow(expect.objectContaining({ code: 'NEGATIVE_LIST' }));
});

test('a pack whose bands do not rise, or end below every amount, is no pack', () => {
  const [first, ...rest] = pack.bands;
  const sound = (bands: unknown) => flowPackKind.schema.safeParse({ ...pack, bands }).success;
  expect(sound(pack.bands)).toBe(true);
  expect(sound([first])).toBe(false);
  expect(sound([...rest, first])).toBe(false);
});
