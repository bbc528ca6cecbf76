// The age of what is open between a hospital and a payer (账龄), by the journal alone: open items, by the day of their settlement.
import type { Fen } from '#platform/vocabulary/money';

export interface AgeingRow {
  hospitalId: string;
  payerUnitId: string;
  owed: Fen;
  unclaimed: Fen;
  deducted: Fen;
  deposit: Fen;
  prepaid: Fen;
  paid: Fen;
  oldestOn: string | null;
  /** by the number of the band, from 0 */
  bands: Record<string, string>;
}

/** $1 the day, $2 where each band but the first starts, $3 and $4 the two sides if told, $5 and $6 the pair after which, $7 how many. */
export const CLAIM_AGEING = `
with pair as (
  select distinct p.hospital_id, p.payer_unit_id from funds.claim_posting p
  where p.account in ('owed', 'deposit', 'prepaid') and ($3::uuid is null or p.hospital_id = $3::uuid) and ($4::uuid is null or p.payer_unit_id = $4::uuid)
    and ($5::uuid is null or (p.hospital_id, p.payer_unit_id) > ($5::uuid, $6::uuid))
  order by p.hospital_id, p.payer_unit_id limit $7
), leg as (
  select p.hospital_id, p.payer_unit_id, p.account, p.item_id, p.item_on, sum(p.amount) as amount,
    bool_or(j.settlement_id is not null and p.account = 'owed' and not exists (select 1 from funds.clearing_line l
      where l.journal_id = j.id and l.payer_unit_id = p.payer_unit_id and not l.withdrawn)) as unclaimed
  from pair join funds.claim_posting p using (hospital_id, payer_unit_id) join funds.claim_journal j on j.id = p.journal_id
  where j.value_date <= $1::date and p.account in ('owed', 'deducted', 'deposit', 'prepaid', 'paid')
  group by p.hospital_id, p.payer_unit_id, p.account, p.item_id, p.item_on
), band as (
  select l.hospital_id, l.payer_unit_id, width_bucket($1::date - l.item_on, $2::int[]) as number, sum(l.amount) as amount
  from leg l where l.account = 'owed' and l.amount <> 0 group by 1, 2, 3
)
select pair.hospital_id as "hospitalId", pair.payer_unit_id as "payerUnitId",
  coalesce(sum(l.amount) filter (where l.account = 'owed'), 0)::bigint as owed,
  coalesce(sum(l.amount) filter (where l.account = 'owed' and l.unclaimed), 0)::bigint as unclaimed,
  coalesce(sum(l.amount) filter (where l.account = 'deducted'), 0)::bigint as deducted,
  coalesce(sum(l.amount) filter (where l.account = 'deposit'), 0)::bigint as deposit,
  coalesce(-sum(l.amount) filter (where l.account = 'prepaid'), 0)::bigint as prepaid,
  coalesce(sum(l.amount) filter (where l.account = 'paid'), 0)::bigint as paid,
  min(l.item_on) filter (where l.account = 'owed' and l.amount <> 0)::text as "oldestOn",
  (select coalesce(jsonb_object_agg(b.number, b.amount::text), '{}') from band b
    where b.hospital_id = pair.hospital_id and b.payer_unit_id = pair.payer_unit_id) as bands
from pair left join leg l using (hospital_id, payer_unit_id)
group by pair.hospital_id, pair.payer_unit_id order by pair.hospital_id, pair.payer_unit_id`;
