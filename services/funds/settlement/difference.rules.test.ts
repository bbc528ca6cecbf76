// What differs between two settlements of one bill is by payer, both ways, and sums to nothing.
import { differenceOf, isNothing } from './difference.rules';

const before = {
  shares: [
    { layer: 'basic', payer: 'basic-insurance', amount: 700n },
    { layer: 'supplementary', payer: 'supplementary-insurance', amount: 200n },
  ],
  patientPays: 100n,
  moved: { 'basic-paid': 700n, borne: 100n },
};
const after = {
  shares: [
    { layer: 'basic', payer: 'basic-insurance', amount: 700n },
    { layer: 'assistance', payer: 'medical-assistance', amount: 150n },
    { layer: 'supplementary', payer: 'supplementary-insurance', amount: 110n },
  ],
  patientPays: 40n,
  moved: { 'basic-paid': 700n, borne: 40n, 'assistance-paid': 150n },
};

test('who paid too little pays on, who paid too much is given back', () => {
  const { shares, patientPays, moved } = differenceOf(before, after);
  expect(shares).toEqual([
    { layer: 'supplementary', payer: 'supplementary-insurance', amount: -90n },
    { layer: 'assistance', payer: 'medical-assistance', amount: 150n },
  ]);
  expect(shares.reduce((sum, { amount }) => sum + amount, patientPays)).toBe(0n);
  expect(moved).toEqual([
    { name: 'borne', amount: -60n, earlier: false },
    { name: 'assistance-paid', amount: 150n, earlier: false },
  ]);
});

test('of a settlement and itself nothing is left', () => {
  expect(isNothing(differenceOf(before, before))).toBe(true);
  expect(isNothing(differenceOf(before, after))).toBe(false);
});
