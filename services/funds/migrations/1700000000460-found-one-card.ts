// Founds one-card batches (一卡通批次): lists of payees and cards, the bank's files out and back, what became of each line, recoveries.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, protect } from '#platform/database/protect';

const PLACE = ['region_id', 'path'];

export const foundOneCard = migration(
  1700000000460,
  'FoundOneCard',
  (names) => `
create table funds.card_batch (
  id uuid primary key,
  number text not null constraint card_batch_number_once unique constraint card_batch_number_form check (number ~ '^YK[0-9A-Z]{14}$'),
  purpose text not null,
  document_number text not null constraint card_batch_document_length check (length(document_number) between 2 and 100),
  profile text not null,
  profile_hash text not null,
  region_id uuid not null,
  path text collate "C" not null,
  total bigint not null constraint card_batch_above_zero check (total > 0),
  line_count int not null constraint card_batch_has_lines check (line_count > 0),
  state text not null default 'listed' constraint card_batch_state check (state in ('listed', 'verified', 'released', 'closed', 'withdrawn')),
  reason text,
  made_by uuid not null,
  made_on date not null,
  verified_by uuid,
  verified_on date,
  released_by uuid,
  released_on date,
  closed_on date,
  constraint card_batch_four_eyes check (verified_by <> made_by and released_by <> made_by and released_by <> verified_by),
  constraint card_batch_hands_of_state check (case state
    when 'listed' then verified_by is null and released_by is null
    when 'verified' then verified_by is not null and released_by is null
    when 'withdrawn' then released_by is null and reason is not null
    else verified_by is not null and released_by is not null end),
  constraint card_batch_dates_in_order check (verified_on >= made_on and released_on >= verified_on and closed_on >= released_on)
);
create index card_batch_by_path on funds.card_batch (path, id);

create table funds.card_line (
  id uuid primary key,
  batch_id uuid not null references funds.card_batch (id),
  ordinal int not null constraint card_line_ordinal check (ordinal between 1 and 99999),
  reference text not null constraint card_line_reference_once unique,
  disbursement_line_id uuid not null references funds.disbursement_line (id),
  disbursement_id uuid not null references funds.disbursement (id),
  lot_id uuid not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  amount bigint not null constraint card_line_above_zero check (amount > 0),
  payee text not null,
  payee_member_id uuid,
  id_number_tail text,
  bank_name text,
  card_sealed bytea not null,
  card_index text not null,
  card_tail text not null constraint card_line_tail check (card_tail ~ '^[0-9]{4}$'),
  proxy_for text,
  proxy_reason text,
  state text not null default 'listed' constraint card_line_state
    check (state in ('listed', 'sent', 'paid', 'failed', 'bounced', 'stopped', 'held', 'withdrawn')),
  reason text,
  ended_on date,
  journal_id uuid constraint card_line_own_payment unique references funds.journal (id),
  constraint card_line_proxy_whole check ((proxy_for is null) = (proxy_reason is null)),
  constraint card_line_why_not check (state in ('listed', 'sent', 'paid') or reason is not null),
  constraint card_line_ended check ((state in ('listed', 'sent')) = (ended_on is null)),
  constraint card_line_paid_by_journal check ((state = 'paid') <= (journal_id is not null)),
  constraint card_line_place_once unique (batch_id, ordinal)
);
-- What is on its way to a card, or arrived there, is on no other list: it is never paid twice.
create unique index card_line_open_once on funds.card_line (disbursement_line_id) where state in ('listed', 'sent', 'paid');
create index card_line_of_line on funds.card_line (disbursement_line_id, id);
create index card_line_of_disbursement on funds.card_line (disbursement_id);
create index card_line_by_path on funds.card_line (path, id) where state in ('failed', 'bounced', 'held');

create table funds.bank_file (
  id uuid primary key,
  batch_id uuid references funds.card_batch (id),
  kind text not null constraint bank_file_kind check (kind in ('payment', 'answer', 'return', 'unread')),
  profile text not null,
  profile_hash text not null,
  name text not null,
  sha256 text not null constraint bank_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes int not null constraint bank_file_bytes check (bytes > 0),
  line_count int,
  total bigint,
  state text not null constraint bank_file_state check (state in ('released', 'received', 'taken', 'refused', 'duplicate')),
  flaw text,
  region_id uuid not null,
  path text collate "C" not null,
  brought_by uuid not null,
  brought_at timestamptz not null default clock_timestamp(),
  constraint bank_file_out_or_back check ((kind = 'payment') = (state = 'released')),
  constraint bank_file_taken_whole check (state not in ('released', 'taken') or batch_id is not null and line_count is not null and total is not null),
  constraint bank_file_why_refused check ((state = 'refused') = (flaw is not null))
);
create unique index bank_file_out_once on funds.bank_file (batch_id) where kind = 'payment';
-- By its content, whatever its name: the same file twice has one effect.
create unique index bank_file_taken_once on funds.bank_file (sha256) where state = 'taken';
create index bank_file_of_batch on funds.bank_file (batch_id, id);
create index bank_file_by_path on funds.bank_file (path, id);

create table funds.bank_file_content (
  file_id uuid primary key references funds.bank_file (id),
  path text collate "C" not null,
  sealed bytea not null
);

create table funds.bank_file_line (
  file_id uuid not null references funds.bank_file (id),
  ordinal int not null,
  path text collate "C" not null,
  reference text not null,
  amount bigint not null,
  card_tail text,
  direction text not null constraint bank_file_line_direction check (direction in ('out', 'in')),
  told text not null constraint bank_file_line_told check (told in ('paid', 'failed', 'returned')),
  reason text,
  card_line_id uuid references funds.card_line (id),
  outcome text not null constraint bank_file_line_outcome
    check (outcome in ('paid', 'failed', 'bounced', 'known', 'repeated', 'unknown', 'differs', 'conflict')),
  differs text[] not null default '{}',
  primary key (file_id, ordinal)
);
create index bank_file_line_of_card_line on funds.bank_file_line (card_line_id) where card_line_id is not null;

create table funds.recovery (
  id uuid primary key,
  line_id uuid not null references funds.disbursement_line (id),
  region_id uuid not null,
  path text collate "C" not null,
  amount bigint not null constraint recovery_above_zero check (amount > 0),
  received bigint not null default 0 constraint recovery_received_within check (received between 0 and amount),
  reason text not null constraint recovery_reason_length check (length(reason) between 2 and 300),
  document_number text not null constraint recovery_document_length check (length(document_number) between 2 and 100),
  state text not null default 'demanded' constraint recovery_state check (state in ('demanded', 'received', 'withdrawn')),
  demanded_by uuid not null,
  demanded_on date not null,
  ended_by uuid,
  ended_on date,
  ended_reason text,
  constraint recovery_received_of_state check ((state = 'received') = (received = amount)),
  constraint recovery_ended check ((state = 'withdrawn') = (ended_by is not null and ended_on is not null and ended_reason is not null)),
  constraint recovery_four_eyes check (ended_by <> demanded_by),
  constraint recovery_hand unique (id, demanded_by)
);
create unique index recovery_open_once on funds.recovery (line_id) where state = 'demanded';
create index recovery_by_path on funds.recovery (path, id);
create index recovery_of_line on funds.recovery (line_id, id);

create table funds.recovery_receipt (
  id uuid primary key,
  recovery_id uuid not null,
  demanded_by uuid not null,
  return_id uuid not null constraint recovery_receipt_return_once unique references funds.payment_return (id),
  path text collate "C" not null,
  amount bigint not null constraint recovery_receipt_above_zero check (amount > 0),
  voucher text not null constraint recovery_receipt_voucher_length check (length(voucher) between 2 and 100),
  received_by uuid not null,
  received_on date not null,
  constraint recovery_receipt_four_eyes check (received_by <> demanded_by),
  constraint recovery_receipt_of_demand foreign key (recovery_id, demanded_by) references funds.recovery (id, demanded_by)
);
create index recovery_receipt_of_recovery on funds.recovery_receipt (recovery_id, id);

${protect('funds.card_batch', names, { region: inRange('path') })}
${protect('funds.card_line', names, { region: inRange('path'), paired: isListed('household_id') })}
${protect('funds.bank_file', names, { region: inRange('path') })}
${protect('funds.bank_file_content', names, { region: inRange('path') })}
${protect('funds.bank_file_line', names, { region: inRange('path') })}
${protect('funds.recovery', names, { region: inRange('path') })}
${protect('funds.recovery_receipt', names, { region: inRange('path') })}
${appendOnly('funds.card_batch', 'funds', [...PLACE, 'state', 'reason', 'verified_by', 'verified_on', 'released_by', 'released_on', 'closed_on'])}
${appendOnly('funds.card_line', 'funds', [...PLACE, 'state', 'reason', 'ended_on', 'journal_id'])}
${appendOnly('funds.bank_file', 'funds', [...PLACE, 'state', 'kind', 'batch_id', 'line_count', 'total', 'flaw'])}
${appendOnly('funds.bank_file_content', 'funds', ['path'])}
${appendOnly('funds.bank_file_line', 'funds', ['path'])}
${appendOnly('funds.recovery', 'funds', [...PLACE, 'state', 'received', 'ended_by', 'ended_on', 'ended_reason'])}
${appendOnly('funds.recovery_receipt', 'funds', ['path'])}

alter table funds.disbursement add column released bigint not null default 0
  constraint disbursement_released_within check (released between 0 and total);
alter table funds.disbursement drop constraint disbursement_returned_of_state;
-- What was stopped is of the batch no more; of a batch that is being paid by card some may come back before the rest has arrived.
alter table funds.disbursement add constraint disbursement_returned_of_state check (case state
  when 'returned' then returned = total - released when 'part-returned' then returned > 0 and returned < total - released
  when 'approved' then returned <= total - released else returned = 0 end);
do $append$
begin
  execute replace(pg_get_functiondef('funds.disbursement_is_appended()'::regprocedure), 'array[''region_id''', 'array[''released'', ''region_id''');
end $append$;
`,
);
