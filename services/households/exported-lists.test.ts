// Each column of an exported list shows a field that there is, so that its right is that of a field and no slip.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { projectRoot } from '#platform/process/project-root';
import { exportedLists } from './exported-lists';

test('each column shows a field that the graph has', () => {
  const text = readFileSync(join(projectRoot, 'schema/subgraphs/households.graphql'), 'utf8');
  const has = new Map(
    parse(text).definitions.flatMap((each) =>
      'fields' in each && 'name' in each && each.name
        ? [[each.name.value, new Set(each.fields?.map(({ name }) => name.value))] as const]
        : [],
    ),
  );
  const shown = Object.values(exportedLists).flatMap(({ columns }) => columns.map(({ shows }) => shows));
  expect(shown.filter(([type, field]) => !has.get(type)?.has(field))).toEqual([]);
  expect(has.get('Member')?.has('no such field')).toBe(false);
});
