// Finds how somebody stands by an appointment now (任职是否在效): as a session of his would, or not at all.
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { scopeOfPost } from '#platform/vocabulary/caller';
import { isId } from '#platform/vocabulary/id';
import { AppointmentStanding } from './appointment-standing.entity';

/** The words of session.standing: an account that is disabled, not yet released or under a first password stands for nothing. */
const STANDING = `
select a.post, a.level, u.line, case when a.post in ('unit-liaison', 'reviewer') then coalesce(a.region_id, u.region_id) else a.region_id end as "regionId",
  a.unit_id as "unitId", (select t.epoch from organisation.region_tree t) as "regionEpoch", organisation.stands_for(a.person_id) as "standsFor"
from organisation.appointment a
join organisation.account c on c.person_id = a.person_id and c.disabled_at is null and not c.must_change_password and not c.awaits_release
left join organisation.unit u on u.id = a.unit_id
where a.id = $1 and a.person_id = $2 and a.valid_from <= ${TODAY} and (a.valid_to is null or a.valid_to > ${TODAY}) limit 1`;

export async function findStanding({ inScope }: Context, id: string, personId: string) {
  if (!isId(id) || !isId(personId)) return null;
  const [found] = await inScope.read(({ query }) => query(STANDING, [id, personId], AppointmentStanding), 'desk');
  return found ? Object.assign(found, { scope: scopeOfPost[found.post] }) : null;
}
