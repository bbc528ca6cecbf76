// What funds tells is taken here once (接收资金子图事件): the cursor is raised in the transaction of the rows that an event makes.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, protect } from '#platform/database/protect';

/** The keys are those of a write in that region: it never waits, and comes again when the region moves. */
const holdPlace = `
begin
  return (select bool_and(pg_try_advisory_xact_lock_shared(hashtextextended(key, 0))) from (
    select 'households.at ' || p_path union all
    select 'households.through ' || left(p_path, 5 * depth) from generate_series(1, length(p_path) / 5) depth) keys(key));
end`;

const announce = `
declare
  place text := households.place_of((p_body ->> 'regionId')::uuid);
begin
  if place is null or not households.hold_place(place) then return false; end if;
  -- Looked up again behind the hold: it may have moved before.
  if place is distinct from households.place_of((p_body ->> 'regionId')::uuid) then return false; end if;
  insert into goods_lot (id, region_id, path, good, unit, source, donor, document_number, quantity, gift_id, gift_item_id, receipt_number,
      restricted_region_id, restricted_purpose, accepted_by, received_on, recorded_at)
    values (gen_random_uuid(), (p_body ->> 'regionId')::uuid, place, p_body ->> 'good', p_body ->> 'unit', 'donated', p_body ->> 'donorName',
      coalesce(p_body ->> 'receiptNumber', p_body ->> 'giftNumber', p_body ->> 'giftId'), (p_body ->> 'quantity')::int, (p_body ->> 'giftId')::uuid,
      (p_body ->> 'itemId')::uuid, p_body ->> 'receiptNumber', (p_body #>> '{restriction,regionId}')::uuid, p_body #>> '{restriction,purpose}',
      (p_body ->> 'acceptedBy')::uuid, (now() at time zone 'Asia/Shanghai')::date, now());
  return true;
end`;

/** Only what nobody was promised yet, first where the goods were brought; answers how much that was. */
const withdraw = `
declare
  left_over int := (p_body ->> 'quantity')::int;
  taken int := 0;
  part int;
  lot record;
begin
  for lot in
    select l.*, b.announced + b.stock as free from goods_lot l join goods_balance b on b.lot_id = l.id
    where l.gift_item_id = (p_body ->> 'itemId')::uuid order by l.path, l.id for update of b
  loop
    part := least(lot.free, left_over - taken);
    if part <= 0 then continue; end if;
    insert into goods_move (id, lot_id, region_id, path, good, unit, kind, quantity, moved_at)
      values (gen_random_uuid(), lot.id, lot.region_id, lot.path, lot.good, lot.unit, 'withdraw', part, now());
    taken := taken + part;
  end loop;
  return taken;
end`;

/** The cursor is raised in the transaction of the rows: told twice, or after a fall between the two, an event does what it does once. */
const take = `
declare
  reached int;
  outcome jsonb := '{}';
begin
  select c.epoch into reached from funds_cursor c for update;
  if p_epoch <= reached then return 'known'; end if;
  if p_epoch <> reached + 1 then raise exception 'event % cannot follow %', p_epoch, reached; end if;
  if p_kind = 'goods-accepted' then
    if not households.announce_goods(p_body) then return 'place-moving'; end if;
  elsif p_kind = 'goods-withdrawn' then
    outcome := jsonb_build_object('asked', (p_body ->> 'quantity')::int, 'withdrawn', households.withdraw_goods(p_body));
  end if;
  insert into funds_event (epoch, kind, subject_id, outcome) values (p_epoch, p_kind, p_subject, outcome);
  update funds_cursor set epoch = p_epoch;
  return 'taken';
end`;

export const addFundsEvents = migration(
  1700000000532,
  'AddFundsEvents',
  (names) => `
create table households.funds_cursor (
  only_one boolean primary key default true constraint funds_cursor_only_one check (only_one),
  epoch int not null constraint funds_cursor_epoch check (epoch >= 0)
);
insert into households.funds_cursor (epoch) values (0);
create table households.funds_event (
  epoch int primary key,
  kind text not null,
  subject_id uuid not null,
  outcome jsonb not null,
  taken_at timestamptz not null default clock_timestamp()
);
${protect('households.funds_cursor', names, {})}
${protect('households.funds_event', names, {})}
${appendOnly('households.funds_event', 'households')}

${definer('households.hold_place(p_path text) returns boolean', holdPlace, names, 'households', [])}
${definer('households.announce_goods(p_body jsonb) returns boolean', announce, names, 'households', [])}
${definer('households.withdraw_goods(p_body jsonb) returns int', withdraw, names, 'households', [])}
${definer('households.take_funds_event(p_epoch int, p_kind text, p_subject uuid, p_body jsonb) returns text', take, names, 'households', [])}
create function households.reached_event() returns int language sql stable security definer set search_path = households, pg_temp as $reached$
  select epoch from funds_cursor $reached$;
revoke all on function households.reached_event() from public;
grant create on schema households to ${names.keeper};
alter function households.reached_event() owner to ${names.keeper};
revoke create on schema households from ${names.keeper};
grant execute on function households.reached_event(), households.take_funds_event(int, text, uuid, jsonb) to ${names.app};
`,
);
