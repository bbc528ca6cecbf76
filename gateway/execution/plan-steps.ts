// A query plan of Apollo's planner as steps: what to ask of which subgraph, for which objects of the answer so far, in which order.
import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { NotCompiled } from '#platform/execution/plan-shapes';
import { joinFetches } from './join-fetches';

export interface FetchStep {
  readonly kind: 'fetch';
  readonly subgraph: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: readonly string[];
  /** the objects that it adds to; none for a question that belongs to no object */
  readonly objects: readonly Objects[];
}

export interface Objects {
  /** where they are; `@` is each item of a list */
  readonly path: readonly string[];
  /** what of an object names it to the subgraph, by its type */
  readonly needs: ReadonlyMap<string, readonly string[]>;
}

export type Step =
  | FetchStep
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'condition';
      readonly variable: string;
      readonly whenTrue: Step | null;
      readonly whenFalse: Step | null;
    };

/** null for a plan that asks nothing of any subgraph. Throws NotCompiled for what this graph's own types never make. */
export function stepsOf({ node }: QueryPlan): Step | null {
  if (!node) return null;
  if (node.kind === 'Subscription') throw new NotCompiled(node.kind);
  return stepOf(node, []);
}

function stepOf(node: PlanNode, path: readonly string[]): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((each) => stepOf(each, path)) };
    case 'Parallel':
      return parallel(joinFetches(node.nodes.map((each) => stepOf(each, path))));
    case 'Flatten':
      return stepOf(node.node, [...path, ...node.path.map(String)]);
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        whenTrue: node.ifClause ? stepOf(node.ifClause, path) : null,
        whenFalse: node.elseClause ? stepOf(node.elseClause, path) : null,
      };
    case 'Fetch':
      return fetchOf(node, path);
    default:
      throw new NotCompiled(node.kind);
  }
}

function parallel(steps: Step[]): Step {
  const [only] = steps;
  return only && steps.length === 1 ? only : { kind: 'parallel', steps };
}

function fetchOf(node: FetchNode, path: readonly string[]): FetchStep {
  if (node.inputRewrites?.length || node.outputRewrites?.length || node.contextRewrites?.length)
    throw new NotCompiled('rewrites');
  if (!node.requires && path.length > 0) throw new NotCompiled('a question below the root that names no object');
  return {
    kind: 'fetch',
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    variables: node.variableUsages ?? [],
    objects: node.requires ? [{ path, needs: needsOf(node.requires) }] : [],
  };
}

/** Entities here are named by plain fields: `__typename` and `id`. */
function needsOf(requires: readonly QueryPlanSelectionNode[]): Objects['needs'] {
  const needs = new Map<string, readonly string[]>();
  for (const each of requires) {
    if (each.kind !== 'InlineFragment' || !each.typeCondition || needs.has(each.typeCondition))
      throw new NotCompiled('requires');
    const names = each.selections.map((selection) => {
      if (selection.kind !== 'Field' || selection.selections || selection.alias) throw new NotCompiled('requires');
      return selection.name;
    });
    if (!names.includes('__typename')) throw new NotCompiled('requires');
    needs.set(each.typeCondition, names);
  }
  return needs;
}
