// A prepared statement (预备语句): its text under one role has one name on every connection, and one way to read its rows.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { madeOnce } from '../vocabulary/made-once';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** empty once so many different texts were asked that more names would fill the server's memory */
  readonly name: string;
  /** the class whose instances the rows are; plain objects without it */
  readonly shape: (new () => object) | undefined;
}

const MAX_STATEMENTS = 1000;
const namesOfRoles = new Map<string, Map<string, string>>();
let count = 0;

/** One name a role: alternating roles would make the server plan it anew each time. */
export function statementOf(
  role: string,
  text: string,
  values: readonly unknown[] = [],
  shape?: new () => object,
): Statement {
  const names = madeOnce(namesOfRoles, role, () => new Map<string, string>());
  let name = names.get(text);
  if (name === undefined) {
    name = count < MAX_STATEMENTS ? createHash('sha256').update(`${role}\n${text}`).digest('hex').slice(0, 32) : '';
    if (name !== '') {
      names.set(text, name);
      count++;
    }
  }
  return { text, values, name, shape };
}

/** A value as the wire takes it: arrays, dates and JSON as text. */
export function wireValue(value: unknown): unknown {
  return (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils.prepareValue(value);
}

/** Rows as instances of the class that was asked for. */
export function shaped(rows: object[], shape: Statement['shape']): object[] {
  return shape ? rows.map((row) => Object.assign(new shape(), row)) : rows;
}

type Parser = (text: string) => unknown;

/** How the rows of a statement are read, as the server described them when it was prepared. */
export class RowReader {
  constructor(
    private readonly names: readonly string[],
    private readonly parsers: readonly Parser[],
  ) {}

  static of(fields: readonly { name: string; dataTypeID: number }[], types: pg.CustomTypesConfig): RowReader {
    return new RowReader(
      fields.map(({ name }) => name),
      fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID, 'text') as Parser),
    );
  }

  read(cells: readonly (string | null)[], shape: Statement['shape']): object {
    const row = (shape ? new shape() : {}) as Record<string, unknown>;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as string | null;
      row[this.names[at] as string] = cell === null ? null : (this.parsers[at] as Parser)(cell);
    }
    return row;
  }
}

const readers = new Map<string, RowReader>();

export function readerOf(name: string): RowReader | undefined {
  return readers.get(name);
}

export function rememberReader(name: string, reader: RowReader): void {
  readers.set(name, reader);
}
