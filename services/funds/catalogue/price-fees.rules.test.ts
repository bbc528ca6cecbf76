// Fees are priced by the catalogue of the day: classes, first-borne shares, price limits, ceilings, consent; in whatever order they come.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#platform/process/project-root';
import { readPack } from '#platform/vocabulary/pack';
import { feesOfLines } from '../settlement/stay-fees.rules';
import { medicalCatalogueKind } from './medical-catalogue.rules';
import { type ItemLine, priceFees } from './price-fees.rules';

const json = JSON.parse(readFileSync(join(projectRoot, 'data/catalogues/laiwu-2018.json'), 'utf8'));
const { content, flaws } = readPack(medicalCatalogueKind, json);
if (!content) throw new Error(JSON.stringify(flaws[0]));
const line = (itemCode: string, amount: bigint, more: Partial<ItemLine> = {}): ItemLine => ({
  itemCode,
  amount,
  quantity: '1',
  consent: false,
  ...more,
});
const priced = (...lines: ItemLine[]) =>
  priceFees(content, lines).lines.map(({ parts, unconsented }) => ({ parts, unconsented }));

test.each<[string, ItemLine, object]>([
  [
    'class A is in policy',
    line('XA0001', 5000n),
    { parts: { 'class-a': 5000n, 'above-limit': 0n, 'first-borne': 0n }, unconsented: 0n },
  ],
  // a tenth of 33.35 is 3.335
  [
    'of class B a tenth is first borne, halves up',
    line('XB0001', 3335n),
    { parts: { 'class-b': 3001n, 'above-limit': 0n, 'first-borne': 334n }, unconsented: 0n },
  ],
  // 5 days at 40, of which 30 a day are in policy
  [
    'above a price limit is out of policy',
    line('FW0001', 20000n, { quantity: '5' }),
    { parts: { 'class-a': 15000n, 'above-limit': 5000n, 'first-borne': 0n }, unconsented: 0n },
  ],
  [
    'class C with consent is the patient’s',
    line('XC0001', 900n, { consent: true }),
    { parts: { 'class-c': 900n }, unconsented: 0n },
  ],
  ['class C without consent is the hospital’s', line('XC0001', 900n), { parts: {}, unconsented: 900n }],
])('%s', (_, given, told) => {
  expect(priced(given)).toEqual([told]);
});

test('a ceiling of a stay: two imported hips of 25,000 are in policy up to 20,000 a piece and 30,000 together', () => {
  const [one, two] = priced(line('HC0002', 2500000n), line('HC0002', 2500000n));
  // 20000·30 % and 10000·30 % are first borne
  expect(one?.parts).toEqual({ 'class-b': 1400000n, 'above-limit': 500000n, 'first-borne': 600000n });
  expect(two?.parts).toEqual({ 'class-b': 700000n, 'above-limit': 1500000n, 'first-borne': 300000n });
});

test('unknown codes are listed once each, and nothing is priced', () => {
  expect(priceFees(content, [line('XX9', 1n), line('XA0001', 1n), line('XX9', 2n)])).toEqual({
    lines: [],
    unknownCodes: ['XX9'],
  });
});

test('another order of lines changes no part of the bill, and the parts make it', () => {
  const items = fc.array(
    fc.record({
      itemCode: fc.constantFrom(...content.items.map(({ code }) => code)),
      amount: fc.bigInt({ min: 1n, max: 4000000n }),
      quantity: fc.constantFrom('1', '2', '0.5'),
      consent: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(items, (lines) => {
      const fees = feesOfLines(priceFees(content, lines).lines);
      expect(feesOfLines(priceFees(content, [...lines].reverse()).lines)).toEqual(fees);
      const sum = Object.values(fees.parts).reduce((all, part) => all + part, fees.unconsented);
      expect(sum).toBe(lines.reduce((all, { amount }) => all + amount, 0n));
    }),
    { numRuns: 200 },
  );
});
