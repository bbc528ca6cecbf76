// An operation that has been planned (已知操作): its steps, the shape of its answer for each way in which its conditions come out, and its cost.

import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { conditionKey, conditionVariables, type Variables } from '#platform/execution/condition-variables';
import { NotCompiled } from '#platform/execution/plan-shapes';
import { fragmentsOf } from '#platform/execution/read-selections';
import { madeOnce } from '#platform/vocabulary/made-once';
import { RecentMap } from '#platform/vocabulary/recent-map';
import type { Limits } from '../limits/limits';
import { measureCost } from '../limits/measure-cost';
import type { RequestRecord } from '../request-record';
import type { Found } from './answer-places';
import { AnswerShape } from './answer-shape';
import { type Step, stepsOf } from './plan-steps';
import { PlanRun, type Sources } from './run-plan';

const MOST_WAYS = 16;

export interface Planned {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  plan: QueryPlan;
}

export class KnownOperation {
  readonly operation: OperationDefinitionNode;
  private readonly steps: Step | null;
  private readonly conditions: readonly string[];
  private readonly shapes = new RecentMap<string, { shape: AnswerShape | null }>(MOST_WAYS);
  private readonly costs: { fixed: boolean; known?: number };

  constructor(private readonly planned: Planned) {
    this.operation = planned.operation;
    this.steps = stepsOf(planned.plan);
    this.conditions = conditionVariables(planned.document);
    this.costs = { fixed: !asksPagesByVariable(planned.document) };
  }

  /** null for variables that are no good, which the plain path says, and for an answer whose shape is left to it. */
  variablesOf(given: Variables): Variables | null {
    const { coerced } = getVariableValues(this.planned.schema, this.operation.variableDefinitions ?? [], given, {
      maxErrors: 1,
    });
    return coerced && this.shapeFor(coerced) ? coerced : null;
  }

  /** Throws PAGE_TOO_LARGE where a page asks for more rows than one may have. */
  costOf(variables: Variables, { page }: Limits): number {
    if (this.costs.known !== undefined) return this.costs.known;
    const { schema, document, operation } = this.planned;
    const cost = measureCost({ schema, operation, fragments: fragmentsOf(document), variables, mostRows: page });
    if (this.costs.fixed) this.costs.known = cost;
    return cost;
  }

  /** `given` as the client sent them, which is how they are handed on; `variables` as they were understood. */
  async run(
    given: Variables,
    variables: Variables,
    sources: Sources,
    record: RequestRecord,
  ): Promise<{ data: Found | null; errors?: readonly GraphQLError[] }> {
    const shape = this.shapeFor(variables);
    const run = new PlanRun(sources, { ...given, ...this.conditionValues(variables) }, record);
    if (this.steps) await run.run(this.steps);
    if (!shape) throw new NotCompiled('an answer without a shape was begun');
    const data = shape.apply(run.data);
    return run.errors.length > 0 ? { errors: run.errors, data } : { data };
  }

  private shapeFor(variables: Variables): AnswerShape | null {
    const key = conditionKey(this.conditions, variables);
    return madeOnce(this.shapes, key, () => ({ shape: this.shapeOf(variables) })).shape;
  }

  private shapeOf(conditions: Variables): AnswerShape | null {
    const { schema, document, operation } = this.planned;
    try {
      return new AnswerShape(schema, document, operation, conditions);
    } catch (error) {
      if (error instanceof NotCompiled) return null;
      throw error;
    }
  }

  private conditionValues(variables: Variables): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const name of this.conditions) values[name] = variables[name];
    return values;
  }
}

function asksPagesByVariable(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Argument({ name, value }) {
      if ((name.value === 'first' || name.value === 'last') && value.kind === 'Variable') found = true;
    },
  });
  return found;
}
