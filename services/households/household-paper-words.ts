// Codes in the words of the dictionaries (字典), and ids in names, for what is printed of a household.
import { z } from 'zod';
import type { Context } from '#platform/graph/context';
import { readData } from '#platform/process/read-data';

const dictionary = z.object({ name: z.string(), entries: z.array(z.object({ code: z.string(), zh: z.string() })) });

let words: Map<string, Map<string, string>> | undefined;

/** A code that no dictionary knows is printed as it is, so that nothing is lost. */
export function wordOf(name: string, code: string | null | undefined): string {
  words ??= new Map(
    readData('dictionaries', (json) => dictionary.parse(json)).map((each) => [
      each.name,
      new Map(each.entries.map((entry) => [entry.code, entry.zh])),
    ]),
  );
  return code ? (words.get(name)?.get(code) ?? code) : '';
}

/** Level of a helper's unit, in the handbook's words. */
const unitLevels: Readonly<Record<string, string>> = {
  province: '省直',
  city: '市直',
  county: '县直',
  town: '乡镇',
  village: '村级',
};

export const levelWord = (level: string | null): string => unitLevels[level ?? ''] ?? '';

export interface Names {
  person(id: string | null): string;
  unit(id: string | null): string;
  /** the village with the regions above it */
  place(id: string): string;
}

const NAMES = `query($people: [_Any!]!, $units: [_Any!]!, $regions: [_Any!]!) {
  people: _entities(representations: $people) { ... on Person { id name } }
  units: _entities(representations: $units) { ... on Unit { id name } }
  regions: _entities(representations: $regions) { ... on Region { id name parent { name parent { name parent { name } } } } } }`;

interface Named {
  id: string;
  name: string;
  parent?: Place | null;
}

interface Place {
  name: string;
  parent?: Place | null;
}

/** Organisation knows the names; what it does not show the asker is left blank. */
export async function namesOf(
  context: Context,
  ids: { people: readonly (string | null)[]; units: readonly (string | null)[]; region: string },
): Promise<Names> {
  const of = (type: string, given: readonly (string | null)[]) =>
    [...new Set(given)].flatMap((id) => (id ? [{ __typename: type, id }] : []));
  const told = await context.ask<Record<'people' | 'units' | 'regions', (Named | null)[]>>('organisation', NAMES, {
    people: of('Person', ids.people),
    units: of('Unit', ids.units),
    regions: of('Region', [ids.region]),
  });
  const named = (rows: readonly (Named | null)[]) =>
    new Map(rows.flatMap((row) => (row?.name ? [[row.id, row.name]] : [])));
  const [people, units] = [named(told.people), named(told.units)];
  const places = new Map(told.regions.flatMap((row) => (row ? [[row.id, wayTo(row)]] : [])));
  return {
    person: (id) => (id && people.get(id)) || '',
    unit: (id) => (id && units.get(id)) || '',
    place: (id) => places.get(id) ?? '',
  };
}

function wayTo({ name, parent }: Place): string {
  return parent ? `${wayTo(parent)} ${name}` : name;
}
