// Finds what of a draft would tell about a person (曝光前预检): numbers by their form, names by the register, which households alone can read.
import type { Context } from '#platform/graph/context';
import { numbersIn, type PersonalPlace } from './exposure.rules';

const NAMES = 'query($texts: [String!]!) { memberNamesIn(texts: $texts) { text at length } }';

export async function findPersonalPlaces(
  context: Context,
  fields: Readonly<Record<string, string | null>>,
): Promise<PersonalPlace[]> {
  const told = Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (told.length === 0) return [];
  const { memberNamesIn } = await context.ask<{ memberNamesIn: { text: number; at: number; length: number }[] }>(
    'households',
    NAMES,
    { texts: told.map(([, text]) => text) },
  );
  const names = memberNamesIn.map(({ text, at, length }) => ({
    field: told[text]?.[0] ?? '',
    kind: 'name' as const,
    at,
    length,
  }));
  return [...told.flatMap(([field, text]) => numbersIn(field, text)), ...names];
}
