// What the gateway knows of one request: who asks, since when, what was asked and with which codes it ended; never its variables.
import type { Caller } from '#platform/vocabulary/caller';

export interface RequestRecord {
  readonly operationId: string;
  readonly traceId: string;
  readonly address: string;
  /** of the monotonic clock, in ms */
  readonly startedAt: number;
  caller: Caller;
  /** as the token says, also when the request is refused before its session is read */
  personId: string | null;
  operationName: string | null;
  operationType: string | null;
  /** every code that the answer carries */
  codes: string[];
  /** those that the gateway itself refused with */
  ownCodes: string[];
}

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace id of a W3C `traceparent` header; without one the operation is a trace of its own. */
export function traceIdOf(traceparent: string | undefined, operationId: string): string {
  return TRACEPARENT.exec(traceparent ?? '')?.[1] ?? operationId.replaceAll('-', '');
}
