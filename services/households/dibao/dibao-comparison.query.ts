// Compares lists of dibao with the register (低保比对), inside one range of paths: nobody learns whether a number stands elsewhere.

/** Entries of the newest list that covers their village. $1 lower and $2 upper bound. */
const current = `current as (
  select e.*, l.as_of from households.dibao_entry e join households.dibao_list l on l.id = e.list_id
  where e.path >= $1 collate "C" and e.path < $2 collate "C"
    and not exists (select 1 from households.dibao_list n where starts_with(e.path, n.path) and (n.as_of, n.id) > (l.as_of, l.id)))`;

/** People of households that are in the register, with whether it marks theirs as dibao, and whether they are on the list. */
const registered = `registered as (
  select m.id, m.household_id, m.path, (h.type in ('dibao', 'dibao-poor') or m.dibao is true) as marked, c.id as entry_id, c.monthly
  from households.member m join households.household h on h.id = m.household_id and h.state <> 'removed'
  left join current c on c.id_number_index = m.id_number_index
  where m.path >= $1 collate "C" and m.path < $2 collate "C"),
ofhousehold as (
  select r.household_id, min(r.path) as path, bool_or(r.marked) as marked, bool_or(r.entry_id is not null) as listed, sum(r.monthly)::bigint as monthly
  from registered r group by r.household_id)`;

export const comparisonOfRegion = `with ${current}, ${registered}
select (select max(c.as_of)::text from current c) as "asOf", (select count(*)::int from current) as listed,
  (select count(*)::int from current c where c.kind = 'single') as single, (select coalesce(sum(c.monthly), 0)::text from current c) as monthly,
  (select count(distinct r.entry_id)::int from registered r) as both,
  (select count(*)::int from current c where not exists (select 1 from registered r where r.entry_id = c.id)) as "notRegistered",
  (select count(*)::int from ofhousehold o where o.listed and not o.marked) as "notMarked",
  (select count(*)::int from ofhousehold o where o.marked and not o.listed) as "notListed"`;

/** $3 the kind or null for all, $4 and $5 path and id of the last row seen, $6 how many. */
export const differencesOfRegion = `with ${current}, ${registered}, difference as (
  select c.id, 'not-registered' as kind, null::uuid as "householdId", c.path, c.name, c.id_number_tail as tail, c.monthly::text as monthly from current c
    where not exists (select 1 from registered r where r.entry_id = c.id)
  union all select o.household_id, 'not-marked', o.household_id, o.path, null, null, o.monthly::text from ofhousehold o where o.listed and not o.marked
  union all select o.household_id, 'not-listed', o.household_id, o.path, null, null, null from ofhousehold o where o.marked and not o.listed)
select * from difference d where ($3::text is null or d.kind = $3) and ($4::text is null or (d.path, d.id) > ($4 collate "C", $5::uuid)) order by d.path collate "C", d.id limit $6`;
