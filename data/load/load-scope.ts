// Loads a subgraph's own copy of the managing tree: which path each region has, so that a region id becomes a range.
import type { Client } from 'pg';
import type { SubgraphName } from '#platform/database/roles';
import type { RegionRow } from '../generate/rows';
import { insertRows } from './insert-rows';

/** The epoch of the tree as first loaded; each re-organisation raises it. */
export const FIRST_EPOCH = 1;

export async function loadScope(
  client: Client,
  subgraph: SubgraphName,
  regions: readonly RegionRow[],
  tick: (rows: number) => void = () => undefined,
): Promise<void> {
  const columns = { region_id: 'uuid', path: 'text', kind: 'text', epoch: 'int' };
  const rowOf = ({ id, path, kind }: RegionRow) => [id, path, kind, FIRST_EPOCH];
  await insertRows(client, `${subgraph}.scope`, columns, regions, rowOf, tick);
}
