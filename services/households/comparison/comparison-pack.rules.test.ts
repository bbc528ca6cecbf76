// Comparisons: of a row the least is kept, and the rule in force says which rows ask anything.
import { shippedPacks } from '../../../data/load/shipped-packs';
import { type ComparisonPack, comparisonPackKind, isAskedAbout, keptOf, kindOf } from './comparison-pack.rules';

const [pack] = shippedPacks('comparisons', comparisonPackKind) as [ComparisonPack];

test.each([
  ['death', '2018-03-04', '2018-03-04'],
  ['vehicle', '鲁S·12345', '345'],
  ['vehicle', '鲁s 8a88k', '88K'],
  ['company', ' 莱芜市某某商贸有限公司 ', '莱芜市某某商贸有限公司'],
])('of a row about %s, %s leaves %s', (kind, told, kept) => {
  expect(keptOf(kindOf(pack, kind), told, 'rows[0].fact')).toBe(kept);
});

test.each([
  ['death', '去年', 'INVALID_INPUT'],
  ['vehicle', '12', 'INVALID_INPUT'],
  ['company', '法人 11010519491231002X', 'PERSONAL_NUMBER_IN_TEXT'],
])('%s: %s is refused', (kind, told, code) => {
  expect(() => keptOf(kindOf(pack, kind), told, 'rows[0].fact')).toThrow(expect.objectContaining({ code }));
});

test('a wage asks from the threshold on, and without an amount it asks nothing', () => {
  const salary = kindOf(pack, 'salary');
  expect([null, 90_224n, 90_225n].map((amount) => isAskedAbout(salary, amount))).toEqual([false, false, true]);
  expect(isAskedAbout(kindOf(pack, 'death'), null)).toBe(true);
});
