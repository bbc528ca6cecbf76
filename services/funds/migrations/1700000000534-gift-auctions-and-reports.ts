// Auctions of goods that nobody can use (不宜使用物资拍卖), whose proceeds stay with their gift; and the public report of a fund's year (公开报告).
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { definer, inRange, protect, type Reach } from '#platform/database/protect';

const decided: Reach = { rows: inRange('path'), verbs: ['select', 'insert', 'update'] };

const recordAuction = `
declare
  item gift_item;
  held gift;
  out int;
begin
  select * into item from gift_item i where i.id = p_item and funds.in_scope(i.path);
  select * into held from gift g where g.id = item.gift_id for update;
  if item.id is null or held.state <> 'accepted' then return 'unknown'; end if;
  if p_on > funds.today() or p_on < held.accepted_on then return 'day'; end if;
  select coalesce(sum(a.quantity), 0) into out from gift_auction a where a.item_id = p_item and a.outcome is distinct from 'returned';
  if p_quantity > item.quantity - out then return 'left ' || (item.quantity - out); end if;
  insert into gift_auction (id, item_id, gift_id, quantity, reason, auctioned_on, proceeds, voucher, region_id, path, recorded_by)
    values (p_id, p_item, held.id, p_quantity, p_reason, p_on, p_proceeds, p_voucher, item.region_id, item.path, funds.scope_person());
  return 'done';
end`;

/** 用于原目的: what an auction brings is a lot of the very gift, under its restriction. */
const decideAuction = `
declare
  told gift_auction;
  held gift;
begin
  select * into told from gift_auction a where a.id = p_id and funds.in_scope(a.path) for update;
  if told.id is null then return 'unknown'; end if;
  if told.outcome is not null then return 'decided'; end if;
  update gift_auction set outcome = p_outcome, decided_by = funds.scope_person(), decided_at = now() where id = p_id;
  if p_outcome = 'approved' then
    select * into held from gift g where g.id = told.gift_id;
    perform funds.bear_gift_lot(held.id, p_notice, p_lot, told.proceeds, held.number || '-' || upper(right(told.id::text, 6)), p_purpose, told.auctioned_on, told.voucher,
      told.recorded_by, p_journal, p_cash);
  end if;
  return 'done';
end`;

export const giftAuctionsAndReports = migration(
  1700000000534,
  'GiftAuctionsAndReports',
  (names) => `
create table funds.gift_auction (
  id uuid primary key,
  item_id uuid not null references funds.gift_item (id),
  gift_id uuid not null references funds.gift (id),
  quantity int not null constraint gift_auction_quantity_above_zero check (quantity > 0),
  reason text not null constraint gift_auction_reason_length check (length(reason) between 2 and 300),
  auctioned_on date not null,
  proceeds bigint not null constraint gift_auction_above_zero check (proceeds > 0),
  voucher text not null constraint gift_auction_voucher_length check (length(voucher) between 2 and 100),
  region_id uuid not null,
  path text collate "C" not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  outcome text constraint gift_auction_outcome check (outcome in ('approved', 'returned')),
  decided_by uuid,
  decided_at timestamptz,
  constraint gift_auction_four_eyes check (decided_by <> recorded_by),
  constraint gift_auction_decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null))
);
create index gift_auction_of_item on funds.gift_auction (item_id, id);
create index gift_auction_of_gift on funds.gift_auction (gift_id);
create table funds.charity_report (
  id uuid primary key,
  fund_id uuid not null references funds.charity_fund (id),
  year int not null,
  content jsonb not null,
  content_hash text not null constraint charity_report_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  region_id uuid not null,
  path text collate "C" not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  outcome text constraint charity_report_outcome check (outcome in ('published', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  constraint charity_report_four_eyes check (decided_by <> drafted_by),
  constraint charity_report_decided_whole check (((outcome = 'published') is not true) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  -- A year is told when it is over.
  constraint charity_report_year_over check ((drafted_at at time zone 'Asia/Shanghai')::date >= make_date(year + 1, 1, 1))
);
create unique index charity_report_once on funds.charity_report (fund_id, year) where outcome is distinct from 'withdrawn';
create index charity_report_in_order on funds.charity_report (year desc, id desc);
${protect('funds.gift_auction', names, { region: inRange('path') })}
${protect('funds.charity_report', names, { region: decided, public: `outcome = 'published'` })}
-- What is published of a report is what it tells; whose hands were on it is not.
revoke select on funds.charity_report from ${names.kind('public')};
grant select (id, fund_id, year, content, content_hash, region_id, path, decided_at, outcome) on funds.charity_report to ${names.kind('public')};
${decidedOnce('funds.gift_auction', 'outcome', ['outcome', 'decided_by', 'decided_at', 'hands'])}
${decidedOnce('funds.charity_report', 'outcome', ['outcome', 'decided_by', 'decided_at', 'hands'])}
${definer('funds.record_gift_auction(p_id uuid, p_item uuid, p_quantity int, p_reason text, p_on date, p_proceeds bigint, p_voucher text) returns text', recordAuction, names, 'funds', ['region'])}
${definer('funds.decide_gift_auction(p_id uuid, p_outcome text, p_purpose text, p_notice uuid, p_lot uuid, p_journal uuid, p_cash uuid) returns text', decideAuction, names, 'funds', ['region'])}
`,
);
