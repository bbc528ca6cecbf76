// Goods of love packages (爱心包物资) are lots: each is somewhere whole or in parts, what moves is appended, and the parts always make the lot.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isListed, protect } from '#platform/database/protect';

const lotReceived = `
begin
  insert into goods_balance (lot_id, region_id, path, quantity, stock) values (new.id, new.region_id, new.path, new.quantity, new.quantity);
  return new;
end`;

/** From one part of the lot to another; the constraints of the balance refuse what is not there. */
const goodsMoved = `
begin
  if new.kind = 'send-on' and not exists (select 1 from goods_lot l where l.id = new.child_id and l.parent_id = new.lot_id and l.sent_by = new.id
      and l.quantity = new.quantity and l.good = new.good) then
    raise exception 'what is sent on arrives whole' using errcode = 'integrity_constraint_violation', constraint = 'goods_move_arrives_whole';
  end if;
  update goods_balance b set
    stock = b.stock + case new.kind when 'give-back' then new.quantity when 'deliver' then 0 else -new.quantity end,
    allocated = b.allocated + case new.kind when 'allocate' then new.quantity when 'send-on' then 0 else -new.quantity end,
    delivered = b.delivered + case new.kind when 'deliver' then new.quantity else 0 end,
    sent_on = b.sent_on + case new.kind when 'send-on' then new.quantity else 0 end
  where b.lot_id = new.lot_id;
  return new;
end`;

/** What a case still has of each lot goes where its step says; whoever brings a package need not see the stock. */
const stepMovesGoods = `
begin
  insert into goods_move (id, lot_id, region_id, path, good, unit, case_id, household_id, kind, quantity, moved_by, moved_at)
  select gen_random_uuid(), m.lot_id, min(m.region_id::text)::uuid, min(m.path), m.good, m.unit, new.case_id, new.household_id, new.goods,
    sum(case m.kind when 'allocate' then m.quantity else -m.quantity end)::int, new.taken_by, new.taken_at
  from goods_move m where m.case_id = new.case_id group by m.lot_id, m.good, m.unit
  having sum(case m.kind when 'allocate' then m.quantity else -m.quantity end) > 0;
  return new;
end`;

export const addLovePackages = migration(
  1700000000251,
  'AddLovePackages',
  (names) => `
create table households.package_batch (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  title text not null,
  document_number text not null,
  contents jsonb not null constraint package_batch_contents check (jsonb_array_length(contents) > 0),
  opened_by uuid not null,
  opened_at timestamptz not null
);
create index package_batch_in_order on households.package_batch (path, id);
${protect('households.package_batch', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  // Of the cases that the helper reaches.
  paired: 'exists (select 1 from households.programme_case c where c.batch_id = package_batch.id)',
})}
${appendOnly('households.package_batch', 'households', ['region_id', 'path'])}
alter table households.programme_case add constraint programme_case_batch foreign key (batch_id) references households.package_batch (id);

create table households.goods_lot (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  good text not null,
  unit text not null,
  source text not null constraint goods_lot_source check (source in ('bought', 'donated')),
  donor text,
  document_number text not null,
  quantity int not null constraint goods_lot_quantity check (quantity > 0),
  parent_id uuid,
  sent_by uuid,
  received_on date not null,
  received_by uuid not null,
  recorded_at timestamptz not null,
  constraint goods_lot_donor check ((source = 'donated') = (donor is not null)),
  constraint goods_lot_sent_whole check ((parent_id is null) = (sent_by is null)),
  constraint goods_lot_place unique (id, region_id, path),
  constraint goods_lot_parent foreign key (parent_id) references households.goods_lot (id)
);
create index goods_lot_in_order on households.goods_lot (path, id);
create index goods_lot_of_parent on households.goods_lot (parent_id) where parent_id is not null;
${appendOnly('households.goods_lot', 'households', ['region_id', 'path'])}

create table households.goods_balance (
  lot_id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  quantity int not null,
  stock int not null constraint goods_balance_stock check (stock >= 0),
  allocated int not null default 0 constraint goods_balance_allocated check (allocated >= 0),
  delivered int not null default 0 constraint goods_balance_delivered check (delivered >= 0),
  sent_on int not null default 0 constraint goods_balance_sent_on check (sent_on >= 0),
  constraint goods_balance_conserved check (stock + allocated + delivered + sent_on = quantity),
  constraint goods_balance_of_lot foreign key (lot_id, region_id, path) references households.goods_lot (id, region_id, path) on update cascade
);
${protect('households.goods_balance', names, { region: inRange('path') })}

create table households.goods_move (
  id uuid primary key,
  lot_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  good text not null,
  unit text not null,
  case_id uuid,
  household_id uuid,
  child_id uuid,
  kind text not null constraint goods_move_kind check (kind in ('allocate', 'deliver', 'give-back', 'send-on')),
  quantity int not null constraint goods_move_quantity check (quantity > 0),
  moved_by uuid not null,
  moved_at timestamptz not null,
  constraint goods_move_of_lot foreign key (lot_id, region_id, path) references households.goods_lot (id, region_id, path) on update cascade,
  constraint goods_move_of_case foreign key (case_id) references households.programme_case (id),
  constraint goods_move_to_child foreign key (child_id) references households.goods_lot (id),
  constraint goods_move_whole check ((kind = 'send-on') = (child_id is not null) and (kind <> 'send-on') = (case_id is not null)
    and (case_id is null) = (household_id is null))
);
create unique index goods_move_to_child_once on households.goods_move (child_id) where child_id is not null;
create index goods_move_of_lot_in_order on households.goods_move (lot_id, moved_at, id);
create index goods_move_of_case_in_order on households.goods_move (case_id, id) where case_id is not null;
${protect('households.goods_move', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: isListed('household_id'),
})}
${appendOnly('households.goods_move', 'households', ['region_id', 'path'])}
${protect('households.goods_lot', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: 'exists (select 1 from households.goods_move m where m.lot_id = goods_lot.id)',
})}
alter table households.goods_lot add constraint goods_lot_sent_by foreign key (sent_by) references households.goods_move (id)
  deferrable initially deferred;

${definer('households.receive_goods() returns trigger', lotReceived, names, 'households', [])}
create trigger has_its_balance after insert on households.goods_lot for each row execute function households.receive_goods();
${definer('households.move_goods() returns trigger', goodsMoved, names, 'households', [])}
create trigger moves_goods after insert on households.goods_move for each row execute function households.move_goods();

alter table households.programme_step add column goods text constraint programme_step_goods check (goods in ('deliver', 'give-back'));
${definer('households.move_goods_of_case() returns trigger', stepMovesGoods, names, 'households', [])}
create trigger with_its_goods after insert on households.programme_step for each row when (new.goods is not null)
  execute function households.move_goods_of_case();
`,
);
