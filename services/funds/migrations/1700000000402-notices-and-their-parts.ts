// Notices by book and their parts (指标下达、分解、结转): drafted against the pack of uses, issued out of the parent line, so that nothing is over-allotted.
import { migration } from '#platform/database/migration';
import { definer, redefined } from '#platform/database/protect';

/** What a purpose may be paid from is read of the pack that holds on the day of issue, of the nearest region that has one. */
const draftNotice = `
declare
  office text;
  pack jsonb;
  rule jsonb;
  wanted int := (select count(*) from unnest(p_parents) as given(parent) where parent is not null);
  flaw text;
  made text := 'issue';
begin
  select s.path into office from scope s where s.region_id = p_region;
  if office is null or not funds.in_scope(office) then return 'region-unknown'; end if;
  if exists (
    select 1 from unnest(p_regions) as given(region) left join scope s on s.region_id = given.region
    where s.path is null or not funds.in_scope(s.path)
  ) then return 'region-unknown'; end if;
  select p.content into pack from pack p
    where p.kind = 'fund-use' and p.approved_at is not null and p.withdrawn_at is null and starts_with(office, p.path)
      and p.effective_from <= p_issued_on and (p.in_force_to is null or p.in_force_to > p_issued_on)
    order by length(p.path) desc limit 1;
  if pack is null then return 'no-pack'; end if;
  if p_book = 'special' and exists (select 1 from jsonb_array_elements(pack -> 'ownChannels') c where c ->> 'purpose' = p_purpose) then return 'own-channel'; end if;
  select u into rule from jsonb_array_elements(pack -> 'purposes') u where u ->> 'code' = p_purpose and u -> 'books' ? p_book;
  if rule is null then return 'purpose-not-of-book'; end if;
  if rule ->> 'requires' = 'provincial-document' and p_basis is null then return 'provincial-document'; end if;
  p_direction := coalesce(p_direction, rule ->> 'direction');
  p_subject := coalesce(p_subject, rule ->> 'budgetSubject');
  -- The six directions and the subjects of the budget are those of special funds; other books may do without.
  if (p_book = 'special' or p_direction is not null) and not exists (select 1 from jsonb_array_elements(pack -> 'directions') d where d ->> 'code' = p_direction)
    then return 'direction-unknown'; end if;
  if (p_book = 'special' or p_subject is not null) and not exists (select 1 from jsonb_array_elements(pack -> 'budgetSubjects') b where b ->> 'code' = p_subject)
    then return 'subject-unknown'; end if;
  if wanted > 0 then
    if wanted < cardinality(p_lines) then return 'parents-mixed'; end if;
    select case when max(a.year) < extract(year from p_issued_on) then 'carry-over' else 'decompose' end into made
      from allotment_line line join allotment a on a.id = line.allotment_id where line.id = any (p_parents);
    select case
        when line.id is null or not funds.in_scope(line.path) or a.state <> 'issued' then 'parent-unknown'
        when a.book <> p_book then 'parent-book'
        when a.source_level <> p_source_level then 'parent-source'
        when a.direction <> p_direction then 'parent-direction'
        when a.year > extract(year from p_issued_on) then 'parent-year'
        when made = 'decompose' and (a.year <> extract(year from p_issued_on) or not starts_with(s.path, line.path)) then 'parent-region'
        when made = 'carry-over' and s.path <> line.path then 'parent-region'
      end into flaw
      from unnest(p_regions, p_parents) as given(region, parent) join scope s on s.region_id = given.region
      left join allotment_line line on line.id = given.parent left join allotment a on a.id = line.allotment_id
      order by 1 nulls last limit 1;
    if flaw is not null then return flaw; end if;
  end if;
  insert into allotment (id, number, issued_on, year, source_level, purpose, region_id, path, drafted_by, book, kind, direction, budget_subject, payment, clock_from, basis_document)
    values (p_id, p_number, p_issued_on, extract(year from p_issued_on), p_source_level, p_purpose, p_region, office, funds.scope_person(),
      p_book, made, p_direction, p_subject, p_payment, p_clock_from, p_basis);
  insert into allotment_line (id, allotment_id, purpose, year, region_id, path, amount, book, parent_line_id)
    select given.id, p_id, p_purpose, extract(year from p_issued_on), given.region, s.path, given.fen, p_book, given.parent
    from unnest(p_lines, p_regions, p_parents, p_amounts) as given(id, region, parent, fen) join scope s on s.region_id = given.region;
  return 'done';
end`;

