// Founds charity funds (扶贫基金): founding step by dated step with its council, gifts of money and goods, and the lots that accepted money is born as.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';

const hex = (column: string) => `${column} ~ '^[0-9a-f]{64}$'`;

export const foundCharityFunds = migration(
  1700000000530,
  'FoundCharityFunds',
  (names) => `
create table funds.charity_fund (
  id uuid primary key,
  name text not null constraint charity_fund_name_length check (length(name) between 2 and 60),
  legal_form text not null constraint charity_fund_form check (legal_form in ('association', 'foundation', 'service-institution')),
  public_raising boolean not null,
  purpose text not null constraint charity_fund_purpose_length check (length(purpose) between 2 and 300),
  region_id uuid not null,
  path text collate "C" not null,
  state text not null default 'preparing' constraint charity_fund_state check (state in ('preparing', 'registered', 'dissolved')),
  registered_on date,
  dissolved_on date,
  founded_by uuid not null,
  founded_at timestamptz not null default now(),
  constraint charity_fund_name_once unique (region_id, name),
  constraint charity_fund_dated check ((state = 'preparing') = (registered_on is null) and (state = 'dissolved') = (dissolved_on is not null)),
  constraint charity_fund_dates_in_order check (dissolved_on >= registered_on)
);
create index charity_fund_by_path on funds.charity_fund (path, id);

create table funds.founding_step (
  id uuid primary key,
  fund_id uuid not null references funds.charity_fund (id),
  kind text not null constraint founding_step_kind
    check (kind in ('initiation', 'charter', 'startup-money', 'council', 'account', 'registration', 'dissolution')),
  happened_on date not null,
  document_number text constraint founding_step_document_length check (length(document_number) between 2 and 100),
  document_hash text constraint founding_step_document_hash check (${hex('document_hash')}),
  organ text constraint founding_step_organ_length check (length(organ) between 2 and 60),
  amount bigint constraint founding_step_above_zero check (amount > 0),
  initiators text[] not null default '{}',
  account_number text constraint founding_step_account_length check (length(account_number) between 6 and 40),
  region_id uuid not null,
  path text collate "C" not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  outcome text constraint founding_step_outcome check (outcome in ('confirmed', 'returned')),
  reason text,
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint founding_step_four_eyes check (confirmed_by <> recorded_by),
  constraint founding_step_confirmed_whole check ((outcome is null) = (confirmed_by is null) and (outcome is null) = (confirmed_at is null)),
  -- What each step says beside its day: who, by which document, how much, where.
  constraint founding_step_told check (case kind
    when 'initiation' then cardinality(initiators) > 0
    when 'charter' then document_hash is not null
    when 'startup-money' then amount is not null and document_number is not null
    when 'account' then account_number is not null and organ is not null
    when 'registration' then document_number is not null and organ is not null
    when 'dissolution' then document_number is not null and organ is not null
    else true end)
);
create index founding_step_of_fund on funds.founding_step (fund_id, happened_on, id);
create unique index founding_step_once on funds.founding_step (fund_id, kind) where outcome is distinct from 'returned' and kind <> 'council';

create table funds.council_member (
  id uuid primary key,
  step_id uuid not null references funds.founding_step (id),
  fund_id uuid not null references funds.charity_fund (id),
  ordinal int not null,
  name text not null constraint council_member_name_length check (length(name) between 2 and 30),
  post text not null constraint council_member_post check (post in ('chair', 'vice-chair', 'secretary', 'member')),
  from_on date not null,
  until_on date,
  region_id uuid not null,
  path text collate "C" not null,
  constraint council_member_once unique (step_id, ordinal),
  constraint council_member_dates_in_order check (until_on >= from_on)
);
create index council_member_of_fund on funds.council_member (fund_id, from_on);

create table funds.gift (
  id uuid primary key,
  fund_id uuid not null references funds.charity_fund (id),
  number text not null constraint gift_number_once unique,
  kind text not null constraint gift_kind check (kind in ('money', 'goods')),
  donor_kind text not null constraint gift_donor_kind check (donor_kind in ('person', 'organisation')),
  donor_name text not null constraint gift_donor_length check (length(donor_name) between 2 and 60),
  -- 匿名: towards the public; whoever keeps the fund knows the donor.
  anonymous boolean not null,
  -- 不得摊派: a gift that was not given freely is none.
  voluntary boolean not null constraint gift_voluntary check (voluntary),
  campaign text constraint gift_campaign_length check (length(campaign) between 2 and 60),
  agreement_number text constraint gift_agreement_length check (length(agreement_number) between 2 and 100),
  agreement_hash text constraint gift_agreement_hash check (${hex('agreement_hash')}),
  purpose text,
  restricted_region_id uuid,
  target_group text constraint gift_target_length check (length(target_group) between 2 and 30),
  promised bigint not null constraint gift_above_zero check (promised > 0),
  kept_region_id uuid,
  promised_on date not null,
  state text not null default 'promised' constraint gift_state check (state in ('promised', 'arrived', 'accepted', 'declined')),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  received bigint constraint gift_received_above_zero check (received > 0),
  arrived_on date,
  arrival_voucher text constraint gift_voucher_length check (length(arrival_voucher) between 2 and 100),
  arrived_by uuid,
  accepted_by uuid,
  accepted_on date,
  reason text constraint gift_reason_length check (length(reason) between 2 and 300),
  receipt_number text,
  receipt_code_hash text constraint gift_receipt_code check (${hex('receipt_code_hash')}),
  receipted_on date,
  receipted_by uuid,
  region_id uuid not null,
  path text collate "C" not null,
  constraint gift_receipt_number_once unique (fund_id, receipt_number),
  constraint gift_goods_kept_somewhere check ((kind = 'goods') = (kept_region_id is not null)),
  constraint gift_arrived_whole check ((arrived_by is null) = (arrived_on is null) and (arrived_by is null) = (received is null)
    and (arrived_by is null) = (arrival_voucher is null) and (state = 'promised') <= (arrived_by is null) and (state in ('arrived', 'accepted')) <= (arrived_by is not null)),
  constraint gift_accepted_whole check ((state = 'accepted') = (accepted_by is not null) and (accepted_by is null) = (accepted_on is null)),
  constraint gift_receipt_after_acceptance check (receipt_number is null or state = 'accepted'),
  constraint gift_receipt_whole check ((receipt_number is null) = (receipt_code_hash is null) and (receipt_number is null) = (receipted_by is null)
    and (receipt_number is null) = (receipted_on is null)),
  constraint gift_declined_with_reason check ((state = 'declined') = (reason is not null)),
  constraint gift_four_eyes check (accepted_by <> recorded_by and accepted_by <> arrived_by),
  constraint gift_dates_in_order check (arrived_on >= promised_on and accepted_on >= arrived_on and receipted_on >= accepted_on)
);
create index gift_by_path on funds.gift (path, id);
create index gift_of_fund on funds.gift (fund_id, id);
create index gift_accepted on funds.gift (fund_id, accepted_on) where state = 'accepted';

create table funds.gift_item (
  id uuid primary key,
  gift_id uuid not null references funds.gift (id),
  good text not null constraint gift_item_good_length check (length(good) between 1 and 60),
  unit text not null constraint gift_item_unit_length check (length(unit) between 1 and 10),
  quantity int not null constraint gift_item_quantity_above_zero check (quantity > 0),
  value bigint not null constraint gift_item_value_above_zero check (value > 0),
  -- By invoice, else by appraisal (有发票的按发票，否则评估).
  valued_by text not null constraint gift_item_valued_by check (valued_by in ('invoice', 'appraisal')),
  valuation_document text not null constraint gift_item_valuation_length check (length(valuation_document) between 2 and 100),
  region_id uuid not null,
  path text collate "C" not null
);
create index gift_item_of_gift on funds.gift_item (gift_id, id);

-- 资金批次所出的捐赠: null of every lot that was not given; a part has the gift of its whole.
alter table funds.allotment_line add column gift_id uuid references funds.gift (id), add column use_id uuid;
create index allotment_line_of_gift on funds.allotment_line (gift_id) where gift_id is not null;

${protect('funds.charity_fund', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${protect('funds.founding_step', names, { region: inRange('path') })}
${protect('funds.council_member', names, { region: inRange('path') })}
${protect('funds.gift', names, { region: inRange('path') })}
${protect('funds.gift_item', names, { region: inRange('path') })}
${appendOnly('funds.charity_fund', 'funds', ['region_id', 'path', 'state', 'registered_on', 'dissolved_on'])}
${appendOnly('funds.founding_step', 'funds', ['region_id', 'path', 'outcome', 'reason', 'confirmed_by', 'confirmed_at', 'hands'])}
${appendOnly('funds.council_member', 'funds', ['region_id', 'path', 'until_on'])}
${appendOnly('funds.gift', 'funds', [
  ...[
    'region_id',
    'path',
    'state',
    'received',
    'arrived_on',
    'arrival_voucher',
    'arrived_by',
    'accepted_by',
    'accepted_on',
    'reason',
  ],
  ...['receipt_number', 'receipt_code_hash', 'receipted_on', 'receipted_by', 'hands'],
])}
${appendOnly('funds.gift_item', 'funds', ['region_id', 'path'])}
`,
);
