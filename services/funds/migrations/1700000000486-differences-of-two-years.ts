// Differences of a stay that counts in two years (跨年差额): later settlements of either year are found, worked out and put right in one batch.
import { migration } from '#platform/database/migration';
import { inRange, redefined } from '#platform/database/protect';

/** Of the same patient and of a year that it counted in, settled later, and decided by a total that has changed, or by how many stays came before. */
const dependents = `
begin
  insert into settlement_dependence (cause_id, settlement_id, path)
    select p_cause, t.id, t.path from settlement t
    where t.member_id = p_of.member_id and array[t.year, t.also_year] && array_remove(array[p_of.year, p_of.also_year], null)
      and t.kind = 'settlement' and t.id > p_of.id and t.id <> p_cause
      and not exists (select 1 from settlement k where k.strikes_id = t.id)
      and (t.input is null
        or exists (select 1 from member_year_total m where m.settlement_id = p_cause
          and case m.year when t.year then t.input -> 'running' ? m.name when t.also_year then t.input #> '{earlier,input,running}' ? m.name end)
        or (greatest((t.input #>> '{facts,stayOfYear}')::int, (t.input #>> '{earlier,input,facts,stayOfYear}')::int) > 1
          and exists (select 1 from settlement k where k.id = p_cause and k.kind = 'strike')));
end`;

/** Of the patient and the years of a cause: every settlement that stands, in the order in which they were made, and what it has moved. */
const history = `
declare
  cause settlement;
  years int[];
begin
  select * into cause from settlement s where s.id = p_cause and ${inRange('s.path')}
    and exists (select 1 from settlement_dependence d where d.cause_id = s.id);
  if cause.id is null then return null; end if;
  years := array_remove(array[cause.also_year, cause.year], null);
  return jsonb_build_object(
    'memberId', cause.member_id, 'regionId', cause.region_id, 'path', cause.path, 'years', to_jsonb(years),
    'seen', funds.settlements_seen(cause.member_id, years),
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'stay', s.encounter = 'stay',
        'moved', (select coalesce(jsonb_agg(jsonb_build_object('year', z.year, 'name', z.name, 'amount', z.fen::text)), '[]') from (
          select m.year, m.name, sum(m.amount) as fen from member_year_total m
          where m.settlement_id = t.id or m.settlement_id in (select x.id from settlement x where x.supplements_id = t.id) group by m.year, m.name) z)) order by t.id), '[]')
      from settlement t join stay s on s.id = t.stay_id
      where t.member_id = cause.member_id and array[t.year, t.also_year] && years and t.kind = 'settlement'
        and not exists (select 1 from settlement k where k.strikes_id = t.id)));
end`;

export const differencesOfTwoYears = migration(
  1700000000486,
  'DifferencesOfTwoYears',
  (names) => `
alter table funds.difference_batch add column also_year int,
  add constraint difference_batch_two_years check (also_year is null or also_year = year - 1);
create function funds.settlements_seen(p_member uuid, p_years int[]) returns int language sql stable set search_path = funds, pg_temp as $seen$
  select count(*)::int from settlement t where t.member_id = p_member and array[t.year, t.also_year] && p_years
$seen$;
revoke all on function funds.settlements_seen(uuid, int[]) from public;
grant execute on function funds.settlements_seen(uuid, int[]) to ${names.keeper};
${redefined('funds.find_dependents(p_cause uuid, p_of funds.settlement) returns void', dependents, names, 'funds', [])}
${redefined('funds.member_year_history(p_cause uuid) returns jsonb', history, names, 'funds', ['region'])}
do $years$
declare
  change record;
  body text;
begin
  for change in select * from (values
    ('propose_differences', 'values (cause.member_id, cause.year) on conflict', 'select cause.member_id, y from unnest(array[cause.also_year, cause.year]) y where y is not null order by y on conflict'),
    ('propose_differences', 'and m.year = cause.year for update', 'and m.year in (cause.also_year, cause.year) order by m.year for update'),
    ('propose_differences', '(select count(*) from settlement t where t.member_id = cause.member_id and t.year = cause.year)',
      'funds.settlements_seen(cause.member_id, array_remove(array[cause.also_year, cause.year], null))'),
    ('propose_differences', 'and b.year = cause.year and', 'and array[b.also_year, b.year] && array_remove(array[cause.also_year, cause.year], null) and'),
    ('propose_differences', 'path, year, seen,', 'path, year, also_year, seen,'),
    ('propose_differences', 'cause.path, cause.year, p_seen', 'cause.path, cause.year, cause.also_year, p_seen'),
    ('decide_differences', 'and m.year = batch.year for update', 'and m.year in (batch.also_year, batch.year) order by m.year for update'),
    ('decide_differences', '(select count(*) from settlement t where t.member_id = batch.member_id and t.year = batch.year)',
      'funds.settlements_seen(batch.member_id, array_remove(array[batch.also_year, batch.year], null))'),
    ('decide_differences', 'path, year, policy_id,', 'path, year, also_year, policy_id, also_policy_id,'),
    ('decide_differences', 'old.year, old.policy_id,', 'old.year, old.also_year, old.policy_id, old.also_policy_id,'),
    ('decide_differences', 'old.member_id, old.year, given.moved', 'old.member_id, coalesce((given.moved ->> ''year'')::int, old.year), given.moved')) as given(name, was, becomes)
  loop
    body := pg_get_functiondef((select p.oid from pg_proc p where p.proname = change.name and p.pronamespace = 'funds'::regnamespace));
    if position(change.was in body) = 0 then raise exception '% does not say %', change.name, change.was; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $years$;
`,
);
