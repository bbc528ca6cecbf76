// Balances of a day gone by (历史余额): a lot's journals stand where they were posted, which may be above the region whose money it is.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** Sums alone leave this function, and only of ranges that lie wholly within the caller's own. */
const balancesOn = `
begin
  if exists (
    select 1 from unnest(p_los, p_his) as given(lo, hi)
    where not funds.in_scope(given.lo) or given.hi collate "C" > nullif(current_setting('scope.hi', true), '')
  ) then
    raise exception 'a range beyond the scope' using errcode = 'insufficient_privilege';
  end if;
  return query
  select asked.key, p.account, sum(p.amount)::bigint
  from unnest(p_keys, p_days, p_los, p_his) as asked(key, day, lo, hi)
  join allotment_line line on line.path >= asked.lo collate "C" and line.path < asked.hi collate "C"
  join posting p on p.lot_id = line.id
  join journal j on j.id = p.journal_id and j.value_date <= asked.day
  group by asked.key, p.account;
end`;

export const addBalancesOnADay = migration(
  1700000000341,
  'AddBalancesOnADay',
  (names) => `
${definer('funds.balances_on(p_keys text[], p_days date[], p_los text[], p_his text[]) returns table (key text, account text, amount bigint)', balancesOn, names, 'funds', ['region'])}
`,
);
