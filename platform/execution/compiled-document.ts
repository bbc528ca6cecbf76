// A query of a subgraph, read and checked once, and compiled once for each way in which its conditions can come out.
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  ValuesOfCorrectTypeRule,
  validate,
} from 'graphql';
import type { Policy } from '../access/policy';
import type { CompiledSubgraph } from '../graph/compile';
import type { Context } from '../graph/context';
import type { Operation } from '../graph/subgraph';
import { isId } from '../vocabulary/id';
import { madeOnce } from '../vocabulary/made-once';
import { RecentMap } from '../vocabulary/recent-map';
import { conditionKey, conditionVariables, type Variables } from './condition-variables';
import { planOperation } from './operation-plan';
import { type FieldPlan, NotCompiled, type OperationPlan } from './plan-shapes';
import { OperationRun } from './run-operation';

const MOST_TOKENS = 20_000;
/** Of ways in which the conditions of one document come out: a client seldom uses more than a few. */
const MOST_WAYS = 16;

/** An operation that is ready to run, and what it asks for, which its context is made with. */
export interface PreparedRun {
  selected: OperationPlan['selected'] | null;
  with(context: Context): Promise<ExecutionResult>;
}

interface Representation {
  __typename: string;
  id?: unknown;
}

interface Way {
  plan: OperationPlan | null;
}

export class CompiledDocument {
  /** null for a document that cannot be parsed */
  readonly document: DocumentNode | null;
  readonly errors: readonly GraphQLError[];
  private readonly conditions: readonly string[];
  private readonly ways = new RecentMap<string, Way>(MOST_WAYS);
  private readonly operations = new Map<string | undefined, OperationDefinitionNode | null>();

  constructor(
    query: string,
    private readonly compiled: CompiledSubgraph,
    private readonly policy: Policy,
    isPlanned = false,
  ) {
    const read = readDocument(query, compiled, isPlanned);
    this.document = 'kind' in read ? read : null;
    this.errors = 'kind' in read ? [] : read;
    this.conditions = this.document ? conditionVariables(this.document) : [];
  }

  /** null where the operation is one for the plain path. */
  prepare({ variables: given = {}, operationName }: Operation): PreparedRun | null {
    const operation = this.operationOf(operationName);
    if (operation?.operation !== 'query') return null;
    const definitions = operation.variableDefinitions ?? [];
    const { coerced: variables, errors } = getVariableValues(this.compiled.bare, definitions, given, { maxErrors: 50 });
    if (errors) return { selected: null, with: async () => ({ errors }) };
    const way = `${operationName ?? ''} ${conditionKey(this.conditions, variables)}`;
    const { plan } = madeOnce(this.ways, way, () => ({ plan: this.compile(operation, variables) }));
    if (!plan) return null;
    const { selected } = plan;
    const named = plan.entities ? this.representationsOf(plan.entities.field, variables) : null;
    if (plan.entities && !named) return null;
    return {
      selected,
      with: (context) => {
        const run = new OperationRun(plan, context, variables);
        return named ? run.runEntities(named.map((each) => this.entityOf(each, context))) : run.run();
      },
    };
  }

  private operationOf(name: string | undefined): OperationDefinitionNode | null {
    let known = this.operations.get(name);
    if (known === undefined) {
      known = this.document ? (getOperationAST(this.document, name) ?? null) : null;
      // A client's wrong guesses are not remembered.
      if (known) this.operations.set(name, known);
    }
    return known;
  }

  private compile(operation: OperationDefinitionNode, conditions: Variables): OperationPlan | null {
    const { policy, document } = this;
    try {
      return planOperation({
        schema: this.compiled.bare,
        policy,
        direct: this.compiled.direct,
        document: document as DocumentNode,
        operation,
        conditions,
      });
    } catch (error) {
      if (error instanceof NotCompiled) return null;
      throw error;
    }
  }

  /** null where a representation is none that the gateway makes: the plain path says what is wrong with it. */
  private representationsOf({ nodes }: FieldPlan, variables: Variables): Representation[] | null {
    const given = nodes[0]?.arguments?.find(({ name }) => name.value === 'representations')?.value;
    const list = given?.kind === 'Variable' ? variables[given.name.value] : null;
    if (!Array.isArray(list)) return null;
    const isOurs = (each: Partial<Representation> | null) =>
      typeof each?.__typename === 'string' && Object.hasOwn(this.compiled.references, each.__typename);
    return list.every(isOurs) ? list : null;
  }

  private entityOf({ __typename: type, id }: Representation, context: Context) {
    const load = this.compiled.references[type];
    return { type, found: load && isId(id) ? load(id, context as Context<never>) : null };
  }
}

/** What this very process planned was checked against the whole graph, which knows all but what a text of our own scalars may say. */
function readDocument(
  query: string,
  { lean }: CompiledSubgraph,
  isPlanned: boolean,
): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: MOST_TOKENS });
    const errors = validate(lean, document, isPlanned ? [ValuesOfCorrectTypeRule] : undefined);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    return [error as GraphQLError];
  }
}
