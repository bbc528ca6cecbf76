// Lists findings in the order of the managing tree, and those that the caller found, hidden ones among them, newest first.

import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { subtreeOf } from '#platform/vocabulary/region';
import { Finding } from './finding.entity';
import type { FindingFilterArgs, FindingsArgs } from './finding.input';

/** Whom a list is about; of a region that is hidden it is as empty as of one that is not there. */
export type FindingFilter = FindingFilterArgs;

export async function listFindings(context: Context, args: FindingsArgs): Promise<Page<Finding>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  if (after?.[1] && !isId(after[1])) return pageOf<Finding>([], size);
  return pageOf(await selectFindings(context, args, size + 1, after), size);
}

export async function selectFindings(
  { inScope }: Context,
  args: FindingFilter,
  limit: number,
  after: readonly string[] | null = null,
): Promise<Finding[]> {
  if ([args.regionId, args.leadUnitId].some((id) => id != null && !isId(id))) return [];
  const path = args.regionId ? await inScope.pathWithin(args.regionId) : null;
  if (args.regionId && path === null) return [];
  const { lo, hi } = path === null ? await inScope.range() : subtreeOf(path);
  return inScope.read((rows) =>
    rows.select(
      Finding,
      `where t.path >= $1 and t.path < $2
         and ($3::uuid is null or t.lead_unit = $3) and ($4::text[] is null or t.state = any ($4)) and ($5::text is null or t.source = $5)
         and ($6::boolean is null or (t.state <> 'closed' and t.due_on is not null and t.due_on < ${TODAY}) = $6)
         and t.relapses >= $7
         and ($11::text is null or $11 = 'problems' or t.lead_unit is not null) and ($11::text is distinct from 'rectifications' or t.measures is not null)
         and ($8::uuid is null or (t.path, t.id) > ($9, $8)) order by t.path, t.id limit $10`,
      [
        lo,
        hi,
        args.leadUnitId ?? null,
        args.states ?? null,
        args.source ?? null,
        args.overdue ?? null,
        args.relapses ?? 0,
        after?.[1] ?? null,
        after?.[0] ?? null,
        limit,
        args.list ?? null,
      ],
    ),
  );
}

export async function listMyFindings({ caller, inScope }: Context, args: PageArgs): Promise<Page<Finding>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  if (before && !isId(before)) return pageOf<Finding>([], size);
  const found = await inScope.read(
    (rows) =>
      rows.select(Finding, 'where t.found_by = $1 and ($2::uuid is null or t.id < $2) order by t.id desc limit $3', [
        caller.personId,
        before,
        size + 1,
      ]),
    'issuer',
  );
  return pageOf(found, size);
}
