// Apollo's gateway as the planner (查询规划): what it planned is run by our own steps, and it runs itself what those do not know.

import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import { NotCompiled } from '#platform/execution/plan-shapes';
import { madeOnce } from '#platform/vocabulary/made-once';
import { RecentMap } from '#platform/vocabulary/recent-map';
import type { RequestRecord } from '../request-record';
import { KnownOperation } from './known-operation';
import type { Sources } from './run-plan';

/** Of operations, by twos: their plans and shapes take some 20 kB each. */
const HALF_OF_OPERATIONS = 1000;

/** Apollo's own ways of asking and answering. */
export type Executor = ApolloGateway['executor'];
export type ExecutionRequest = Parameters<Executor>[0];
export type Execution = Awaited<ReturnType<Executor>>;

/** What Apollo's gateway keeps for itself; the versions are pinned, and a start without them is refused. */
interface Planning {
  queryPlanner: QueryPlanner | undefined;
  apiSchema: Schema | undefined;
}

export class PlannedGateway {
  /** null for what is left to Apollo's own executor */
  private readonly operations = new RecentMap<string, { known: KnownOperation | null }>(HALF_OF_OPERATIONS);

  constructor(
    private readonly gateway: ApolloGateway,
    private readonly sources: Sources,
  ) {}

  /** Apollo Server's gateway interface, as the next two. */
  async load(): Promise<{ executor: Executor }> {
    await this.gateway.load();
    const { queryPlanner, apiSchema } = this.gateway as unknown as Planning;
    if (!queryPlanner || !apiSchema)
      throw new Error('the planner of @apollo/gateway is not where this version keeps it');
    this.gateway.onSchemaLoadOrUpdate(() => this.operations.clear());
    return { executor: (request) => this.execute(request) };
  }

  onSchemaLoadOrUpdate(callback: Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0]): () => void {
    return this.gateway.onSchemaLoadOrUpdate(callback);
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }

  /** What was planned for a query and the name of one of its operations, if it ever was. */
  knownOperation(query: string, operationName: string | undefined): KnownOperation | null {
    return this.operations.get(keyOf(query, operationName))?.known ?? null;
  }

  private async execute(request: ExecutionRequest): Promise<Execution> {
    const { source, request: asked, context } = request;
    const key = keyOf(source, asked.operationName);
    const { known } = madeOnce(this.operations, key, () => ({ known: this.plan(request) }));
    const given = asked.variables ?? {};
    const variables = known?.variablesOf(given);
    if (!known || !variables) return this.gateway.executor(request);
    return known.run(given, variables, this.sources, context as unknown as RequestRecord);
  }

  private plan({ document, operation, schema }: ExecutionRequest): KnownOperation | null {
    const { queryPlanner, apiSchema } = this.gateway as unknown as Required<Planning>;
    try {
      const planned = operationFromDocument(apiSchema as Schema, document, { operationName: operation.name?.value });
      const plan = (queryPlanner as QueryPlanner).buildQueryPlan(planned);
      return new KnownOperation({ schema, document, operation, plan });
    } catch (error) {
      if (error instanceof NotCompiled) return null;
      throw error;
    }
  }
}

function keyOf(query: string, operationName: string | undefined): string {
  return operationName ? `${operationName}\n${query}` : query;
}
