// A query of a subgraph, read and checked once, and compiled once for each way in which its conditions can come out.
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import type { Policy } from '../access/policy';
import type { CompiledSubgraph } from '../graph/compile';
import type { Context } from '../graph/context';
import { RecentMap } from '../process/recent-map';
import { isId } from '../vocabulary/id';
import { conditionKey, conditionVariables, type Variables } from './condition-variables';
import { NotCompiled, type OperationPlan, planOperation } from './operation-plan';
import { OperationRun } from './run-operation';

const MOST_TOKENS = 20_000;
/** Of ways in which the conditions of one document come out: a client seldom uses more than a few. */
const MOST_WAYS = 16;

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
  ) {
    const read = readDocument(query, compiled);
    this.document = 'kind' in read ? read : null;
    this.errors = 'kind' in read ? [] : read;
    this.conditions = this.document ? conditionVariables(this.document) : [];
  }

  /** null where the operation is one for the plain path. */
  run(
    given: Variables,
    operationName: string | undefined,
    makeContext: (selected: OperationPlan['selected']) => Context,
  ): Promise<ExecutionResult> | null {
    const operation = this.operationOf(operationName);
    if (!operation || operation.operation !== 'query') return null;
    const coerced = getVariableValues(this.compiled.bare, operation.variableDefinitions ?? [], given, {
      maxErrors: 50,
    });
    if (coerced.errors) return Promise.resolve({ errors: coerced.errors });
    const variables = coerced.coerced;
    const { plan } = this.ways.make(`${operationName ?? ''} ${conditionKey(this.conditions, variables)}`, () => ({
      plan: this.compile(operation, variables),
    }));
    if (!plan) return null;
    const context = makeContext(plan.selected);
    if (!plan.entities) return new OperationRun(plan, context.caller, context, variables).run();
    const found = this.entitiesOf(plan, variables, context);
    return found && new OperationRun(plan, context.caller, context, variables).runEntities(found);
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
  private entitiesOf({ entities }: OperationPlan, variables: Variables, context: Context) {
    const argument = entities?.field.nodes[0]?.arguments?.find(({ name }) => name.value === 'representations')?.value;
    const representations = argument?.kind === 'Variable' ? variables[argument.name.value] : null;
    if (!Array.isArray(representations)) return null;
    const found: { type: string; found: Promise<object | null> | null }[] = [];
    for (const each of representations as ({ __typename?: unknown; id?: unknown } | null)[]) {
      const type = each?.__typename;
      if (typeof type !== 'string' || !Object.hasOwn(this.compiled.references, type)) return null;
      found.push({ type, found: null });
    }
    representations.forEach(({ id }: { id?: unknown }, at) => {
      const one = found[at] as (typeof found)[0];
      const load = this.compiled.references[one.type];
      if (load && isId(id)) one.found = load(id, context as Context<never>);
    });
    return found;
  }
}

function readDocument(query: string, { lean }: CompiledSubgraph): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: MOST_TOKENS });
    const errors = validate(lean, document);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    return [error as GraphQLError];
  }
}
