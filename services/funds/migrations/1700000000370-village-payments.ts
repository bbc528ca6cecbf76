// What reached households by village and quarter (村级按季支付): kept in the transaction that pays or takes a return back.
import { migration } from '#platform/database/migration';
import { definer, inRange, protect } from '#platform/database/protect';

const quarterOf = (day: string) => `to_char(${day}, 'YYYY"Q"Q')`;
/** A return counts in the quarter in which its line was paid: what was disbursed in a quarter is what stayed of it. */
const add = (moved: string) => `
insert into village_payments (region_id, path, quarter, paid, returned, lines)
select d.region_id, min(d.path), d.quarter, sum(d.paid), sum(d.returned), sum(d.lines)::int from (${moved}) d
group by d.region_id, d.quarter having sum(d.paid) <> 0 or sum(d.returned) <> 0 or sum(d.lines) <> 0 order by d.region_id, d.quarter
on conflict (region_id, quarter) do update set paid = village_payments.paid + excluded.paid,
  returned = village_payments.returned + excluded.returned, lines = village_payments.lines + excluded.lines;`;
const line = (of: string, sign: string) =>
  `select ${of}.region_id, ${of}.path, ${quarterOf(`${of}.paid_on`)} as quarter, ${sign}${of}.amount as paid, ${sign}${of}.returned as returned, ${sign}1 as lines`;

const paid = `
begin
  if tg_op = 'INSERT' then
    ${add(`${line('f', '')} from fresh f where f.paid_on is not null`)}
    return null;
  end if;
  ${add(`${line('f', '')} from fresh f where f.paid_on is not null union all ${line('g', '-')} from gone g where g.paid_on is not null`)}
  return null;
end`;

export const villagePayments = migration(
  1700000000370,
  'VillagePayments',
  (names) => `
create table funds.village_payments (
  region_id uuid not null,
  path text collate "C" not null,
  quarter text not null,
  paid bigint not null,
  returned bigint not null,
  lines int not null,
  constraint village_payments_once primary key (region_id, quarter)
);
create index village_payments_by_path on funds.village_payments (quarter, path) include (paid, returned, lines);
${protect('funds.village_payments', names, { region: inRange('path') })}
${definer('funds.sum_payments() returns trigger', paid, names, 'funds', [])}

set local search_path = funds, pg_temp;
${add(`${line('f', '')} from disbursement_line f where f.paid_on is not null`)}
set local search_path to default;

create trigger sum_payments after insert on funds.disbursement_line
  referencing new table as fresh for each statement execute function funds.sum_payments();
create trigger sum_payments_changed after update on funds.disbursement_line
  referencing old table as gone new table as fresh for each statement execute function funds.sum_payments();
`,
);