const draftAllotment = `
begin
  return funds.draft_notice(p_id, p_number, p_issued_on, p_source_level, 'special', p_purpose, null, null, 'direct', null, null, p_region,
    p_lines, p_regions, array_fill(null::uuid, array[cardinality(p_lines)]), p_amounts);
end`;

/** Cash follows authority: a part takes along what its parent holds, up to its own amount. */
const issueAllotment = `
declare
  notice allotment;
  lots uuid[];
  accounts text[];
  fens bigint[];
begin
  select * into notice from allotment a where a.id = p_id and funds.in_scope(a.path) for update;
  if notice.id is null then return 'unknown'; end if;
  if notice.state <> 'drafted' then return notice.state; end if;
  perform 1 from balance b where b.lot_id in (select line.parent_line_id from allotment_line line where line.allotment_id = p_id)
    order by b.lot_id, b.account for update;
  with part as (
    select line.id, line.parent_line_id as parent, line.amount,
      greatest(0, least(line.amount, coalesce(held.amount, 0) - (sum(line.amount) over (partition by line.parent_line_id order by line.id) - line.amount)))::bigint as cash
    from allotment_line line left join balance held on held.lot_id = line.parent_line_id and held.account = 'cash-held'
    where line.allotment_id = p_id
  ), whole as (
    select parent, sum(amount)::bigint as amount, sum(cash)::bigint as cash from part where parent is not null group by parent
  ), leg (lot, account, fen) as (
    select id, 'issued', -amount from part union all select id, 'available', amount from part
    union all select parent, 'available', -amount from whole
    union all select parent, case notice.kind when 'carry-over' then 'carried' else 'decomposed' end, amount from whole
    union all select parent, 'cash-held', -cash from whole where cash > 0 union all select parent, 'cash-passed', cash from whole where cash > 0
    union all select id, 'cash-held', cash from part where cash > 0 union all select id, 'cash-passed', -cash from part where cash > 0
  )
  select array_agg(leg.lot order by leg.lot, leg.account), array_agg(leg.account order by leg.lot, leg.account), array_agg(leg.fen order by leg.lot, leg.account)
    into lots, accounts, fens from leg;
  update allotment set state = 'issued', approved_by = funds.scope_person(), approved_at = now() where id = p_id;
  perform funds.post_journal(p_journal, 'allot', notice.number, null, notice.region_id, notice.path, p_id, null, null, null, lots, accounts, fens);
  return 'done';
end`;

export const noticesAndTheirParts = migration(
  1700000000402,
  'NoticesAndTheirParts',
  (names) => `
${definer('funds.draft_notice(p_id uuid, p_number text, p_issued_on date, p_source_level text, p_book text, p_purpose text, p_direction text, p_subject text, p_payment text, p_clock_from date, p_basis text, p_region uuid, p_lines uuid[], p_regions uuid[], p_parents uuid[], p_amounts bigint[]) returns text', draftNotice, names, 'funds', ['region'])}
${redefined('funds.draft_allotment(p_id uuid, p_number text, p_issued_on date, p_source_level text, p_purpose text, p_region uuid, p_lines uuid[], p_regions uuid[], p_amounts bigint[]) returns text', draftAllotment, names, 'funds', ['region'])}
${redefined('funds.issue_allotment(p_id uuid, p_journal uuid) returns text', issueAllotment, names, 'funds', ['region'])}
`,
);
