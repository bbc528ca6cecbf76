// Statements of treasury and bank (国库、银行对账单): their lines as they came, each with what was found in the book of cash; confirmed by a second person.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect, type Reach } from '#platform/database/protect';

const written: Reach = { rows: inRange('path'), verbs: ['select', 'insert'] };
const decided: Reach = { rows: inRange('path'), verbs: ['select', 'insert', 'update'] };

export const reconciliation = migration(
  1700000000405,
  'Reconciliation',
  (names) => `
create table funds.fund_account (
  id uuid primary key,
  book text not null constraint fund_account_book check (book in ('special', 'integrated', 'donation', 'medical')),
  payment text not null constraint fund_account_payment check (payment in ('direct', 'authorised')),
  title text not null constraint fund_account_title_length check (length(title) between 2 and 60),
  number_tail text not null constraint fund_account_tail check (number_tail ~ '^[0-9]{4}$'),
  region_id uuid not null,
  path text collate "C" not null,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  constraint fund_account_once unique (region_id, book, payment)
);
create table funds.statement (
  id uuid primary key,
  account_id uuid not null references funds.fund_account (id),
  month text collate "C" not null constraint statement_month check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  name text not null constraint statement_name_length check (length(name) between 2 and 120),
  content_hash text not null constraint statement_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  opening bigint not null,
  closing bigint not null,
  region_id uuid not null,
  path text collate "C" not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  outcome text constraint statement_outcome check (outcome in ('confirmed', 'withdrawn')),
  constraint statement_four_eyes check (decided_by <> submitted_by),
  constraint statement_decided_whole check ((decided_by is not null) = coalesce(outcome = 'confirmed', false) and (decided_at is null) = (outcome is null))
);
create unique index statement_once on funds.statement (account_id, month) where outcome is distinct from 'withdrawn';
create index statement_by_path on funds.statement (path, id);
create table funds.statement_line (
  id uuid primary key,
  statement_id uuid not null references funds.statement (id),
  number int not null,
  on_day date not null,
  direction text not null constraint statement_line_direction check (direction in ('in', 'out')),
  reference text not null constraint statement_line_reference_length check (length(reference) between 1 and 100),
  amount bigint not null constraint statement_line_above_zero check (amount > 0),
  counterparty text,
  path text collate "C" not null,
  constraint statement_line_number_once unique (statement_id, number)
);
create table funds.reconciliation_item (
  id uuid primary key,
  statement_id uuid not null references funds.statement (id),
  line_id uuid references funds.statement_line (id),
  journal_id uuid references funds.journal (id),
  outcome text not null constraint reconciliation_item_outcome check (outcome in ('matched', 'differs', 'duplicate', 'not-in-books', 'not-at-bank')),
  differences text[] not null default '{}',
  explanation text constraint reconciliation_item_explanation_length check (length(explanation) between 2 and 300),
  explained_by uuid,
  explained_at timestamptz,
  path text collate "C" not null,
  constraint reconciliation_item_line_once unique (statement_id, line_id),
  constraint reconciliation_item_journal_once unique (statement_id, journal_id),
  constraint reconciliation_item_sides check (case outcome when 'matched' then line_id is not null and journal_id is not null when 'differs' then line_id is not null and journal_id is not null
    when 'not-at-bank' then line_id is null and journal_id is not null else line_id is not null and journal_id is null end),
  constraint reconciliation_item_named check ((outcome = 'differs') = (cardinality(differences) > 0)),
  constraint reconciliation_item_explained_whole check ((explanation is null) = (explained_by is null) and (explained_by is null) = (explained_at is null))
);
create index reconciliation_item_by_statement on funds.reconciliation_item (statement_id, outcome, id);
create index reconciliation_item_by_journal on funds.reconciliation_item (journal_id);

${protect('funds.fund_account', names, { region: written })}
${protect('funds.statement', names, { region: decided })}
${protect('funds.statement_line', names, { region: written })}
${protect('funds.reconciliation_item', names, { region: decided })}
${appendOnly('funds.fund_account', 'funds', ['region_id', 'path'])}
${decidedOnce('funds.statement', 'outcome', ['outcome', 'decided_by', 'decided_at'])}
${appendOnly('funds.statement_line', 'funds', ['path'])}
${decidedOnce('funds.reconciliation_item', 'explanation', ['explanation', 'explained_by', 'explained_at'], ['path'])}
`,
);
