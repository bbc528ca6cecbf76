// Lists supervisions, newest first, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Supervision } from './supervision.entity';
import type { SupervisionsArgs } from './supervision.input';

export function listSupervisions({ inScope }: Context, args: SupervisionsArgs): Promise<Page<Supervision>> {
  const size = pageSize(args.first);
  const [before] = keysOf(args.after, 1) ?? [null];
  if (before && !isId(before)) return Promise.resolve(pageOf<Supervision>([], size));
  const tail = `where ($1::text is null or t.quarter = $1) and ($2::text is null or t.form = $2) and ($3::uuid is null or t.id < $3)
    order by t.id desc limit $4`;
  const asked = [args.quarter ?? null, args.form ?? null, before, size + 1];
  return inScope.read(async (rows) => pageOf(await rows.select(Supervision, tail, asked), size));
}
