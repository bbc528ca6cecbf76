// Founds disbursements to households: batches and their lines, returns, and the sums of each village and budget year.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, protect } from '#platform/database/protect';

export const foundDisbursement = migration(
  1700000000303,
  'FoundDisbursement',
  (names) => `
create table funds.disbursement (
  id uuid primary key,
  number text not null constraint disbursement_number_once unique,
  lot_id uuid not null,
  purpose text not null,
  year int not null,
  document_number text not null constraint disbursement_document_length check (length(document_number) between 2 and 100),
  region_id uuid not null,
  path text collate "C" not null,
  total bigint not null constraint disbursement_above_zero check (total > 0),
  line_count int not null constraint disbursement_has_lines check (line_count > 0),
  returned bigint not null default 0 constraint disbursement_returned_within check (returned between 0 and total),
  state text not null default 'applied' constraint disbursement_state
    check (state in ('applied', 'approved', 'rejected', 'withdrawn', 'paid', 'part-returned', 'returned')),
  reason text,
  applied_by uuid not null,
  applied_on date not null,
  approved_by uuid,
  approved_on date,
  paid_by uuid,
  paid_on date,
  constraint disbursement_four_eyes check (approved_by <> applied_by and paid_by <> applied_by and paid_by <> approved_by),
  constraint disbursement_paid_after_approval check (paid_by is null or approved_by is not null),
  constraint disbursement_hands_of_state check (
    (state in ('paid', 'part-returned', 'returned')) = (paid_by is not null) and (state <> 'approved' or approved_by is not null)),
  constraint disbursement_dates_in_order check (approved_on >= applied_on and paid_on >= approved_on),
  constraint disbursement_returned_of_state check (
    case state when 'returned' then returned = total when 'part-returned' then returned > 0 and returned < total else returned = 0 end),
  constraint disbursement_of_lot foreign key (lot_id, purpose, year) references funds.allotment_line (id, purpose, year),
  constraint disbursement_spending unique (id, lot_id, purpose, year)
);
create index disbursement_by_path on funds.disbursement (path, id);
create index disbursement_by_lot on funds.disbursement (lot_id);
create index disbursement_by_approval on funds.disbursement (path, approved_on) include (total, returned, paid_on);

create table funds.disbursement_line (
  id uuid primary key,
  disbursement_id uuid not null,
  lot_id uuid not null,
  purpose text not null,
  year int not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  amount bigint not null constraint disbursement_line_above_zero check (amount > 0),
  returned bigint not null default 0 constraint disbursement_line_returned_within check (returned between 0 and amount),
  payee text not null,
  masked_card text,
  state text not null default 'reserved' constraint disbursement_line_state check (state in ('reserved', 'paid', 'released')),
  paid_on date,
  constraint disbursement_line_household_once unique (disbursement_id, household_id),
  constraint disbursement_line_paid_has_day check ((state = 'paid') = (paid_on is not null)),
  constraint disbursement_line_returned_when_paid check (returned = 0 or state = 'paid'),
  constraint disbursement_line_one_lot foreign key (disbursement_id, lot_id, purpose, year) references funds.disbursement (id, lot_id, purpose, year)
);
create index disbursement_line_by_batch on funds.disbursement_line (disbursement_id, id);
create index disbursement_line_by_household on funds.disbursement_line (household_id, year, id);

create table funds.payment_return (
  id uuid primary key,
  line_id uuid not null references funds.disbursement_line (id),
  journal_id uuid not null constraint payment_return_journal_once unique references funds.journal (id),
  amount bigint not null constraint payment_return_above_zero check (amount > 0),
  reason text not null constraint payment_return_reason_length check (length(reason) between 2 and 300),
  returned_by uuid not null,
  returned_on date not null,
  path text collate "C" not null
);
create index payment_return_by_line on funds.payment_return (line_id);

create table funds.village_funds (
  region_id uuid not null,
  year int not null,
  path text collate "C" not null,
  reserved bigint not null default 0 constraint village_funds_reserved_within check (reserved >= 0),
  paid bigint not null default 0 constraint village_funds_paid_within check (paid >= 0),
  returned bigint not null default 0 constraint village_funds_returned_within check (returned between 0 and paid),
  lines bigint not null default 0 constraint village_funds_lines_within check (lines >= 0),
  primary key (region_id, year)
);
create index village_funds_by_path on funds.village_funds (path, year) include (reserved, paid, returned, lines);

alter table funds.journal add constraint journal_of_disbursement foreign key (disbursement_id) references funds.disbursement (id);
alter table funds.journal add constraint journal_of_line foreign key (line_id) references funds.disbursement_line (id);

${protect('funds.disbursement', names, { region: inRange('path') })}
${protect('funds.disbursement_line', names, { region: inRange('path'), paired: isListed('household_id') })}
${protect('funds.payment_return', names, { region: inRange('path') })}
${protect('funds.village_funds', names, { region: inRange('path') })}
${appendOnly('funds.disbursement', 'funds', ['region_id', 'path', 'state', 'reason', 'returned', 'approved_by', 'approved_on', 'paid_by', 'paid_on'])}
${appendOnly('funds.disbursement_line', 'funds', ['region_id', 'path', 'state', 'returned', 'paid_on'])}
${appendOnly('funds.payment_return', 'funds', ['path'])}
`,
);
