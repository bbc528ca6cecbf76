// A distribution is paid by one batch (收益发放): applied for anew only if the batch before was rejected or withdrawn; journals of one line are found by it.
import { migration } from '#platform/database/migration';
import { redefined } from '#platform/database/protect';

/** Approved and not being paid, the batch pays the approved list household by household. */
const matching = `
begin
  -- Locked, so that of two who apply at once the second finds what the first has linked.
  perform 1 from asset_distribution d where d.id = new.distribution_id and d.approved_at is not null for update;
  if not found or exists (
      select 1 from (select s.household_id, s.amount from asset_share s where s.distribution_id = new.distribution_id) s
      full join (select l.household_id, l.amount from disbursement_line l where l.disbursement_id = new.disbursement_id) l using (household_id)
      where s.amount is distinct from l.amount
    ) then
    raise exception 'a batch pays what was approved' using errcode = 'integrity_constraint_violation', constraint = 'asset_payment_as_approved';
  end if;
  if exists (select 1 from asset_payment p join disbursement d on d.id = p.disbursement_id
      where p.distribution_id = new.distribution_id and d.state not in ('rejected', 'withdrawn')) then
    raise exception 'a distribution is paid once' using errcode = 'integrity_constraint_violation', constraint = 'asset_payment_once';
  end if;
  return new;
end`;

export const paymentsOfAssets = migration(
  1700000000444,
  'PaymentsOfAssets',
  (names) => `
alter table funds.asset_payment drop constraint asset_payment_once;
alter table funds.asset_payment add constraint asset_payment_key primary key (distribution_id, disbursement_id);
${redefined('funds.check_asset_payment() returns trigger', matching, names, 'funds', [])}
create index journal_of_line on funds.journal (line_id) where line_id is not null;
create index journal_of_whole on funds.journal (disbursement_id) where line_id is null;
`,
);
