// Where each lot of a range stood at the end of a day (资金批次历史余额): a lot's journals may have been posted above the region whose money it is.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const lotsOn = `
begin
  if not funds.in_scope(p_lo) or p_hi collate "C" > nullif(current_setting('scope.hi', true), '') then
    raise exception 'a range beyond the scope' using errcode = 'insufficient_privilege';
  end if;
  return query
  select line.id, line.region_id, line.path, line.allotment_id, line.amount, a.number, a.book, a.source_level, a.year, coalesce(a.clock_from, a.issued_on),
    case when a.state = 'issued' then (a.approved_at at time zone 'Asia/Shanghai')::date end,
    coalesce(-sum(p.amount) filter (where p.account in ('issued', 'decomposed', 'reclaimed')), 0)::bigint,
    coalesce(sum(p.amount) filter (where p.account in ('available', 'frozen')), 0)::bigint,
    coalesce(sum(p.amount) filter (where p.account = 'reserved'), 0)::bigint, coalesce(sum(p.amount) filter (where p.account = 'paid'), 0)::bigint
  from allotment_line line join allotment a on a.id = line.allotment_id and a.state <> 'withdrawn' and coalesce(a.clock_from, a.issued_on) <= p_day
  left join (posting p join journal j on j.id = p.journal_id and j.value_date <= p_day) on p.lot_id = line.id
  where line.path >= p_lo collate "C" and line.path < p_hi collate "C"
  group by line.id, a.id order by line.path, line.id;
end`;

export const lotsOnADay = migration(
  1700000000406,
  'LotsOnADay',
  (names) => `
${definer('funds.lots_on(p_lo text, p_hi text, p_day date) returns table (id uuid, region_id uuid, path text, allotment_id uuid, amount bigint, number text, book text, source_level text, year int, clock_from date, issued_on date, allotted bigint, available bigint, reserved bigint, paid bigint)', lotsOn, names, 'funds', ['region'])}
`,
);
