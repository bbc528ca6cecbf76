// What is checked of a settlement and of a claim (结算与垫付账核对) is read by its few figures: a row with its whole outcome is not turned into JSON for its id.
import { migration } from '#platform/database/migration';
import { redefined } from '#platform/database/protect';

const checkSettlement = `
declare
  checked uuid;
  borne bigint;
begin
  if tg_table_name = 'settlement' then checked := new.id; else checked := new.settlement_id; end if;
  select s.bill - s.patient_pays into borne from settlement s where s.id = checked;
  if borne <> coalesce((select sum(s.amount) from settlement_share s where s.settlement_id = checked), 0) then
    raise exception 'settlement % does not sum to its bill', checked using errcode = 'integrity_constraint_violation', constraint = 'settlement_sums_to_bill';
  end if;
  return null;
end`;

const checkClaims = `
declare
  checked uuid;
begin
  if tg_table_name = 'claim_journal' then checked := new.id; else checked := new.journal_id; end if;
  if not exists (select 1 from claim_posting p where p.journal_id = checked)
    or exists (select 1 from claim_posting p where p.journal_id = checked group by p.payer_unit_id having sum(p.amount) <> 0) then
    raise exception 'claim journal % does not balance', checked using errcode = 'integrity_constraint_violation', constraint = 'claim_journal_balances';
  end if;
  return null;
end`;

export const checkedByWhatItNeeds = migration(
  1700000000560,
  'CheckedByWhatItNeeds',
  (names) => `
${redefined('funds.check_settlement() returns trigger', checkSettlement, names, 'funds', [])}
${redefined('funds.check_claims() returns trigger', checkClaims, names, 'funds', [])}
-- An outcome tells each layer in two languages: to press it costs more than to keep it, where the server knows no faster way.
do $press$
begin
  alter table funds.settlement alter column outcome set compression lz4, alter column input set compression lz4;
exception when feature_not_supported or invalid_parameter_value then null;
end $press$;
`,
);
