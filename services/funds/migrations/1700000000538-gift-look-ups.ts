// The donor's view of a gift (捐赠去向查询): opened by the number and code of its receipt, so many wrong tries an hour, each kept; then its sums and payments.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, protect } from '#platform/database/protect';

/** A wrong number and a wrong code are counted and answered alike. Whoever comes at once with others for one receipt, or from one place, comes after them. */
const begin = `
begin
  perform pg_advisory_xact_lock(hashtextextended('funds.gift-number ' || p_number_key, 0));
  perform pg_advisory_xact_lock(hashtextextended('funds.gift-place ' || p_place_key, 0));
  if (select count(*) from gift_look_up l where l.number_key = p_number_key and l.gift_id is null and l.looked_at > clock_timestamp() - interval '1 hour') >= p_most_of_number
    or (select count(*) from gift_look_up l where l.place_key = p_place_key and l.gift_id is null and l.looked_at > clock_timestamp() - interval '1 hour') >= p_most_of_place
    then return 'limit'; end if;
  insert into gift_look_up (id, number_key, place_key, gift_id) values (p_id, p_number_key, p_place_key,
    (select g.id from gift g where g.receipt_number = p_number and g.receipt_code_hash = p_code_hash and g.state = 'accepted'));
  return 'done';
end`;

/** Of the look-up that is being answered, and of no gift beside. Payments to households are told by town, those to nobody of them by what they were for. */
const path = `
declare
  held gift;
  lots uuid[];
begin
  select g.* into held from gift_look_up l join gift g on g.id = l.gift_id where l.id = p_look_up and l.looked_at > clock_timestamp() - interval '1 minute';
  if held.id is null then return null; end if;
  lots := array(select l.id from allotment_line l where l.gift_id = held.id);
  return jsonb_build_object(
    'giftId', held.id, 'number', held.number, 'kind', held.kind, 'fundName', (select f.name from charity_fund f where f.id = held.fund_id),
    'receiptNumber', held.receipt_number, 'acceptedOn', held.accepted_on, 'purpose', held.purpose, 'targetGroup', held.target_group,
    'restrictedRegionId', held.restricted_region_id, 'received', held.received::text,
    'money', (select jsonb_build_object('whole', coalesce(-sum(b.amount) filter (where b.account = 'issued' and l.parent_line_id is null), 0)::text,
        'unused', coalesce(sum(b.amount) filter (where b.account in ('available', 'frozen')), 0)::text,
        'underWay', coalesce(sum(b.amount) filter (where b.account = 'reserved'), 0)::text,
        'paid', coalesce(sum(b.amount) filter (where b.account = 'paid'), 0)::text)
      from allotment_line l join balance b on b.lot_id = l.id where l.id = any (lots)),
    'items', coalesce((select jsonb_agg(jsonb_build_object('itemId', i.id, 'good', i.good, 'unit', i.unit, 'quantity', i.quantity) order by i.id)
      from gift_item i where i.gift_id = held.id), '[]'),
    'toHouseholds', coalesce((select jsonb_agg(to_jsonb(u)) from (
      select d.id, d.purpose, d.document_number as "documentNumber", d.paid_on as "paidOn", (select p.name from project_payment x join project p on p.id = x.project_id
          where x.disbursement_id = d.id) as project, town.region_id as "regionId", count(distinct n.household_id)::int as households, sum(n.amount - n.returned)::text as amount
      from disbursement d join disbursement_line n on n.disbursement_id = d.id and n.state = 'paid' and n.amount > n.returned
        join scope town on town.kind = 'town' and starts_with(n.path, town.path)
      where d.lot_id = any (lots) group by d.id, town.region_id) u), '[]'),
    'otherwise', coalesce((select jsonb_agg(to_jsonb(o) order by o."paidOn", o.id) from (
      select p.id, l.purpose, case u.kind when 'administration' then 'administration' else 'purchase' end as kind, p.item as title, p.paid_on as "paidOn", p.amount::text as amount
        from charity_payment p join allotment_line l on l.id = p.lot_id join charity_use u on u.id = p.use_id where p.lot_id = any (lots) and p.state = 'paid'
      union all select c.id, l.purpose, 'contract', r.title, c.paid_on, c.amount::text
        from stage_claim c join allotment_line l on l.id = c.lot_id join reimbursement r on r.id = c.reimbursement_id where c.lot_id = any (lots) and c.state = 'paid') o), '[]'));
end`;

export const addGiftLookUps = migration(
  1700000000538,
  'AddGiftLookUps',
  (names) => `
create table funds.gift_look_up (
  id uuid primary key,
  number_key text not null,
  place_key text not null,
  gift_id uuid references funds.gift (id),
  looked_at timestamptz not null default clock_timestamp()
);
create index gift_look_up_missed_by_number on funds.gift_look_up (number_key, looked_at) where gift_id is null;
create index gift_look_up_missed_by_place on funds.gift_look_up (place_key, looked_at) where gift_id is null;
${protect('funds.gift_look_up', names, {})}
${appendOnly('funds.gift_look_up', 'funds')}
${definer(
  'funds.begin_gift_look_up(p_id uuid, p_number text, p_code_hash text, p_number_key text, p_place_key text, p_most_of_number int, p_most_of_place int) returns text',
  begin,
  names,
  'funds',
  ['public'],
)}
${definer('funds.gift_path(p_look_up uuid) returns jsonb', path, names, 'funds', ['public'])}
`,
);
