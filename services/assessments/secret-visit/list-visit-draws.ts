// Lists draws of secret visits: those that are released in one's range, or an inspector's own.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { VisitDraw } from './visit-draw.entity';

/** Newest first. */
export async function listVisitDraws(
  { caller, inScope }: Context,
  args: PageArgs,
  which: 'released' | 'own',
): Promise<Page<VisitDraw>> {
  const size = pageSize(args.first);
  const [before] = keysOf(args.after, 1) ?? [null];
  if (before && !isId(before)) return pageOf<VisitDraw>([], size);
  // Of one's own the issuer's policy is the filter: what is not one's own is not there.
  const released = which === 'released' ? 't.released_at is not null and' : '';
  const tail = `where ${released} ($1::uuid is null or t.id < $1) order by t.id desc limit $2`;
  const kind = which === 'own' ? 'issuer' : caller.scope;
  return inScope.read(async (rows) => pageOf(await rows.select(VisitDraw, tail, [before, size + 1]), size), kind);
}
