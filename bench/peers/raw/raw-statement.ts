// A hand-written statement of the peer RAW: answers its JSON as text, and takes its parameters from the same variables as the graph.
import type { PathRange } from '#platform/vocabulary/region';

export interface RawScope {
  /** the caller's own subtree */
  range: PathRange;
  pathOf(regionId: string): Promise<string | null>;
}

export interface RawStatement {
  text: string;
  parametersOf(variables: Readonly<Record<string, unknown>>, scope: RawScope): Promise<unknown[]>;
}

/** An amount of fen as it stands on the wire. */
export const yuan = (fen: string) => `((${fen}) / 100)::text || '.' || lpad(((${fen}) % 100)::text, 2, '0')`;

export const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;
