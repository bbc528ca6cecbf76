// Donated goods (捐赠物资) come from a gift: funds tells them, they stand announced until they are counted at their place, and go only where the gift allows.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect, redefined } from '#platform/database/protect';

const refuse = (text: string, constraint: string) =>
  `raise exception '${text}' using errcode = 'integrity_constraint_violation', constraint = '${constraint}'`;

/** A part has what its whole has of the gift, and lies inside the restriction or on the way down to it. */
const lotReceived = `
declare
  whole goods_lot;
  allowed text := households.place_of(new.restricted_region_id);
  is_told boolean := new.gift_item_id is not null and new.parent_id is null;
begin
  if new.parent_id is not null then
    select * into whole from goods_lot l where l.id = new.parent_id;
    if (whole.gift_id, whole.gift_item_id, whole.receipt_number, whole.restricted_region_id, whole.restricted_purpose)
      is distinct from (new.gift_id, new.gift_item_id, new.receipt_number, new.restricted_region_id, new.restricted_purpose) then
      ${refuse('a part is of the gift of its whole', 'goods_lot_of_one_gift')};
    end if;
    if new.restricted_region_id is not null and not coalesce(starts_with(new.path, allowed) or starts_with(allowed, new.path), false) then
      ${refuse('restricted goods go where the gift allows', 'goods_restriction')};
    end if;
  end if;
  insert into goods_balance (lot_id, region_id, path, quantity, stock, announced)
    values (new.id, new.region_id, new.path, new.quantity, case when is_told then 0 else new.quantity end, case when is_told then new.quantity else 0 end);
  return new;
end`;

/** A lot is announced or counted, so that what is withdrawn is taken from the one or the other. */
const goodsMoved = `
declare
  lot goods_lot;
begin
  if new.kind = 'send-on' and not exists (select 1 from goods_lot l where l.id = new.child_id and l.parent_id = new.lot_id and l.sent_by = new.id
      and l.quantity = new.quantity and l.good = new.good) then
    ${refuse('what is sent on arrives whole', 'goods_move_arrives_whole')};
  end if;
  if new.kind = 'allocate' then
    select * into lot from goods_lot l where l.id = new.lot_id;
    if lot.restricted_region_id is not null and not coalesce(starts_with(
      (select c.path from programme_case c where c.id = new.case_id), households.place_of(lot.restricted_region_id)), false) then
      ${refuse('restricted goods go where the gift allows', 'goods_restriction')};
    end if;
    if lot.restricted_purpose is not null and lot.restricted_purpose is distinct from
      (select b.purpose from programme_case c join package_batch b on b.id = c.batch_id where c.id = new.case_id) then
      ${refuse('restricted goods go for what the gift allows', 'goods_purpose')};
    end if;
  end if;
  update goods_balance b set
    announced = b.announced - case when new.kind in ('count-in', 'missing') or (new.kind = 'withdraw' and b.announced > 0) then new.quantity else 0 end,
    stock = b.stock + case when new.kind in ('give-back', 'count-in') then new.quantity when new.kind in ('deliver', 'missing') then 0
      when new.kind = 'withdraw' and b.announced > 0 then 0 else -new.quantity end,
    allocated = b.allocated + case new.kind when 'allocate' then new.quantity when 'deliver' then -new.quantity when 'give-back' then -new.quantity else 0 end,
    delivered = b.delivered + case new.kind when 'deliver' then new.quantity else 0 end,
    sent_on = b.sent_on + case new.kind when 'send-on' then new.quantity else 0 end,
    missing = b.missing + case new.kind when 'missing' then new.quantity else 0 end,
    withdrawn = b.withdrawn + case new.kind when 'withdraw' then new.quantity else 0 end
  where b.lot_id = new.lot_id;
  return new;
end`;

/** Counted once and whole: what was found comes into stock, what was not stays named for ever. */
const goodsCounted = `
declare
  lot goods_lot;
  waiting int;
begin
  select * into lot from goods_lot l where l.id = new.lot_id;
  select b.announced into waiting from goods_balance b where b.lot_id = new.lot_id for update;
  if lot.accepted_by is distinct from new.accepted_by or new.counted + new.missing is distinct from waiting then
    ${refuse('a count is of all that was announced', 'goods_count_whole')};
  end if;
  insert into goods_move (id, lot_id, region_id, path, good, unit, kind, quantity, moved_by, moved_at)
    select gen_random_uuid(), lot.id, lot.region_id, lot.path, lot.good, lot.unit, told.kind, told.quantity, new.counted_by, new.counted_at
    from (values ('count-in', new.counted), ('missing', new.missing)) as told(kind, quantity) where told.quantity > 0;
  return new;
end`;

