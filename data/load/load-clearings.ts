// Loads three months of clearing (演示清算) between the demo city's district hospital and the critical-illness insurer: paid, disputed, and to be reviewed.
import type { Client } from 'pg';
import { packHash } from '#platform/vocabulary/canonical';
import { clearingPackKind } from '../../services/funds/clearing/clearing-pack.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { cityOf, SEED } from './funds-hands';
import { shippedPacks } from './shipped-packs';

type State = 'paid' | 'disputed' | 'claimed';
const months: readonly [string, State, string][] = [
  ['2018-04', 'paid', '2018-05-07'],
  ['2018-05', 'disputed', '2018-06-06'],
  ['2018-06', 'claimed', '2018-07-05'],
];
const DEDUCTED = 12_000n;

export async function loadClearings(client: Client, city: City): Promise<void> {
  const unit = (code: string) => city.units.find((each) => each.code === code)?.id;
  const [hospital, payer] = [unit('hospital-laicheng'), unit('payer-critical-illness')];
  const [pack] = shippedPacks('clearing-rules', clearingPackKind);
  if (!hospital || !payer || !pack) return;
  // What the stays posted is there when their transaction ends; it is cleared in this one.
  await client.query(
    'set constraints funds.settlement_posts immediate; set constraints funds.settlement_posts deferred',
  );
  for (const [month, state, claimedOn] of months) {
    const id = idOf(SEED, 'clearing', `${hospital}/${payer}/${month}`);
    const claim = { id, month, state, claimedOn, hospital, payer, hash: packHash(pack) };
    if (!(await insertClaim(client, city, claim))) continue;
    if (state === 'disputed') await insertObjection(client, city, claim);
    if (state === 'paid') await client.query('select funds.post_clearing($1)', [id]);
  }
}

const handOf = (city: City, account: string) =>
  city.demoAccounts.find((each) => each.account === account)?.personId ?? null;

interface Claim {
  id: string;
  month: string;
  state: State;
  claimedOn: string;
  hospital: string;
  payer: string;
  hash: string;
}

async function insertClaim(client: Client, city: City, claim: Claim): Promise<boolean> {
  const { id, month, state, claimedOn, hospital, payer, hash } = claim;
  const { id: regionId, path } = cityOf(city);
  const open = `from funds.claim_posting p join funds.claim_journal j on j.id = p.journal_id
    where p.hospital_id = $2 and p.payer_unit_id = $3 and p.account = 'owed' and j.settlement_id is not null and to_char(j.value_date, 'YYYY-MM') = $4`;
  const paid = state === 'paid';
  const { rowCount } = await client.query(
    `insert into funds.clearing (id, kind, period, region_id, hospital_id, payer_unit_id, path, pack_hash, state, line_count, lines_hash, claimed, deducted,
       review_due_on, claimed_by, claimed_on, reviewed_by, reviewed_on, reconciled_by, reconciled_on, made_by, made_on, checked_by, checked_on, paid_by, paid_on,
       document, deposit, set_off, payable)
     select $1, 'month', $4, $5, $2, $3, $6, $7, $8, count(*),
       encode(sha256(convert_to(string_agg(j.settlement_id || ' ' || p.amount, E'\\n' order by j.value_date, j.id), 'UTF8')), 'hex'), sum(p.amount), $9::bigint,
       $10::date + 10, $11, $10::date, $12::uuid, case when $12::uuid is not null then $10::date + 5 end, $13::uuid, case when $13::uuid is not null then $10::date + 6 end,
       $13::uuid, case when $13::uuid is not null then $10::date + 7 end, $14::uuid, case when $13::uuid is not null then $10::date + 8 end,
       $15::uuid, case when $13::uuid is not null then $10::date + 9 end, case when $13::uuid is not null then '清付〔2018〕1号（拟）' end,
       case when $13::uuid is not null then round(sum(p.amount) * 0.10) end, case when $13::uuid is not null then 0 end,
       case when $13::uuid is not null then sum(p.amount) - round(sum(p.amount) * 0.10) end
     ${open} having count(*) > 0`,
    [
      ...[id, hospital, payer, month, regionId, path, hash, state, state === 'disputed' ? DEDUCTED : 0n, claimedOn],
      ...[handOf(city, 'hospital-window'), state === 'claimed' ? null : handOf(city, 'insurer-clerk')],
      ...(paid ? ['insurer-clerk', 'insurer-checker', 'insurer-cashier'] : []).map((each) => handOf(city, each)),
      ...(paid ? [] : [null, null, null]),
    ].map((value) => (typeof value === 'bigint' ? value.toString() : value)),
  );
  if (!rowCount) return false;
  await client.query(
    `insert into funds.clearing_line (clearing_id, ordinal, journal_id, item_id, settlement_id, settled_on, amount, deducted, hospital_id, payer_unit_id, path)
     select $1, row_number() over (order by j.value_date, j.id), j.id, p.item_id, j.settlement_id, j.value_date, p.amount,
       case when row_number() over (order by j.value_date, j.id) = 1 then $6::bigint else 0 end, $2, $3, $5 ${open}`,
    [id, hospital, payer, month, path, (state === 'disputed' ? DEDUCTED : 0n).toString()],
  );
  return true;
}

/** The first line is deducted from; the hospital objects, and another person at the insurer is to decide. */
async function insertObjection(client: Client, city: City, { id, hospital, payer }: Claim): Promise<void> {
  const journal = idOf(SEED, 'claim-journal', id);
  const { path } = cityOf(city);
  await client.query(
    `insert into funds.claim_journal (id, kind, clearing_id, hospital_id, value_date, posted_by, path)
     select $1, 'deduct', c.id, c.hospital_id, c.reviewed_on, c.reviewed_by, c.path from funds.clearing c where c.id = $2`,
    [journal, id],
  );
  await client.query(
    `insert into funds.claim_posting (journal_id, hospital_id, payer_unit_id, account, item_id, item_on, amount, path)
     select $1, $3, $4, given.account, l.item_id, l.settled_on, given.sign * l.deducted, $5
     from funds.clearing_line l, (values ('owed', -1), ('deducted', 1)) as given(account, sign) where l.clearing_id = $2 and l.deducted > 0`,
    [journal, id, hospital, payer, path],
  );
  await client.query(
    `insert into funds.clearing_deduction (id, clearing_id, ordinal, amount, reason, deducted_by, deducted_on, objection, objected_by, objected_on, hospital_id, payer_unit_id, path)
     select $1, c.id, 1, $4, '超限定支付范围用药（拟）', c.reviewed_by, c.reviewed_on, '病历已记载适应症，附说明（拟）', $3, c.reviewed_on + 2, c.hospital_id, c.payer_unit_id, c.path
     from funds.clearing c where c.id = $2`,
    [idOf(SEED, 'deduction', id), id, handOf(city, 'hospital-window'), DEDUCTED.toString()],
  );
}
