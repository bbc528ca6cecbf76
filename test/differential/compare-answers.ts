// Compares two answers to the same operation byte by byte, but for what no two answers share: references of faults, and the order of errors.
import type { FormattedExecutionResult } from 'graphql';

const REFERENCE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

interface Told {
  errors?: readonly { extensions?: { reference?: unknown } }[];
}

/**
 * An answer as the text that both ways must share. Errors stand in order of their text, which includes their path:
 * graphql-js tells them as they happen, and which of two reads ends first is nobody's promise.
 */
export function comparable(text: string): string {
  const read = JSON.parse(text) as Told & Record<string, unknown>;
  if (JSON.stringify(read) !== text) return `not as JSON.stringify writes it: ${text}`;
  if (!Array.isArray(read.errors)) return text;
  const errors = read.errors.map((error) => {
    const told = JSON.stringify(error);
    return error?.extensions?.reference === undefined ? told : told.replaceAll(REFERENCE, '<reference>');
  });
  const rest = Object.entries(read).map(([name, value]) =>
    name === 'errors' ? `"errors":[${errors.sort().join(',')}]` : `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `{${rest.join(',')}}`;
}

/** What differs, or null. */
export function difference(plain: string, compiled: string): string | null {
  const [left, right] = [comparable(plain), comparable(compiled)];
  if (left === right) return null;
  let at = 0;
  while (left[at] === right[at]) at++;
  const near = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return `at ${at}:\n      plain:    …${near(left)}\n      compiled: …${near(right)}`;
}

/** The text of a subgraph's answer, as its door would send it. */
export const textOf = (result: FormattedExecutionResult): string => JSON.stringify(result);
