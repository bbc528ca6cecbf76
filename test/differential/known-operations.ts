// The corpus (语料): every query of the suite with sample variables, in which ids stand as places of the generated city.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { City } from '../../data/generate/city';
import { type HeardOperation, shapeOf } from '../harness/heard-operations';
import type { Values } from './world-values';

const FILE = join(projectRoot, 'test/differential/operations.jsonl');
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const ID_NUMBER = /\b\d{17}[\dX]\b/g;

export function knownOperations(): HeardOperation[] {
  if (!existsSync(FILE)) return [];
  const lines = readFileSync(FILE, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as HeardOperation);
}

const keyOf = ({ subgraph, query }: HeardOperation): string => `${subgraph ?? ''} ${shapeOf(query)}`;

/** Those of a run that the corpus does not know, one of each shape. */
export function unknownOperations(heard: readonly HeardOperation[], known = knownOperations()): HeardOperation[] {
  const seen = new Set(known.map(keyOf));
  return heard.filter((each) => !seen.has(keyOf(each)) && seen.add(keyOf(each)));
}

export function keepOperations(heard: readonly HeardOperation[], city: City): void {
  const symbols = symbolsOf(city);
  const kept = [...knownOperations(), ...unknownOperations(heard).map((each) => withSymbols(each, symbols))];
  const sorted = kept.sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  writeFileSync(FILE, sorted.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

/** `«household:12»` for each id and number of the city: another city has other ones at the same places. */
function symbolsOf(city: City): Map<string, string> {
  const symbols = new Map<string, string>();
  for (const [kind, ids] of Object.entries(placesOf(city)))
    for (const [at, id] of ids.entries()) symbols.set(id, `«${kind}:${at}»`);
  return symbols;
}

function placesOf(city: City): Record<string, string[]> {
  return {
    region: city.regions.map(({ id }) => id),
    unit: city.units.map(({ id }) => id),
    person: city.persons.map(({ id }) => id),
    appointment: city.appointments.map(({ id }) => id),
    household: city.households.map(({ id }) => id),
    member: city.members.map(({ id }) => id),
    idNumber: city.members.map(({ idNumber }) => idNumber),
    allotment: city.allotments.map(({ id }) => id),
    allotmentLine: city.allotments.flatMap(({ lines }) => lines.map(({ id }) => id)),
    disbursement: city.batches.map(({ id }) => id),
    task: [...city.regionTasks, ...city.unitTasks].map(({ id }) => id),
  };
}

/** An id that a test made stands as `«new:field»`, by the field that it is an argument of. */
function withSymbols({ subgraph, query, variables }: HeardOperation, symbols: Map<string, string>): HeardOperation {
  const replaced = (text: string, unknown: string) =>
    text
      .replace(UUID, (id) => symbols.get(id) ?? unknown)
      .replace(ID_NUMBER, (number) => symbols.get(number) ?? number);
  const named = Object.entries(variables).map(([name, value]) => {
    const field = new RegExp(`(\\w+)\\([^)]*\\$${name}\\b`).exec(query.slice(query.indexOf('{')))?.[1] ?? 'stranger';
    return [name, JSON.parse(replaced(JSON.stringify(value ?? null), `«new:${field}»`)) as unknown];
  });
  return { subgraph, query: replaced(query, '«new:stranger»'), variables: Object.fromEntries(named) };
}

/** The operations of the corpus as they can be asked in a world. */
export function operationsIn(city: City, values: Values): HeardOperation[] {
  const places = placesOf(city);
  const found = (kind: string, at: string) =>
    kind === 'new' ? (values[at]?.[0] ?? values.stranger?.[0]) : places[kind]?.[Number(at)];
  const text = JSON.stringify(knownOperations()).replace(/«(\w+):(\w+)»/g, (symbol, kind: string, at: string) =>
    String(found(kind, at) ?? symbol),
  );
  return JSON.parse(text) as HeardOperation[];
}
