// Lists policies in force (有效政策), drafts in scope, the versions of one, and what was explained to a household.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { Policy } from './policy.entity';
import type { PoliciesArgs } from './policy.input';
import { inForce, policyById } from './policy.loader';
import { PolicyBriefing } from './policy-briefing.entity';

/** Also a draft, where it is in scope. */
export async function findPolicy(context: Context, id: string): Promise<Policy | null> {
  if (!isId(id)) return null;
  const published = await policyById.load(context, id);
  if (published || !draftsSeenBy(context)) return published;
  const [draft] = await context.inScope.read(({ select }) => select(Policy, 'where t.id = $1', [id]));
  return draft ?? null;
}

const draftsSeenBy = ({ caller }: Context) => caller.scope === 'region' || caller.scope === 'unit';

export async function listPolicies({ inScope }: Context, args: PoliciesArgs): Promise<Page<Policy>> {
  const { size, from, id } = placeIn(args);
  const tail = `where ${inForce(`coalesce($1::date, ${TODAY})`)} and ($2::text is null or t.matter = $2)
    and ($3::date is null or (t.effective_from, t.id) < ($3::date, $4::uuid)) order by t.effective_from desc, t.id desc limit $5`;
  const asked = [args.on ?? null, args.matter ?? null, from, id, size + 1];
  return pageOf(await inScope.read(({ select }) => select(Policy, tail, asked), 'public'), size);
}

export async function listDrafts(context: Context, args: PageArgs): Promise<Page<Policy>> {
  const { size, from, id } = placeIn(args);
  if (!draftsSeenBy(context)) return { items: [], hasNextPage: false };
  const tail = `where t.published_at is null and ($1::date is null or (t.effective_from, t.id) < ($1::date, $2::uuid))
    order by t.effective_from desc, t.id desc limit $3`;
  return pageOf(await context.inScope.read(({ select }) => select(Policy, tail, [from, id, size + 1])), size);
}

export const keysOfPolicy = ({ effectiveFrom, id }: Policy): [string, string] => [effectiveFrom, id];

function placeIn(args: PageArgs) {
  const [from = null, id = null] = keysOf(args.after, 2) ?? [];
  if (from !== null && !(parseCalendarDay(from, 'after') && isId(id ?? ''))) throw foreignCursor();
  return { size: pageSize(args.first), from, id };
}

/** All published versions of the one asked for, oldest first. */
export async function versionsOf({ inScope }: Context, { id }: Policy): Promise<Policy[]> {
  const tail = `where t.id in (
      with recursive back(id, supersedes_id) as (
        select p.id, p.supersedes_id from households.policy p where p.id = $1
        union select p.id, p.supersedes_id from households.policy p join back on p.id = back.supersedes_id),
      forth(id) as (select id from back union select p.id from households.policy p join forth on p.supersedes_id = forth.id)
      select id from forth) order by t.effective_from, t.id`;
  return inScope.read(({ select }) => select(Policy, tail, [id]), 'public');
}

export async function listBriefings(
  { inScope }: Context,
  householdId: string,
  args: PageArgs,
): Promise<Page<PolicyBriefing>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  if (after !== null && !isId(after)) throw foreignCursor();
  const tail = 'where t.household_id = $1 and ($2::uuid is null or t.id < $2::uuid) order by t.id desc limit $3';
  return pageOf(await inScope.read(({ select }) => select(PolicyBriefing, tail, [householdId, after, size + 1])), size);
}
