// Withheld sums: whoever adds and subtracts what is shown, also knowing a region's own figures and that no count is negative, finds none of them.
import fc from 'fast-check';
import { type Cell, withheldCells } from './withhold.rules';

const MINIMUM = 5;
const isSmall = ({ counts }: Cell) => counts.some((count) => count > 0n && count < BigInt(MINIMUM));
const cell = (id: string, parent: string | null, done: number, left: number): Cell => {
  const columns = [BigInt(done), BigInt(left)];
  return { id, parent, columns, counts: columns };
};

/** A city of districts of towns, each with something of its own that lies in no part. */
const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }));
const pair = fc.tuple(count, count);
const cities = fc
  .array(fc.record({ own: pair, towns: fc.array(pair, { maxLength: 5 }) }), { minLength: 1, maxLength: 5 })
  .map((districts): Cell[] => {
    const below = districts.flatMap(({ own, towns }, at) => {
      const district = `d${at}`;
      const sum = (column: 0 | 1) => towns.reduce((total, town) => total + town[column], own[column]);
      return [
        cell(district, 'city', sum(0), sum(1)),
        ...towns.map((town, nth) => cell(`${district}t${nth}`, district, ...town)),
      ];
    });
    const tops = below.filter(({ parent }) => parent === 'city');
    const total = (column: number) => tops.reduce((sum, { columns }) => sum + Number(columns[column]), 0);
    return [cell('city', null, total(0), total(1)), ...below];
  });

/** The bounds that somebody reaches who knows `known`, the sums, and that nothing is below zero; exact, as the sums form a tree. */
function boundsOf(cells: Cell[], column: number, known: (id: string) => boolean): Map<string, [number, number]> {
  const value = (of: Cell) => Number(of.columns[column]);
  const wholes = cells
    .map((whole) => ({ whole, parts: cells.filter(({ parent }) => parent === whole.id) }))
    .filter(({ parts }) => parts.length > 0)
    .map(({ whole, parts }) => {
      const left = value(whole) - parts.reduce((sum, part) => sum + value(part), 0);
      return { whole: whole.id, parts: [...parts.map(({ id }) => id), `${whole.id} rest`], left };
    });
  const bounds = new Map<string, [number, number]>();
  for (const of of cells) bounds.set(of.id, known(of.id) ? [value(of), value(of)] : [0, 10_000]);
  for (const { whole, left } of wholes)
    bounds.set(`${whole} rest`, known(`${whole} rest`) ? [left, left] : [0, 10_000]);
  const at = (id: string) => bounds.get(id) as [number, number];
  for (let pass = 0; pass < 12; pass++)
    for (const { whole, parts } of wholes) {
      const sum = (end: 0 | 1, without = '') =>
        parts.reduce((total, id) => (id === without ? total : total + at(id)[end]), 0);
      const narrow = (id: string, lo: number, hi: number) =>
        bounds.set(id, [Math.max(at(id)[0], lo), Math.min(at(id)[1], hi)]);
      narrow(whole, sum(0), sum(1));
      for (const id of parts) narrow(id, at(whole)[0] - sum(1, id), at(whole)[1] - sum(0, id));
    }
  return bounds;
}

function found(cells: Cell[], withheld: ReadonlySet<string>, insider: string | null): string[] {
  const within = (id: string) =>
    insider !== null && (id === insider || id.startsWith(`${insider}t`) || id === `${insider} rest`);
  // The only part of a region is that region: who knows the one knows the other.
  const sameAs = (id: string) => {
    const parent = cells.find((each) => each.id === id)?.parent;
    const alone = cells.filter((each) => each.parent === parent).length === 1 && !withheld.has(`${parent} rest`);
    return parent && alone ? parent : null;
  };
  const same = new Set<string>();
  for (let id = insider && sameAs(insider); id; id = sameAs(id)) same.add(id);
  const known = (id: string) => within(id) || !withheld.has(id);
  return [0, 1].flatMap((column) => {
    const bounds = boundsOf(cells, column, known);
    return cells
      .filter((of) => withheld.has(of.id) && !within(of.id) && !same.has(of.id) && of.columns[column] !== 0n)
      .filter(({ id }) => bounds.get(id)?.[0] === bounds.get(id)?.[1])
      .map(({ id }) => `${id} column ${column} known to ${insider ?? 'everybody'}`);
  });
}

test('every small number is withheld, and no withheld number is found from the others, by nobody and by no official', () => {
  fc.assert(
    fc.property(cities, (cells) => {
      const withheld = withheldCells(cells, MINIMUM);
      for (const each of cells) if (isSmall(each)) expect(withheld).toContain(each.id);
      for (const insider of [null, ...cells.map(({ id }) => id).filter((id) => id !== 'city')])
        expect(found(cells, withheld, insider)).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test('to withhold the small ones alone would tell them: the proof has a control', () => {
  const towns = [cell('d0', 'city', 43, 30), cell('d0t0', 'd0', 3, 10), cell('d0t1', 'd0', 40, 20)];
  const cells = [cell('city', null, 43, 30), ...towns];
  expect(found(cells, new Set(['d0t0']), null)).toEqual([
    'd0t0 column 0 known to everybody',
    'd0t0 column 1 known to everybody',
  ]);
});

test('beside a small number the least others are withheld, and the sum above stays shown', () => {
  const towns = [2, 40, 9, 70, 11].map((done, at) => cell(`d0t${at}`, 'd0', done, 20));
  const district = cell('d0', 'city', 132, 100);
  expect([...withheldCells([cell('city', null, 132, 100), district, ...towns], MINIMUM)].sort()).toEqual([
    'd0t0',
    'd0t2',
    'd0t4',
  ]);
});

test('where nothing is small nothing is withheld, and a zero is not small', () => {
  const towns = [0, 40, 9].map((done, at) => cell(`d0t${at}`, 'd0', done, 20));
  const cells = [cell('city', null, 49, 60), cell('d0', 'city', 49, 60), ...towns];
  expect(withheldCells(cells, MINIMUM).size).toBe(0);
  expect(withheldCells(cells, 10)).toContain('d0t2');
});
