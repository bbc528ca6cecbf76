// Balances by account as they are told (月末余额): what went on to other lines is counted there, sources stand above zero.
import type { Fen } from '#platform/vocabulary/money';

export interface AccountSums {
  book: string;
  account: string;
  booked: Fen;
  valued: Fen;
}

export interface ToldSums {
  allotted: Fen;
  available: Fen;
  frozen: Fen;
  reserved: Fen;
  paid: Fen;
  cashReceived: Fen;
  cashHeld: Fen;
  cashPaid: Fen;
}

export function toldSums(rows: readonly AccountSums[], basis: 'booked' | 'valued'): ToldSums {
  const of = (account: string) => rows.find((row) => row.account === account)?.[basis] ?? 0n;
  return {
    allotted: -of('issued') - of('decomposed') - of('carried') - of('reclaimed'),
    available: of('available'),
    frozen: of('frozen'),
    reserved: of('reserved'),
    paid: of('paid'),
    cashReceived: -of('cash-received'),
    cashHeld: of('cash-held'),
    cashPaid: of('cash-paid'),
  };
}

/** Rows by book, books in the order in which they come. */
export function byBook<Row extends { book: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const books = new Map<string, Row[]>();
  for (const row of rows) books.set(row.book, [...(books.get(row.book) ?? []), row]);
  return books;
}
