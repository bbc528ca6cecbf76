// Payers and hospitals succeed each other (支付方、医疗机构承继): whoever pays from then on, and stays that are not settled yet; what was settled stays.
import { migration } from '#platform/database/migration';
import { reachOfHeirs, unitHeirs } from '#platform/database/unit-heirs';

const passOn = `
    update settlement_payer set unit_id = p_to where unit_id = p_from;
    with passed as (update stay t set hospital_id = p_to where t.hospital_id = p_from and t.status in ('admitted', 'discharged') returning t.id)
      insert into unit_pass (subject_kind, subject_id, from_unit, to_unit, since) select 'stay', p.id, p_from, p_to, p_since from passed p
      on conflict do nothing;`;

export const payersSucceed = migration(
  1700000000390,
  'PayersSucceed',
  (names) => `
${unitHeirs(names, passOn)}
alter table funds.stay_fee drop constraint stay_fee_of_stay,
  add constraint stay_fee_of_stay foreign key (stay_id, hospital_id) references funds.stay (id, hospital_id) on update cascade;
${reachOfHeirs(names, 'stay', 'institution', (mine) => mine('hospital_id'))}
${reachOfHeirs(names, 'stay_fee', 'institution', (mine) => mine('hospital_id'))}
${reachOfHeirs(names, 'settlement_share', 'institution', (mine) => `(${mine('payer_unit_id')} or ${mine('hospital_id')})`)}
${reachOfHeirs(
  names,
  'settlement',
  'institution',
  (mine) =>
    `(${mine('hospital_id')} or exists (select 1 from funds.settlement_share share where share.settlement_id = settlement.id and ${mine('share.payer_unit_id')}))`,
)}
-- A settlement of the predecessor that proves wrong is struck by whoever answers for it now.
do $strike$
begin
  execute replace(pg_get_functiondef((select p.oid from pg_proc p where p.proname = 'strike_settlement' and p.pronamespace = 'funds'::regnamespace)),
    's.hospital_id = funds.scope_unit()', 'funds.heir_of(s.hospital_id) = funds.scope_unit()');
end $strike$;
`,
);
