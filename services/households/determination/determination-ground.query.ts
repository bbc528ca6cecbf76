// What a proposal rests on: the head and the people of a household, its last guarantee check, and since when an earlier approval has paid.

export const headAndPeople = `
select (select m.name from households.member m where m.id = h.head_member_id) as head,
  (select count(*)::int from households.member m where m.household_id = h.id) as people
from households.household h where h.id = $1`;

export const lastCheck = `
select c.id, c.verdict, c.problems, (c.checked_on > $2::date - $3::int) as fresh
from households.guarantee_check c where c.household_id = $1 order by c.checked_on desc, c.id desc limit 1`;

/**
 * The exit that is opened again, and the day since which payments rest on it. An exit that was loaded with its year alone counts from that
 * year's end, when exits are marked (assumed).
 */
export const openedAgain = `
select e.id as "reopensId", coalesce((e.approved_at at time zone 'Asia/Shanghai')::date,
  least((y.decided_at at time zone 'Asia/Shanghai')::date, make_date(y.year, 12, 31)), h.registered_on)::text as since
from households.household h
left join lateral (select d.id, d.approved_at from households.determination d
  where d.household_id = h.id and d.kind = 'exit' and d.status = 'completed' order by d.approved_at desc limit 1) e on true
left join lateral (select s.year, s.decided_at from households.household_state s
  where s.household_id = h.id and s.state like 'lifted%' and s.year > coalesce((select max(o.year) from households.household_state o
    where o.household_id = h.id and o.state not like 'lifted%'), 0) order by s.year, s.ordinal limit 1) y on true
where h.id = $1`;
