// What the calculator is given about a range of regions: who is bound, what was held and confirmed, what is exempt.
import { TODAY } from '#platform/database/today';

export const REGIONS_BOUND = `select r.id, r.kind, r.path, r.valid_from as "validFrom", r.valid_to as "validTo", ${TODAY} as today
  from organisation.region r where r.path >= $1 and r.path < $2 and r.kind <> 'village' order by r.path`;

/** Meetings whose minutes are approved and outings that are confirmed, by the day on which they were held. */
export const HELD = `select m.id, m.region_id as subject, m.held_on as "on", m.kind from organisation.meeting m
  where m.path >= $1 and m.path < $2 and m.held_on >= $3 and m.held_on < $4 and m.approved_at is not null and m.withdrawn_at is null
  union all
  select o.id, o.region_id, o.held_on, o.kind from organisation.outing o
  where o.path >= $1 and o.path < $2 and o.held_on >= $3 and o.held_on < $4 and o.confirmed_at is not null`;

export const EXEMPTED = `select x.line, x.subject_id as subject, x.window_from as "from" from organisation.obligation_exemption x
  where x.path >= $1 and x.path < $2 and x.outcome = 'approved' and x.window_from >= $3 and x.window_from < $4`;
