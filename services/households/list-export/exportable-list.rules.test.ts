// No list of the graph is without a workbook by oversight: each has one, or a reason why not; and each column shows a field that there is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FieldDefinitionNode, type ObjectTypeDefinitionNode, parse, type TypeNode } from 'graphql';
import { projectRoot } from '#platform/process/project-root';
import { exportableLists, notExported } from './exportable-list.rules';

const text = readFileSync(join(projectRoot, 'schema/subgraphs/households.graphql'), 'utf8');
const types = parse(text).definitions.filter(
  (each): each is ObjectTypeDefinitionNode =>
    each.kind === 'ObjectTypeDefinition' || (each.kind as string) === 'ObjectTypeExtension',
);
const objects = new Set(types.map(({ name }) => name.value));
const kept = new Set(['Query', 'Region', 'Household', 'Member']);

interface Told {
  many: boolean;
  of: string;
}
const told = (type: TypeNode): Told =>
  type.kind === 'NonNullType'
    ? told(type.type)
    : type.kind === 'ListType'
      ? { many: true, of: told(type.type).of }
      : { many: false, of: type.name.value };

/** Pages anywhere, and lists of rows on what one asks by: a list of plain values, or of parts of a row, is none. */
function isList(owner: string, { type, directives = [] }: FieldDefinitionNode): boolean {
  if (directives.some(({ name }) => name.value === 'inaccessible')) return false;
  const { many, of } = told(type);
  return of.endsWith('Connection') || (many && kept.has(owner) && objects.has(of));
}

function listsOf(all: readonly ObjectTypeDefinitionNode[]): string[] {
  return all
    .filter(({ name }) => !name.value.endsWith('Connection'))
    .flatMap(({ name, fields = [] }) =>
      fields.filter((field) => isList(name.value, field)).map((field) => `${name.value}.${field.name.value}`),
    );
}

const covered = Object.values(exportableLists).flatMap(({ openedBy, also }) => [openedBy.join('.'), ...also]);
const missing = (all: readonly ObjectTypeDefinitionNode[]) =>
  listsOf(all).filter((field) => !covered.includes(field) && !(field in notExported));

test('each list of the graph goes out, or it is said why not', () => {
  expect(listsOf(types).length).toBeGreaterThan(40);
  expect(missing(types)).toEqual([]);
});

test('what is said to be covered, or not to go out, is in the graph', () => {
  const fields = new Set(
    types.flatMap(({ name, fields: all = [] }) => all.map((each) => `${name.value}.${each.name.value}`)),
  );
  expect([...covered, ...Object.keys(notExported)].filter((field) => !fields.has(field))).toEqual([]);
  expect(Object.keys(notExported).filter((field) => covered.includes(field) && field !== 'Query.households')).toEqual(
    [],
  );
});

test('control: a list that somebody adds is missed', () => {
  const added = parse('type Query { kittens: KittenConnection } type KittenConnection { edges: [ID] }');
  expect(missing(added.definitions as ObjectTypeDefinitionNode[])).toEqual(['Query.kittens']);
});
