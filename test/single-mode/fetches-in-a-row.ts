// How many questions to subgraphs must wait for one another before an operation is answered, as its plan says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { projectRoot } from '#platform/process/project-root';
import { type Step, stepsOf } from '../../gateway/execution/plan-steps';

export function openPlanner(): (query: string) => Step | null {
  const supergraph = Supergraph.build(readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8'));
  const planner = new QueryPlanner(supergraph);
  const schema = supergraph.apiSchema();
  return (query) => {
    try {
      return stepsOf(planner.buildQueryPlan(operationFromDocument(schema, parse(query))));
    } catch (error) {
      // The planner's own error holds the whole schema.
      throw new Error((error as Error).message);
    }
  };
}

export function fetchesInARow(step: Step | null): number {
  if (!step) return 0;
  switch (step.kind) {
    case 'fetch':
      return 1;
    case 'sequence':
      return step.steps.reduce((sum, each) => sum + fetchesInARow(each), 0);
    case 'parallel':
      return Math.max(0, ...step.steps.map(fetchesInARow));
    case 'condition':
      return Math.max(fetchesInARow(step.whenTrue), fetchesInARow(step.whenFalse));
  }
}
