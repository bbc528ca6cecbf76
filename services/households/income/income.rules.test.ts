// Income a head is exact to the fen, its period ends on 30 September, and a household is held against the nearest line of its year.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#platform/process/project-root';
import { readPack } from '#platform/vocabulary/pack';
import { checkIncome, incomePeriod, netOf, nextOrdinal, perHead } from './income.rules';
import { explainLine, linesByNearness, linesFor, povertyLineKind } from './poverty-line.rules';

const form = { wages: 600_000n, business: 250_000n, property: 10_000n, transfers: 140_001n, productionCost: 80_000n };
const shandong = JSON.parse(readFileSync(join(projectRoot, 'data/poverty-lines/shandong.json'), 'utf8')) as object;
const { content: pack } = readPack(povertyLineKind, shandong);
if (!pack) throw new Error('the lines that ship are not sound');

test('the year is that in which the period ends', () => {
  expect(incomePeriod(2018)).toEqual({ from: '2017-10-01', to: '2018-09-30' });
});

test('wages, business, property and transfers, less the cost of production, by the head', () => {
  expect(netOf(form)).toBe(920_001n);
  expect([perHead(920_001n, 2), perHead(920_001n, 3), perHead(-1n, 2), perHead(1n, 2), perHead(1n, 3)]).toEqual([
    460_001n,
    306_667n,
    -1n,
    1n,
    0n,
  ]);
});

test('rounding is never further off than half a fen', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 1, max: 30 }), (net, members) => {
      const off = 2n * (perHead(net, members) * BigInt(members) - net);
      return off <= BigInt(members) && off >= -BigInt(members);
    }),
  );
});

test.each([
  ['INCOME_OUT_OF_TIME', 2018, '2015-01-01', '2018-09-30'],
  ['INCOME_OUT_OF_TIME', 2014, '2015-01-01', '2018-12-01'],
])('%s: only a period that is over, of a household that was registered', (code, year, registeredOn, today) => {
  expect(() => checkIncome(form, year, registeredOn, today)).toThrow(expect.objectContaining({ code }));
});

test('an amount below nothing is refused by its name', () => {
  expect(() => checkIncome({ ...form, transfers: -1n }, 2018, '2015-01-01', '2018-10-01')).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ field: 'transfers' }) }),
  );
});

test('one row waits at a time', () => {
  expect([nextOrdinal(null), nextOrdinal({ ordinal: 2, outcome: 'returned' })]).toEqual([1, 3]);
  expect(() => nextOrdinal({ ordinal: 1, outcome: null })).toThrow(expect.objectContaining({ code: 'INCOME_WAITS' }));
});

const lines = (number: string, year: number) =>
  linesFor(pack, number, year).map(({ level, amount }) => [level, amount]);

test('the nearest line of the year holds, with its source; a year without a line has none', () => {
  expect(lines('3712021012010007', 2018)).toEqual([
    ['provincial', 360_900n],
    ['national', 299_500n],
  ]);
  expect(lines('3712021012010007', 2017)).toEqual([['provincial', 352_700n]]);
  expect(lines('3712021012010007', 2016)).toEqual([]);
  expect(lines('3701021012010007', 2016)).toEqual([['municipal', 416_500n]]);
  expect(lines('4101021012010007', 2018)).toEqual([['national', 299_500n]]);
  expect(linesFor(pack, '37', 2018)[0]?.address).toMatch(/^http/);
});

test('the explanation tells the arithmetic and what it was chosen from', () => {
  const told = explainLine(360_899n, linesFor(pack, '371202', 2018), 2018);
  expect(told).toContain(
    '3608.99 a head is below the provincial line of 2018, 3609.00 (the nearest one; others: national 2995.00)',
  );
  expect(explainLine(360_900n, linesFor(pack, '371202', 2018), 2018)).toContain('is not below');
  expect(explainLine(1n, [], 2016)).toContain('No poverty line is known for 2016');
});

test('a line without a source is no line', () => {
  const [first] = (shandong as { lines: object[] }).lines;
  expect(readPack(povertyLineKind, { ...shandong, lines: [{ ...first, source: 'hearsay' }] }).content).toBe(null);
});

test('sums are held against the same line: the nearest level first, and of a level the closest place', () => {
  for (const [number, year] of [
    ['3712021012010007', 2018],
    ['3701021012010007', 2016],
    ['4101021012010007', 2018],
  ] as const) {
    const [nearest] = linesByNearness(pack, year).filter(({ code }) => number.startsWith(code));
    expect(nearest?.fen).toBe(linesFor(pack, number, year)[0]?.amount.toString());
  }
});
