// Tells an error to the client: refusals in full, the client's own mistakes in two languages, and anything else as a reference alone.
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Log } from '#platform/process/log';
import { Refusal, type RefusalMaker } from '#platform/vocabulary/refusal';
import { gatewayRefusals } from './refusals';
import type { RequestRecord } from './request-record';

const mistakes: Readonly<Record<string, RefusalMaker>> = {
  GRAPHQL_PARSE_FAILED: gatewayRefusals.parseFailed,
  GRAPHQL_VALIDATION_FAILED: gatewayRefusals.validationFailed,
  BAD_USER_INPUT: gatewayRefusals.badInput,
  OPERATION_RESOLUTION_FAILURE: gatewayRefusals.operationUnknown,
};
// Clients that send hashes wait for exactly these.
const persistedQueries = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);

export interface Told {
  error: GraphQLFormattedError;
  /** refused by the gateway itself, not by a subgraph */
  own: boolean;
}

export function toldRefusal(refusal: Refusal, place: object = {}): GraphQLFormattedError {
  return {
    message: refusal.message,
    ...place,
    extensions: { code: refusal.code, zh: refusal.text.zh, en: refusal.text.en, facts: refusal.facts },
  };
}

/** A refusal as Apollo carries it, with the status of its HTTP answer. */
export function refusalAsError(refusal: Refusal, status: number): GraphQLError {
  return new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { code: refusal.code, http: { status } },
  });
}

export function tellError(error: unknown, log: Log, record?: RequestRecord): Told {
  const refusal =
    error instanceof Refusal
      ? error
      : error instanceof GraphQLError && error.originalError instanceof Refusal
        ? error.originalError
        : null;
  const told = error instanceof GraphQLError ? error : null;
  const place = placeOf(told);
  if (refusal) return { error: toldRefusal(refusal, place), own: refusal.code !== 'UNAVAILABLE' };
  const { code, zh, en, facts, serviceName, reference } = (told?.extensions ?? {}) as Record<string, unknown>;
  if (told && serviceName !== undefined) {
    if (typeof code === 'string' && typeof zh === 'string' && typeof en === 'string')
      return { error: toldRefusal(new Refusal(code, { zh, en }, isRecord(facts) ? facts : {}), place), own: false };
    if (code === 'INTERNAL' && typeof reference === 'string') return { error: internal(reference, place), own: false };
    if (code === 'BAD_USER_INPUT')
      return { error: toldRefusal(gatewayRefusals.badInput({ detail: told.message }), place), own: false };
  } else if (told && typeof code === 'string') {
    const mistake = mistakes[code];
    if (mistake) return { error: toldRefusal(mistake({ detail: told.message }), place), own: true };
    if (persistedQueries.has(code)) return { error: { message: told.message, extensions: { code } }, own: false };
    if (code === 'BAD_REQUEST')
      return { error: toldRefusal(gatewayRefusals.malformed({ zh: told.message, en: told.message })), own: true };
  }
  const made = randomUUID();
  log.error(
    {
      err: told?.originalError ?? error,
      reference: made,
      operationId: record?.operationId,
      subgraph: serviceName,
      path: told?.path,
    },
    'fault',
  );
  return { error: internal(made, place), own: false };
}

function internal(reference: string, place: object): GraphQLFormattedError {
  return {
    message: `内部错误，请报此编号：${reference} · Internal error, quote this reference: ${reference}`,
    ...place,
    extensions: { code: 'INTERNAL', reference },
  };
}

/** Where in the client's own query; the planner marks "each row" with `@`, which no client knows. */
function placeOf(error: GraphQLError | null): object {
  if (!error) return {};
  const each = error.path?.indexOf('@') ?? -1;
  const path = each >= 0 ? error.path?.slice(0, each) : error.path;
  // Locations that a subgraph tells are in the planner's query, not in the client's.
  const locations = error.extensions.serviceName === undefined ? error.locations : undefined;
  return { ...(locations?.length ? { locations } : {}), ...(path?.length ? { path } : {}) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
