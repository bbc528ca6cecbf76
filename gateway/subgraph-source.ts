// How the plan's fetches reach a subgraph: through its gate and its door, as the caller of this request, never waiting longer than the limit.
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { SubgraphName } from '#platform/database/roles';
import type { SubgraphDoor } from '#platform/graph/http-door';
import type { Operation } from '#platform/graph/subgraph';
import type { Log } from '#platform/process/log';
import { Refusal } from '#platform/vocabulary/refusal';
import type { SubgraphGate } from './load/subgraph-gate';
import type { CallOutcome, Metrics } from './metrics';
import type { RequestRecord } from './request-record';
import { tellError, toldRefusal } from './tell-error';

export interface SourceSettings {
  name: SubgraphName;
  door: SubgraphDoor;
  gate: SubgraphGate;
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

  /** The subgraph's answer, or one that says why there is none; it never throws. */
  async ask(operation: Operation, record: RequestRecord): Promise<FormattedExecutionResult> {
    const { name, door, gate, metrics } = this.settings;
    const begun = performance.now();
    const { limitMs, usualMs } = this.patience(operation.query, record);
    try {
      const answer = await gate.pass((ms) => door.execute(operation, record.caller, ms), limitMs, usualMs);
      metrics.subgraphCall(name, 'answered', performance.now() - begun);
      return answer;
    } catch (error) {
      const ms = performance.now() - begun;
      const outcome = outcomeOf(error);
      metrics.subgraphCall(name, outcome, ms);
      if (outcome === 'unavailable') this.warn(error as Refusal, record, ms);
      // An answer with an empty path is placed by the gateway where this fetch belongs.
      return { data: null, errors: [{ ...this.told(error, record), path: [] }] };
    }
  }

  private warn({ cause }: Refusal, { operationId }: RequestRecord, ms: number): void {
    const { log, name } = this.settings;
    log.warn({ err: cause, subgraph: name, operationId, ms: Math.round(ms) }, 'a subgraph did not answer');
  }

  private told(error: unknown, record: RequestRecord): GraphQLFormattedError {
    return error instanceof Refusal ? toldRefusal(error) : tellError(error, this.settings.log, record).error;
  }

  /** A mutation is given longer: what is cut off has perhaps been done, and the client cannot know. */
  private patience(query: string, record: RequestRecord): { limitMs: number; usualMs: number } {
    const { timeoutMs, mutationTimeoutMs } = this.settings;
    if (record.operationType === 'mutation') {
      const limitMs = query.startsWith('mutation') ? mutationTimeoutMs : timeoutMs;
      return { limitMs, usualMs: limitMs };
    }
    const left = record.startedAt + timeoutMs + MARGIN_MS - performance.now();
    return { limitMs: Math.min(timeoutMs, left), usualMs: timeoutMs };
  }
}

/** `turned-away`: the gate asked nothing, and has told once in the log why. */
function outcomeOf(error: unknown): CallOutcome {
  if (!(error instanceof Refusal)) return 'failed';
  if ('retryAfterSeconds' in error.facts) return 'turned-away';
  return error.code === 'UNAVAILABLE' ? 'unavailable' : 'failed';
}
