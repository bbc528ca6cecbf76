// Compares two answers to the same operation byte by byte, but for what no two answers share: references of faults, ids made while answering, and the order of errors.

export interface Answered {
  /** JSON */
  text: string;
  /** status and headers, of an answer over HTTP */
  around?: string;
  /** rows in the operation logs */
  logs: readonly string[];
}

const REFERENCE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const MADE_BY_US = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Ids that were made since then are new in either way: a look that is kept has an id of its own. */
export const withoutMade = (text: string, since: number): string =>
  text.replace(MADE_BY_US, (id) => (Number.parseInt(id.replace('-', '').slice(0, 12), 16) >= since ? '<made>' : id));

type Told = Record<string, unknown> & { errors?: { extensions?: { reference?: unknown } }[] };

/**
 * An answer as the text that both ways must share. Errors stand in order of their text, which includes their path:
 * graphql-js tells them as they happen, and which of two reads ends first is nobody's promise.
 */
export function comparable(text: string): string {
  const read = JSON.parse(text) as Told;
  if (JSON.stringify(read) !== text) return `not as JSON.stringify writes it: ${text}`;
  if (!Array.isArray(read.errors)) return text;
  const errors = read.errors.map((error) => {
    const told = JSON.stringify(error);
    return error?.extensions?.reference === undefined ? told : told.replaceAll(REFERENCE, '<reference>');
  });
  const parts = Object.entries(read).map(([name, value]) =>
    name === 'errors' ? `"errors":[${errors.sort().join(',')}]` : `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `{${parts.join(',')}}`;
}

/** What differs, or null. */
export function differenceOf(plain: Answered, compiled: Answered): string | null {
  const found = [
    firstDifference('answer', comparable(plain.text), comparable(compiled.text)),
    firstDifference('status and headers', plain.around ?? '', compiled.around ?? ''),
    firstDifference('logs', plain.logs.join('\n'), compiled.logs.join('\n')),
  ].filter((each) => each !== null);
  return found.length > 0 ? found.join('\n') : null;
}

function firstDifference(what: string, plain: string, compiled: string): string | null {
  if (plain === compiled) return null;
  let at = 0;
  while (plain[at] === compiled[at]) at++;
  const near = (text: string) => `…${text.slice(Math.max(0, at - 100), at + 160)}`;
  return `  ${what}, at ${at}:\n    plain:    ${near(plain)}\n    compiled: ${near(compiled)}`;
}
