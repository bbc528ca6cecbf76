// Lists under what people could act on a day (当日任职与代理): appointments with their places, and the delegations of them.
import type { Rows } from '#platform/database/in-scope';
import type { Level, Post } from '#platform/vocabulary/caller';

export interface Holding {
  personId: string;
  appointmentId: string | null;
  delegationId: string | null;
  documentNumber: string | null;
  post: Post;
  level: Level | null;
  regionId: string | null;
  unitId: string | null;
  line: string | null;
}

/** Places as the session's standing has them; of one person, or of everybody. */
const HOLDINGS = `
select coalesce(d.delegate_id, a.person_id) as "personId", a.id as "appointmentId", d.id as "delegationId", a.document_number as "documentNumber",
  a.post, a.level, case when a.post in ('unit-liaison', 'reviewer') then coalesce(a.region_id, u.region_id) else a.region_id end as "regionId",
  a.unit_id as "unitId", u.line
from organisation.appointment a
left join organisation.unit u on u.id = a.unit_id
cross join lateral (
  select null::uuid as id, null::uuid as delegate_id
  union all
  select given.id, given.delegate_id from organisation.delegation given
  where given.appointment_id = a.id and given.valid_from <= $1::date and given.valid_to > $1::date
    and (given.revoked_at is null or (given.revoked_at at time zone 'Asia/Shanghai')::date > $1::date)
) d
where a.valid_from <= $1::date and (a.valid_to is null or a.valid_to > $1::date)
  and ($2::uuid is null or coalesce(d.delegate_id, a.person_id) = $2)
order by a.id, d.id nulls first`;

/** Everybody with an account may also ask without a post: for what is his own. */
const SIGNED_IN = `
select c.person_id as "personId" from organisation.account c
where c.created_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' and ($2::uuid is null or c.person_id = $2) order by c.person_id`;

export async function listHoldings(rows: Rows, on: string, personId: string | null = null): Promise<Holding[]> {
  const [held, signedIn] = await Promise.all([
    rows.query<Holding>(HOLDINGS, [on, personId]),
    rows.query<{ personId: string }>(SIGNED_IN, [on, personId]),
  ]);
  const bare = { appointmentId: null, delegationId: null, documentNumber: null, post: 'public' as const };
  const nowhere = { level: null, regionId: null, unitId: null, line: null };
  return [...held, ...signedIn.map((each) => ({ ...each, ...bare, ...nowhere }))];
}
