// The context (上下文) of one request in one subgraph: who asks, the rows in scope, the loaders, and the way to ask other subgraphs.
import type DataLoader from 'dataloader';
import type { InScope } from '../database/in-scope';
import type { SubgraphName } from '../database/roles';
import type { Caller } from '../vocabulary/caller';

export interface Context<Tools = unknown> {
  readonly caller: Caller;
  readonly inScope: InScope;
  readonly loaders: Map<symbol, DataLoader<never, unknown>>;
  readonly ask: Ask;
  /** what the subgraph itself was opened with, such as the keys of personal data */
  readonly tools: Tools;
  /** the fields of a type that the operation asks for anywhere; null where that is not known, which is all of them */
  selected(type: string): ReadonlySet<string> | null;
}

/** A question to another subgraph, on behalf of the caller and under this subgraph's own service key; data or a Refusal. */
export type Ask = <T>(subgraph: SubgraphName, operation: string, variables?: Record<string, unknown>) => Promise<T>;