export const addDonatedGoods = migration(
  1700000000530,
  'AddDonatedGoods',
  (names) => `
-- Where a region is now, also one that has ended: its rows lie under its successor.
create function households.place_of(p_region uuid) returns text language sql stable as $place$
  select s.path from households.scope s where s.region_id = p_region union all select e.path from households.scope_ended e where e.region_id = p_region $place$;

alter table households.package_batch add column purpose text constraint package_batch_purpose check (length(purpose) between 2 and 60);

alter table households.goods_lot
  add column gift_id uuid,
  add column gift_item_id uuid,
  add column receipt_number text,
  add column restricted_region_id uuid,
  add column restricted_purpose text,
  add column accepted_by uuid,
  alter column received_by drop not null,
  drop constraint goods_lot_donor,
  -- 匿名: towards the places that keep the goods as well.
  add constraint goods_lot_donor check (source = 'donated' and (donor is not null or gift_id is not null) or source = 'bought' and donor is null),
  add constraint goods_lot_gift_whole check ((gift_id is null) = (gift_item_id is null) and (gift_id is null) <= (restricted_region_id is null)
    and (gift_id is null) <= (restricted_purpose is null) and (gift_id is null) <= (receipt_number is null)),
  add constraint goods_lot_received_by check (received_by is not null or (gift_id is not null and parent_id is null));
create unique index goods_lot_item_once on households.goods_lot (gift_item_id) where parent_id is null;
create index goods_lot_of_gift on households.goods_lot (gift_id) where gift_id is not null;
create index goods_lot_of_item on households.goods_lot (gift_item_id) where gift_item_id is not null;
-- What a gift brought comes from funds alone, or as a part of such a lot.
drop policy region on households.goods_lot;
create policy region on households.goods_lot to ${names.kind('region')} using (${inRange('path')})
  with check (${inRange('path')} and (gift_id is null or parent_id is not null));

alter table households.goods_balance
  add column announced int not null default 0 constraint goods_balance_announced check (announced >= 0),
  add column missing int not null default 0 constraint goods_balance_missing check (missing >= 0),
  add column withdrawn int not null default 0 constraint goods_balance_withdrawn check (withdrawn >= 0),
  drop constraint goods_balance_conserved,
  add constraint goods_balance_conserved check (announced + stock + allocated + delivered + sent_on + missing + withdrawn = quantity);
create index goods_balance_announced_in_order on households.goods_balance (path, lot_id) where announced > 0;

alter table households.goods_move
  alter column moved_by drop not null,
  drop constraint goods_move_kind,
  drop constraint goods_move_whole,
  add constraint goods_move_kind check (kind in ('allocate', 'deliver', 'give-back', 'send-on', 'count-in', 'missing', 'withdraw')),
  add constraint goods_move_whole check ((kind = 'send-on') = (child_id is not null) and (kind in ('allocate', 'deliver', 'give-back')) = (case_id is not null)
    and (case_id is null) = (household_id is null)),
  add constraint goods_move_by check (moved_by is not null or kind = 'withdraw');
drop policy region on households.goods_move;
create policy region on households.goods_move to ${names.kind('region')} using (${inRange('path')})
  with check (${inRange('path')} and kind in ('allocate', 'deliver', 'give-back', 'send-on'));

create table households.goods_count (
  lot_id uuid constraint goods_count_once primary key,
  region_id uuid not null,
  path text collate "C" not null,
  accepted_by uuid,
  counted int not null constraint goods_count_counted check (counted >= 0),
  missing int not null constraint goods_count_missing check (missing >= 0),
  reason text constraint goods_count_reason_length check (length(reason) between 2 and 300),
  counted_by uuid not null,
  counted_at timestamptz not null,
  constraint goods_count_of_lot foreign key (lot_id, region_id, path) references households.goods_lot (id, region_id, path) on update cascade,
  constraint goods_count_difference_told check ((missing > 0) <= (reason is not null)),
  -- Whoever accepted the gift for the fund does not say that it arrived.
  constraint goods_count_four_eyes check (counted_by <> accepted_by)
);
create index goods_count_by_path on households.goods_count (path, lot_id);
${protect('households.goods_count', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('households.goods_count', 'households', ['region_id', 'path'])}

${redefined('households.receive_goods() returns trigger', lotReceived, names, 'households', [])}
${redefined('households.move_goods() returns trigger', goodsMoved, names, 'households', [])}
${definer('households.count_goods() returns trigger', goodsCounted, names, 'households', [])}
create trigger moves_what_is_counted after insert on households.goods_count for each row execute function households.count_goods();
`,
);
