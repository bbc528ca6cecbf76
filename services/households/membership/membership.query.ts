// Who belongs to a household now (现有成员), and how one member stands in it.
import type { WriteRows } from '#platform/database/in-scope';
import { isId } from '#platform/vocabulary/id';
import type { PresentMembership, RelationTold } from './membership.rules';

export interface MembershipRow extends PresentMembership {
  id: string;
  householdId: string;
}

export async function membershipOf({ query }: WriteRows, memberId: string): Promise<MembershipRow | null> {
  const sql = `select m.id, m.household_id as "householdId", m.relation, m.joined_on as "joinedOn", m.left_on as "leftOn",
      (select count(*)::int from households.member o where o.household_id = m.household_id and o.left_on is null and o.id <> m.id) as others
    from households.member m where m.id = $1`;
  const [row] = isId(memberId) ? await query<MembershipRow>(sql, [memberId]) : [];
  return row ?? null;
}

export function presentMembers(
  { query }: WriteRows,
  householdId: string,
): Promise<(RelationTold & { joinedOn: string | null })[]> {
  return query(
    `select m.id as "memberId", m.relation, m.joined_on as "joinedOn" from households.member m
     where m.household_id = $1 and m.left_on is null order by m.id`,
    [householdId],
  );
}
