// Lists complaints about wrong data (数据有误反映列表): those of a range in the order of places, and those that somebody filed.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import type { DataComplaintsArgs } from './complaint.input';
import { DataComplaint } from './data-complaint.entity';

export async function listComplaints({ inScope }: Context, args: DataComplaintsArgs): Promise<Page<DataComplaint>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  const { householdId = null } = args;
  if (id !== null && !isId(id)) throw foreignCursor();
  if (householdId !== null && !isId(householdId)) return pageOf<DataComplaint>([], size);
  const range = inScope.caller.scope === 'region' ? await inScope.range() : null;
  const tail = `where ($1::text is null or t.path >= $1) and ($2::text is null or t.path < $2)
    and ($3::boolean is null or (t.outcome is null) = $3) and ($4::uuid is null or t.household_id = $4)
    and ($5::text is null or (t.path, t.id) > ($5, $6::uuid)) order by t.path, t.id limit $7`;
  const asked = [range?.lo ?? null, range?.hi ?? null, args.awaiting ?? null, householdId, path, id, size + 1];
  return pageOf(await inScope.read(({ select }) => select(DataComplaint, tail, asked)), size);
}

/** Newest first, under whatever post he filed them. */
export async function listOwnComplaints({ caller, inScope }: Context, args: PageArgs): Promise<Page<DataComplaint>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  if (before !== null && !isId(before)) throw foreignCursor();
  const tail = 'where t.filed_by = $1 and ($2::uuid is null or t.id < $2) order by t.id desc limit $3';
  const asked = [caller.personId, before, size + 1];
  return pageOf(await inScope.read(({ select }) => select(DataComplaint, tail, asked), 'own'), size);
}
