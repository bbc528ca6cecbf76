// Lists reports on the office's jobs in the order of the managing tree: what the city's office works through.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import type { TenJobReportsArgs } from './ten-job.input';
import { TenJobReport } from './ten-job-report.entity';

export async function listTenJobReports({ inScope }: Context, args: TenJobReportsArgs): Promise<Page<TenJobReport>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) return pageOf<TenJobReport>([], size);
  const { lo, hi } = await inScope.range();
  const tail = `where t.path >= $1 and t.path < $2 and ($3::text is null or t.quarter = $3) and ($4::boolean is null or (t.outcome is null) = $4)
    and ($5::uuid is null or (t.path, t.id) > ($6, $5)) order by t.path, t.id limit $7`;
  const parameters = [lo, hi, args.quarter ?? null, args.awaiting ?? null, id, path, size + 1];
  return pageOf(await inScope.read(({ select }) => select(TenJobReport, tail, parameters)), size);
}
