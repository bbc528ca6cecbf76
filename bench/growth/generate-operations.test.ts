// Generated operations are such as a client could send: valid, and no two of them the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { projectRoot } from '#platform/process/project-root';
import { prng } from '../../data/generate/prng';
import { generateOperation } from './generate-operations';

const sdl = readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8');
const schema = Supergraph.build(sdl, { validateSupergraph: false }).apiSchema().toGraphQLJSSchema();
const drawn = () => {
  const random = prng(1, 'test');
  return Array.from({ length: 500 }, (_, place) => generateOperation(random, place, ['a', 'b']));
};

test('every one is valid, and each is another text', () => {
  const operations = drawn();
  expect(operations.flatMap(({ query }) => validate(schema, parse(query)).map(({ message }) => message))).toEqual([]);
  expect(new Set(operations.map(({ query }) => query)).size).toBe(operations.length);
  expect(drawn()).toEqual(operations);
});

test('control: a field that the graph does not have is told', () => {
  const [first] = drawn();
  expect(validate(schema, parse(first?.query.replace(/: number/, ': numbre') ?? '{ a }'))).not.toEqual([]);
});
