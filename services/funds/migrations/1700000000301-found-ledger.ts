// Founds funds: allotment notices with their lines, and the double-entry ledger over the lots that the lines are.
import { foundation } from '#platform/database/foundation';
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';

/** One of its lines in range makes a notice visible: a town reads the head of the notice that its money came with. */
const noticeReach = `(${inRange('path')} or exists (select 1 from funds.allotment_line line where line.allotment_id = allotment.id))`;

export const foundLedger = migration(
  1700000000301,
  'FoundLedger',
  (names) => `
${foundation(names)}

create table funds.allotment (
  id uuid primary key,
  number text not null constraint allotment_number_length check (length(number) between 2 and 100),
  issued_on date not null,
  year int not null constraint allotment_year check (year = extract(year from issued_on)),
  source_level text not null constraint allotment_source_level check (source_level in ('central', 'province', 'city', 'district')),
  purpose text not null constraint allotment_purpose_length check (length(purpose) between 2 and 60),
  region_id uuid not null,
  path text collate "C" not null,
  state text not null default 'drafted' constraint allotment_state check (state in ('drafted', 'issued', 'withdrawn')),
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  approved_by uuid,
  approved_at timestamptz,
  constraint allotment_number_once unique (region_id, number),
  constraint allotment_four_eyes check (approved_by <> drafted_by),
  constraint allotment_approved_before_issued check ((state = 'drafted') = (approved_by is null)),
  constraint allotment_spending unique (id, purpose, year)
);
create index allotment_by_path on funds.allotment (path, id);

create table funds.allotment_line (
  id uuid primary key,
  allotment_id uuid not null,
  purpose text not null,
  year int not null,
  region_id uuid not null,
  path text collate "C" not null,
  amount bigint not null constraint allotment_line_above_zero check (amount > 0),
  constraint allotment_line_region_once unique (allotment_id, region_id),
  constraint allotment_line_path unique (id, path),
  constraint allotment_line_spending unique (id, purpose, year),
  constraint allotment_line_of_notice foreign key (allotment_id, purpose, year) references funds.allotment (id, purpose, year)
);
create index allotment_line_by_path on funds.allotment_line (path, id);

create table funds.journal (
  id uuid primary key,
  kind text not null constraint journal_kind check (kind in ('allot', 'reserve', 'release', 'pay', 'return', 'reverse')),
  value_date date not null,
  booked_at timestamptz not null default clock_timestamp(),
  document text not null,
  reason text,
  posted_by uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  allotment_id uuid references funds.allotment (id),
  disbursement_id uuid,
  line_id uuid,
  reverses_id uuid constraint journal_reversed_once unique,
  reverses_kind text constraint journal_reversal_not_reversible check (reverses_kind <> 'reverse'),
  constraint journal_reverses check ((kind = 'reverse') = (reverses_id is not null and reverses_kind is not null)),
  constraint journal_with_kind unique (id, kind),
  constraint journal_with_path unique (id, path),
  constraint journal_reverses_known foreign key (reverses_id, reverses_kind) references funds.journal (id, kind)
);
create index journal_by_path on funds.journal (path, id);
create index journal_by_disbursement on funds.journal (disbursement_id);

create table funds.posting (
  journal_id uuid not null,
  lot_id uuid not null references funds.allotment_line (id),
  account text not null constraint posting_account check (account in ('issued', 'available', 'reserved', 'paid')),
  amount bigint not null constraint posting_not_zero check (amount <> 0),
  path text collate "C" not null,
  primary key (journal_id, lot_id, account),
  constraint posting_of_journal foreign key (journal_id, path) references funds.journal (id, path) on update cascade
);
create index posting_by_lot on funds.posting (lot_id, account);

create table funds.balance (
  lot_id uuid not null,
  account text not null constraint balance_account check (account in ('issued', 'available', 'reserved', 'paid')),
  amount bigint not null constraint balance_never_negative check (account = 'issued' or amount >= 0),
  path text collate "C" not null,
  primary key (lot_id, account),
  constraint balance_source_never_positive check (account <> 'issued' or amount <= 0),
  constraint balance_of_lot foreign key (lot_id, path) references funds.allotment_line (id, path) on update cascade
);
create index balance_by_path on funds.balance (path, account);

${protect('funds.allotment_line', names, { region: inRange('path') })}
${protect('funds.allotment', names, { region: noticeReach })}
${protect('funds.journal', names, { region: inRange('path') })}
${protect('funds.posting', names, { region: inRange('path') })}
${protect('funds.balance', names, { region: inRange('path') })}
${appendOnly('funds.allotment_line', 'funds', ['region_id', 'path'])}
${appendOnly('funds.allotment', 'funds', ['region_id', 'path', 'state', 'approved_by', 'approved_at'])}
${appendOnly('funds.journal', 'funds', ['region_id', 'path'])}
${appendOnly('funds.posting', 'funds', ['path'])}
`,
);
