// The graph behind the door: Apollo's planner over the supergraph, with our own limits and our own way of telling errors.
import { ApolloGateway } from '@apollo/gateway';
import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  HeaderMap,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphName } from '#platform/database/roles';
import { fragmentsOf } from '#platform/execution/read-selections';
import type { Log } from '#platform/process/log';
import type { Execution } from '#platform/process/settings';
import { Refusal } from '#platform/vocabulary/refusal';
import { answerKnown } from './execution/answer-known';
import { PlannedGateway } from './execution/planned-gateway';
import type { Limits } from './limits/limits';
import { measureCost } from './limits/measure-cost';
import { refuseUnclear } from './limits/refuse-unclear';
import { gatewayRefusals } from './refusals';
import type { RequestRecord } from './request-record';
import type { SubgraphSource } from './subgraph-source';
import { refusalAsError, tellError } from './tell-error';

export interface GraphServerSettings {
  supergraphSdl: string;
  sources: Readonly<Record<SubgraphName, SubgraphSource>>;
  limits: Limits;
  introspection: boolean;
  /** `plain` leaves every operation to Apollo's own executor */
  execution: Execution;
  log: Log;
}

export interface GraphRequest {
  method: string;
  headers: ReadonlyMap<string, string>;
  search: string;
  body: unknown;
}

export interface GraphServer {
  answer(request: GraphRequest, record: RequestRecord): Promise<HTTPGraphQLResponse>;
  /** the same for an operation that was planned before; null for any other, which is not begun */
  answerKnown(request: GraphRequest, record: RequestRecord): Promise<HTTPGraphQLResponse> | null;
  /** takes another supergraph; a broken one is refused and the old one stays */
  reload(supergraphSdl: string): void;
  close(): Promise<void>;
}

/** Ways to plan one query that are weighed; unless told Apollo's planner weighs ten thousand, which differ by little. */
const MOST_PLANS = 16;

export async function openGraphServer({
  supergraphSdl,
  sources,
  limits,
  introspection,
  execution,
  log,
}: GraphServerSettings): Promise<GraphServer> {
  // Read when the gateway is made: without it, it calls out.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: (text?: string) => log.warn({}, text ?? ''),
    error: (text?: string) => log.error({}, text ?? ''),
  };
  let update: ((sdl: string) => void) | undefined;
  const gateway = new ApolloGateway({
    async supergraphSdl(hooks) {
      update = hooks.update;
      return { supergraphSdl };
    },
    buildService: ({ name }) => sources[name as SubgraphName],
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: { debug: { maxEvaluatedPlans: MOST_PLANS } },
    logger,
  });
  const planned = new PlannedGateway(gateway, sources);
  const told = new WeakMap<object, GraphQLFormattedError>();
  const server = new ApolloServer<RequestRecord>({
    gateway: execution === 'plain' ? gateway : planned,
    logger,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: limits.tokens },
    stringifyResult: JSON.stringify,
    formatError: (_, error) =>
      (typeof error === 'object' && error !== null ? told.get(error) : undefined) ?? tellError(error, log).error,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      requestPlugin(limits, log, told),
    ],
  });
  await server.start();
  const known = { gateway: planned, sources, limits, log };
  const answerKnownHere: GraphServer['answerKnown'] = (request, record) =>
    execution === 'plain' ? null : answerKnown(known, request, record);
  return {
    answerKnown: answerKnownHere,
    answer: (request, record) =>
      answerKnownHere(request, record) ??
      server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { ...request, headers: new HeaderMap(request.headers) },
        context: async () => record,
      }),
    reload(sdl) {
      update?.(sdl);
    },
    close: () => server.stop(),
  };
}

function requestPlugin(
  limits: Limits,
  log: Log,
  told: WeakMap<object, GraphQLFormattedError>,
): ApolloServerPlugin<RequestRecord> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(request) {
          request.contextValue.operationName = request.operationName;
          request.contextValue.operationType = request.operation?.operation ?? null;
          checkCost(request, limits);
        },
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            const { error: formatted, own } = tellError(error, log, contextValue);
            told.set(error, formatted);
            const code = String(formatted.extensions?.code);
            contextValue.codes.push(code);
            if (own) contextValue.ownCodes.push(code);
          }
        },
        async willSendResponse({ response }) {
          // What the planner says here names types of the subgraphs; a hidden row is null and nothing more.
          if (response.body.kind === 'single') response.body.singleResult.extensions = undefined;
        },
      };
    },
  };
}

function checkCost(
  { schema, document, operation, request }: GraphQLRequestContext<RequestRecord>,
  limits: Limits,
): void {
  if (!document) return;
  const unclear = refuseUnclear(schema, operation ?? null, request.operationName, request.variables ?? {}, limits);
  if (unclear || !operation) throw refusalAsError(unclear as Refusal, 400);
  try {
    const cost = measureCost({
      schema,
      operation,
      fragments: fragmentsOf(document),
      variables: request.variables ?? {},
      mostRows: limits.page,
    });
    if (cost > limits.cost) throw gatewayRefusals.tooCostly({ found: cost, allowed: limits.cost });
  } catch (error) {
    throw error instanceof Refusal ? refusalAsError(error, 400) : error;
  }
}
