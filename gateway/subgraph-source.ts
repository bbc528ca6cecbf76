// How the plan's fetches reach a subgraph: through its door, as the caller of this request, and never waiting longer than the limit.
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { SubgraphName } from '#platform/database/roles';
import type { SubgraphDoor } from '#platform/graph/http-door';
import type { Operation } from '#platform/graph/subgraph';
import type { Log } from '#platform/process/log';
import { commonRefusals, Refusal } from '#platform/vocabulary/refusal';
import type { Metrics } from './metrics';
import type { RequestRecord } from './request-record';
import { tellError, toldRefusal } from './tell-error';
import { within } from './within';

export interface SourceSettings {
  name: SubgraphName;
  door: SubgraphDoor;
  timeoutMs: number;
  mutationTimeoutMs: number;
  metrics: Metrics;
  log: Log;
}

/** One slow subgraph after another must not add up: the fetches of a query share one limit and this much more. */
const MARGIN_MS = 300;

export class SubgraphSource implements GraphQLDataSource<RequestRecord> {
  constructor(private readonly settings: SourceSettings) {}

  /** As Apollo's own executor asks. */
  process({ request, context }: GraphQLDataSourceProcessOptions<RequestRecord>): Promise<FormattedExecutionResult> {
    const { query = '', variables, operationName } = request;
    return this.ask({ query, variables, operationName }, context as RequestRecord);
  }

  async ask(operation: Operation, record: RequestRecord): Promise<FormattedExecutionResult> {
    const { name, door, metrics, log } = this.settings;
    const begun = performance.now();
    try {
      const patience = this.patience(operation.query, record);
      const answer = await within(door.execute(operation, record.caller), patience, () =>
        commonRefusals.unavailable({ subgraph: name }),
      );
      metrics.subgraphCall(name, 'answered', performance.now() - begun);
      return answer;
    } catch (error) {
      const unavailable = error instanceof Refusal && error.code === 'UNAVAILABLE';
      metrics.subgraphCall(name, unavailable ? 'unavailable' : 'failed', performance.now() - begun);
      if (unavailable)
        log.warn(
          {
            err: error.cause,
            subgraph: name,
            operationId: record.operationId,
            ms: Math.round(performance.now() - begun),
          },
          'a subgraph did not answer',
        );
      // An answer with an empty path is placed by the gateway where this fetch belongs.
      return { data: null, errors: [{ ...this.told(error, record), path: [] }] };
    }
  }

  private told(error: unknown, record: RequestRecord): GraphQLFormattedError {
    return error instanceof Refusal ? toldRefusal(error) : tellError(error, this.settings.log, record).error;
  }

  /** A mutation is given longer: what is cut off has perhaps been done, and the client cannot know. */
  private patience(query: string, record: RequestRecord): number {
    const { timeoutMs, mutationTimeoutMs } = this.settings;
    if (record.operationType === 'mutation') return query.startsWith('mutation') ? mutationTimeoutMs : timeoutMs;
    const left = record.startedAt + timeoutMs + MARGIN_MS - performance.now();
    return Math.min(timeoutMs, left);
  }
}
