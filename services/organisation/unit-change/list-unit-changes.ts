// Lists reforms of bureaus in scope, newest first.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { UnitChange } from './unit-change.entity';
import type { UnitChangesArgs } from './unit-change.input';

export async function listUnitChanges({ inScope }: Context, args: UnitChangesArgs): Promise<Page<UnitChange>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  const tail = `where ($1::uuid is null or t.id < $1) and ($2::text is null or t.state = $2) order by t.id desc limit $3`;
  return pageOf(
    await inScope.read((rows) => rows.select(UnitChange, tail, [before, args.state ?? null, size + 1])),
    size,
  );
}
