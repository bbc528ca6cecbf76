// Drilling down: every indicator has a question, and the graph as it is composed understands each of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  coerceInputValue,
  type GraphQLInputType,
  getOperationAST,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { projectRoot } from '#platform/process/project-root';
import { indicatorSources } from '../closing/indicator-source.rules';
import { rowsBehind } from './rows-behind.rules';

const graph = buildASTSchema(parse(readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8')), {
  assumeValidSDL: true,
});
const scored = { regionId: 'a-region', unitId: 'a-unit', quarter: '2018Q3' };

test.each(indicatorSources.map(({ indicator }) => indicator))(
  '%s is asked about in the words of the graph',
  (indicator) => {
    const question = rowsBehind(indicator, scored);
    if (!question) throw new Error(`nobody lists the rows of ${indicator}`);
    const document = parse(question.query);
    expect(validate(graph, document).map(({ message }) => message)).toEqual([]);
    const given: Record<string, unknown> = { ...question.variables };
    for (const { variable, type } of getOperationAST(document)?.variableDefinitions ?? []) {
      const name = variable.name.value;
      expect(() =>
        coerceInputValue(given[name] ?? null, typeFromAST(graph, type as never) as GraphQLInputType),
      ).not.toThrow();
      delete given[name];
    }
    expect(given).toEqual({});
  },
);

test('a sum of items has no rows of its own', () => {
  expect(rowsBehind(null, scored)).toBeNull();
  expect(rowsBehind('of-nobody', scored)).toBeNull();
});
