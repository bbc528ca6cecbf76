// Lists re-organisations in scope, newest first, and the moves that were announced to the other subgraphs.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { RegionChange } from './region-change.entity';
import type { RegionChangesArgs } from './region-change.input';

export async function listRegionChanges({ inScope }: Context, args: RegionChangesArgs): Promise<Page<RegionChange>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  const tail = `where ($1::uuid is null or t.id < $1) and ($2::text is null or t.state = $2) order by t.id desc limit $3`;
  return pageOf(
    await inScope.read((rows) => rows.select(RegionChange, tail, [before, args.state ?? null, size + 1])),
    size,
  );
}

export interface RegionTreeEvent {
  epoch: number;
  change: unknown;
}

export function eventsAfter({ inScope }: Context, epoch: number): Promise<RegionTreeEvent[]> {
  return inScope.read(
    (rows) =>
      rows.query<RegionTreeEvent>(
        'select epoch, change from organisation.region_event where epoch > $1 order by epoch limit 50',
        [epoch],
      ),
    'public',
  );
}
