// What is agreed on stands no longer than what it was agreed for (冲账后的还款协议): a struck settlement leaves nothing to pay back, a supplement no more than the patient bears now.
import { migration } from '#platform/database/migration';

const owed = `
  select least(p_agreed, case when exists (select 1 from funds.settlement k where k.strikes_id = s.id) then 0
    else greatest(0, s.patient_pays + coalesce((select sum(u.patient_pays) from funds.settlement u where u.supplements_id = s.id), 0)) end)::bigint
  from funds.settlement s where s.id = p_settlement`;

const changed = (name: string, before: string, after: string) => `
do $changed$
declare
  body text := pg_get_functiondef((select p.oid from pg_proc p where p.proname = '${name}' and p.pronamespace = 'funds'::regnamespace));
begin
  if position($before$${before}$before$ in body) = 0 then raise exception '${name} reads otherwise'; end if;
  execute replace(body, $before$${before}$before$, $after$${after}$after$);
end $changed$;`;

const AGREED = 'funds.repayment_owed(agreed.settlement_id, agreed.amount)';

export const repaymentsAfterStrikes = migration(
  1700000000504,
  'RepaymentsAfterStrikes',
  () => `
create function funds.repayment_owed(p_settlement uuid, p_agreed bigint) returns bigint language sql stable as $owed$${owed}$owed$;
${changed('record_repayment', 'p_amount > agreed.amount -', `p_amount > ${AGREED} -`)}
${changed(
  'remind_repayment',
  'if open = 0 then',
  `open := least(open, greatest(0, ${AGREED} - (select coalesce(sum(r.amount), 0)::bigint from repayment r where r.agreement_id = agreed.id)));
  if open = 0 then`,
)}
-- What was paid on a settlement that was struck is paid: of the next one no more is agreed than what is left.
${changed(
  'sign_repayment',
  'if p_amount > standing.patient_pays +',
  `if p_amount + coalesce((select sum(r.amount) from repayment r join repayment_agreement a on a.id = r.agreement_id
    where a.stay_id = p_stay and a.settlement_id <> standing.id), 0) > standing.patient_pays +`,
)}
`,
);
