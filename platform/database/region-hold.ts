// What a write holds of the tree (写时占用): its own region and all above it, shared, so that none of them moves before it has ended.
import type { SubgraphName } from './roles';
import { type Statement, statementOf } from './statement';

const LABEL = 5;

/** The keys are those of `lock_regions`. It never waits: behind a move that waits or runs it is refused, and its author comes again. */
const HOLD =
  'select bool_and(pg_try_advisory_xact_lock_shared(hashtextextended(key, 0))) as free from unnest($1::text[]) key';

export function holdStatement(subgraph: SubgraphName, path: string): Statement {
  const keys = [`${subgraph}.at ${path}`];
  for (let end = LABEL; end <= path.length; end += LABEL) keys.push(`${subgraph}.through ${path.slice(0, end)}`);
  return statementOf('', HOLD, [keys]);
}
