// Lists public reports: those of a range for the officials who answer, one's own for the citizen who follows them.

import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import type { PublicReport } from './public-report.entity';

/** Named one by one: the column of who filed it is closed to officials. */
export const reportColumns =
  'r.id, r.receipt, r.region_id as "regionId", r.path, r.content, r.filed_at as "filedAt", r.reply, r.replied_at as "repliedAt", r.channel, r.reply_due_on::text as "replyDueOn", r.due_assumed as "dueAssumed"';

export async function listReports(
  { inScope }: Context,
  args: PageArgs & { answered?: boolean | null; overdue?: boolean | null },
): Promise<Page<PublicReport>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id && !isId(id)) return pageOf<PublicReport>([], size);
  const { lo, hi } = await inScope.range();
  const found = await inScope.read(({ query }) =>
    query<PublicReport>(
      `select ${reportColumns} from assessments.public_report r where r.path >= $1 and r.path < $2 and ($3::uuid is null or (r.path, r.id) > ($4, $3))
         and ($5::boolean is null or (r.reply is not null) = $5) and ($7::boolean is null or (r.reply is null and r.reply_due_on is not null and r.reply_due_on < ${TODAY}) = $7) order by r.path, r.id limit $6`,
      [lo, hi, id, path, args.answered ?? null, size + 1, args.overdue ?? null],
    ),
  );
  return pageOf(found, size);
}

export async function listMyReports({ caller, inScope }: Context, args: PageArgs): Promise<Page<PublicReport>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  if (before && !isId(before)) return pageOf<PublicReport>([], size);
  const found = await inScope.read(
    ({ query }) =>
      query<PublicReport>(
        `select ${reportColumns} from assessments.public_report r where r.reported_by = $1 and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`,
        [caller.personId, before, size + 1],
      ),
    'own',
  );
  return pageOf(found, size);
}
