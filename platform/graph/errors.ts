// Telling errors: a refusal is told in full; a fault is logged under a reference, and only the reference is told.
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { QueryFailedError } from 'typeorm';
import { refusalError } from '../access/policy';
import { commonRefusals, invalidInput, Refusal } from '../vocabulary/refusal';

export interface FaultLog {
  error(facts: object, message: string): void;
}

const clientFaults = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
]);

/** The refusal behind an error, through the wraps of graphql-js; also the database's own refusals. */
export function refusalOf(error: unknown): Refusal | null {
  for (let inner: unknown = error, depth = 0; inner && depth < 5; depth++) {
    if (inner instanceof Refusal) return inner;
    if (inner instanceof ArgumentValidationError) return refusalOfInput(inner);
    const code = codeOf(inner);
    // An id that is no uuid, a text with a NUL: the client's own mistake, found by the database.
    if (code === '22P02' || code === '22021')
      return invalidInput('input', '标识或文本格式有误', 'an id or a text is ill-formed');
    // Row-level security refuses an insert or a grant: closed is closed, and the table is not named.
    if (code === '42501') return commonRefusals.forbidden();
    if (isLostConnection(inner, code)) return commonRefusals.unavailable();
    inner =
      (inner as { originalError?: unknown; driverError?: unknown }).originalError ??
      (inner as { driverError?: unknown }).driverError;
  }
  return null;
}

/** Formats one error of an execution; what is not a refusal and not the client's own mistake becomes a reference. */
export function tellError(error: GraphQLError, log: FaultLog, operationId: string): GraphQLFormattedError {
  const refused = refusalOf(error);
  const place = {
    ...(error.path ? { path: error.path } : {}),
    ...(error.locations ? { locations: error.locations } : {}),
  };
  if (refused) return { ...refusalError(refused).toJSON(), ...place };
  if (error.originalError === undefined && isClientFault(error))
    return { ...error.toJSON(), extensions: { code: error.extensions.code ?? 'GRAPHQL_VALIDATION_FAILED' } };
  const reference = randomUUID();
  log.error({ err: error.originalError ?? error, reference, operationId, path: error.path }, 'fault');
  return {
    message: `内部错误，请报此编号：${reference} · Internal error, quote this reference: ${reference}`,
    ...place,
    extensions: { code: 'INTERNAL', reference },
  };
}

function isClientFault(error: GraphQLError): boolean {
  const code = error.extensions.code;
  return typeof code === 'string' ? clientFaults.has(code) : error.path === undefined;
}

function codeOf(error: unknown): string | undefined {
  const direct = (error as { code?: unknown }).code;
  if (typeof direct === 'string') return direct;
  return error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
}

/** Classes 08 (connection), 53 (out of resources) and 57P (shutting down) of the server, the network's own codes, and pg's words without a code. */
function isLostConnection(error: unknown, code: string | undefined): boolean {
  if (code !== undefined && /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code)) return true;
  const message = (error as { message?: unknown }).message;
  return typeof message === 'string' && LOST.test(message);
}

const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered a connection error)|Cannot use a pool after calling end)/;

/** The constraint that a failed statement broke, so that a verb can tell its refusal; null for other failures. */
export function brokenConstraint(error: unknown): string | null {
  const driver = (error instanceof QueryFailedError ? error.driverError : error) as {
    code?: string;
    constraint?: string;
  };
  return driver?.code?.startsWith('23') ? (driver.constraint ?? null) : null;
}

/** What a rule of the rows told with its refusal. */
export function brokenDetail(error: unknown): string | null {
  const driver = (error instanceof QueryFailedError ? error.driverError : error) as { detail?: string };
  return driver?.detail ?? null;
}

/** class-validator's first complaint; its messages are written `中文 · English` where an input is declared. */
function refusalOfInput(error: ArgumentValidationError): Refusal {
  const [first] = error.extensions.validationErrors;
  const [zh = '', en = zh] =
    Object.values(first?.constraints ?? { '': '内容有误 · not acceptable' })[0]?.split(' · ') ?? [];
  return invalidInput(first?.property ?? 'input', zh, en);
}
