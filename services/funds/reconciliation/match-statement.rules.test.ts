// Matching a statement: what agrees wholly comes first, what differs is named, nothing is found twice.
import { CashDirection, checkStatement, type Entry, matchStatement } from './match-statement.rules';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id, reference: `FF-${id}`, day: '2018-05-10', direction: CashDirection.out, amount: 100n },
  ...more,
});
const told = (lines: Entry[], entries: Entry[]) =>
  matchStatement(lines, entries).map(({ lineId, journalId, outcome, differences }) =>
    [lineId, journalId, outcome, ...differences].join(' '),
  );

test('id, amount, direction and day make a match; each difference is named', () => {
  const entries = [entry('a'), entry('b'), entry('c'), entry('d')];
  const lines = [
    entry('1', { reference: 'FF-a' }),
    entry('2', { reference: 'FF-b', amount: 99n }),
    entry('3', { reference: 'FF-c', direction: CashDirection.in, day: '2018-05-11' }),
    entry('4', { reference: '??', amount: 7n }),
  ];
  expect(told(lines, entries)).toEqual([
    '1 a matched',
    '2 b differs amount',
    '3 c differs direction day',
    '4  not-in-books',
    ' d not-at-bank',
  ]);
});

test('a line that comes twice is a duplicate, and a wrong one never takes the entry of a right one', () => {
  const right = entry('2', { reference: 'FF-a' });
  const wrong = entry('1', { reference: 'FF-a', amount: 5n });
  expect(told([wrong, right, { ...right, id: '3' }], [entry('a')])).toEqual([
    '1  not-in-books',
    '2 a matched',
    '3  duplicate',
  ]);
});

test('what agrees in all but its id is found only where there is one such entry', () => {
  const line = entry('1', { reference: 'typo' });
  expect(told([line], [entry('a')])).toEqual(['1 a differs reference']);
  expect(told([line], [entry('a'), entry('b')])).toEqual(['1  not-in-books', ' a not-at-bank', ' b not-at-bank']);
});

test('a statement that does not add up, or tells of another month, is refused', () => {
  const lines = [entry('1'), entry('2', { direction: CashDirection.in, amount: 30n })];
  expect(() => checkStatement('2018-05', { opening: 100n, closing: 30n }, lines)).not.toThrow();
  expect(() => checkStatement('2018-05', { opening: 100n, closing: 31n }, lines)).toThrow(
    expect.objectContaining({ code: 'STATEMENT_DOES_NOT_SUM' }),
  );
  expect(() => checkStatement('2018-06', { opening: 100n, closing: 30n }, lines)).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT' }),
  );
});
