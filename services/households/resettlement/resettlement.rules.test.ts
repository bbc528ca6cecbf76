// Lists of households that go to a successor village: what a list is, and which village succeeds.
import { checkDecision, checkList, checkSuccessor } from './resettlement.rules';

const code = (expected: string) => expect.objectContaining({ code: expected });

test('a list names each household once, by a document, from a day that has come', () => {
  const list = { householdIds: ['a', 'b'], effectiveOn: '2018-06-01', documentNumber: '口政发〔2018〕5号' };
  expect(() => checkList(list, '2018-06-01')).not.toThrow();
  for (const wrong of [
    { householdIds: [] },
    { householdIds: ['a', 'a'] },
    { documentNumber: ' ' },
    { effectiveOn: '2018-06-02' },
  ])
    expect(() => checkList({ ...list, ...wrong }, '2018-06-01')).toThrow(code('INVALID_INPUT'));
});

test('a village succeeds where it was split off, also from one that has ended since, and not before it was founded', () => {
  const village = { regionId: 'new', path: '0001/0009/', kind: 'village', originId: 'old', validFrom: '2018-06-01' };
  expect(() => checkSuccessor(village, ['old'], '2018-06-01')).not.toThrow();
  expect(() => checkSuccessor(village, ['stays', 'old'], '2018-07-01')).not.toThrow();
  for (const wrong of [{ originId: null }, { originId: 'other' }, { kind: 'town' }, { validFrom: '2018-06-02' }])
    expect(() => checkSuccessor({ ...village, ...wrong }, ['old'], '2018-06-01')).toThrow(code('NOT_ITS_SUCCESSOR'));
});

test('a list is decided once, and approved by another person', () => {
  expect(() => checkDecision({ proposedBy: 'a', decidedAt: null }, 'a', true)).toThrow(code('RESETTLEMENT_OWN'));
  expect(() => checkDecision({ proposedBy: 'a', decidedAt: null }, 'a', false)).not.toThrow();
  expect(() => checkDecision({ proposedBy: 'a', decidedAt: new Date(0) }, 'b', true)).toThrow(
    code('RESETTLEMENT_DECIDED'),
  );
});
