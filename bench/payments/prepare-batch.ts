// A batch of W7: so many payments out of one lot, applied for, approved and posted, and waiting to be paid.
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

const FEN = 10_000;

export interface WaitingBatch {
  id: string;
  lot: string;
  /** how long asking for it took, in milliseconds */
  appliedIn: number;
}

const LOT = `
with city as (select region_id, path from funds.scope where kind = 'city' order by path limit 1), line as (
  select l.purpose from funds.allotment_line l limit 1
), notice as (
  insert into funds.allotment (id, number, issued_on, year, source_level, purpose, region_id, path, state, drafted_by, drafted_at, approved_by, approved_at)
  select $1::uuid, $1::text, '2018-11-01', 2018, 'city', line.purpose, city.region_id, city.path, 'issued', gen_random_uuid(), now(), gen_random_uuid(), now() from city, line
), lot as (
  insert into funds.allotment_line (id, allotment_id, purpose, year, region_id, path, amount)
  select $2::uuid, $1::uuid, line.purpose, 2018, city.region_id, city.path, $3::bigint from city, line
), journals as (
  insert into funds.journal (id, kind, value_date, document, posted_by, region_id, path, allotment_id)
  select made.id, made.kind, '2018-11-01', $1::text, gen_random_uuid(), city.region_id, city.path, $1::uuid from city, (values ($4::uuid, 'allot'), ($5::uuid, 'receive')) as made(id, kind)
), legs as (
  select * from (values ($4::uuid, 'issued', -1), ($4::uuid, 'available', 1), ($5::uuid, 'cash-received', -1), ($5::uuid, 'cash-held', 1)) as leg(journal, account, sign)
), postings as (
  insert into funds.posting (journal_id, lot_id, account, amount, path) select legs.journal, $2::uuid, legs.account, legs.sign * $3::bigint, city.path from legs, city
)
insert into funds.balance (lot_id, account, amount, path) select $2::uuid, legs.account, legs.sign * $3::bigint, city.path from legs, city`;

const APPLY = `
with city as (select region_id, path from funds.scope where kind = 'city' order by path limit 1), villages as (
  select array_agg(s.region_id order by s.path) as ids, array_agg(s.path order by s.path) as paths from funds.scope s, city where s.kind = 'village' and starts_with(s.path, city.path)
), given as (
  select array_agg(gen_random_uuid()) as lines, array_agg(gen_random_uuid()) as households, array_agg(v.ids[1 + n % cardinality(v.ids)]) as regions,
    array_agg(v.paths[1 + n % cardinality(v.ids)]) as paths, array_agg(${FEN}::bigint) as amounts, array_agg('某某'::text) as payees, array_agg(null::text) as cards
  from generate_series(1, $3::int) n, villages v
)
select funds.apply_disbursement($1::uuid, $1::text, $2::uuid, (select purpose from funds.allotment_line where id = $2::uuid), '拨款', city.region_id, lines, households, regions, paths, amounts, payees, cards, gen_random_uuid()) as verdict
from given, city`;

/** As many as the flow of its amount asks for, each another person. */
const APPROVALS = `
insert into funds.disbursement_approval (id, disbursement_id, step, post, person_id, applied_by, approved_on, region_id, path)
select gen_random_uuid(), d.id, step ->> 'code', step -> 'posts' ->> 0, gen_random_uuid(), d.applied_by, funds.today(), d.region_id, d.path
from funds.disbursement d, jsonb_array_elements(d.flow) with ordinality given(step, at), generate_series(1, (step ->> 'count')::int) where d.id = $1 order by at`;

const NOTICE = `
with made as (
  insert into funds.public_notice (id, type, subject_kind, subject_id, region_id, path, title, body, total, line_count, days, counted, from_on, until_on, pack_name, pack_hash, root, posted_by)
  select gen_random_uuid(), 'posting', 'disbursement', d.id, d.region_id, d.path, '公示', '公示', d.total, d.line_count, 7, 'workdays', funds.today() - 40, funds.today() - 20, 'bench', repeat('0', 64), repeat('0', 64), d.applied_by
  from funds.disbursement d where d.id = $1 returning id
)
insert into funds.notice_line (notice_id, line, line_id, household_id, region_id, path, village, shown_name, name, amount, salt, leaf)
select made.id, row_number() over (order by l.id), l.id, l.household_id, l.region_id, l.path, '村', '某*', '某某', l.amount, repeat('0', 32), repeat('0', 64)
from funds.disbursement_line l, made where l.disbursement_id = $1`;

/** As somebody who sees the city: whoever applies, approves and pays are three people. */
export const actAs = (sql: Client, person: string) =>
  sql.query(
    `select set_config('scope.lo', c.path, false), set_config('scope.hi', left(c.path, -1) || '0', false), set_config('scope.person', $1, false)
     from (select path from funds.scope where kind = 'city' order by path limit 1) c`,
    [person],
  );

export async function verdictOf(sql: Client, text: string, parameters: unknown[]): Promise<void> {
  const { rows } = await sql.query<{ verdict: string }>(text, parameters);
  if (rows[0]?.verdict !== 'done') throw new Error(`W7: ${rows[0]?.verdict}`);
}

export async function prepareBatch(sql: Client, lines: number): Promise<WaitingBatch> {
  const [notice, lot, id] = [randomUUID(), randomUUID(), randomUUID()];
  await sql.query(LOT, [notice, lot, lines * FEN, randomUUID(), randomUUID()]);
  await actAs(sql, randomUUID());
  const before = performance.now();
  await verdictOf(sql, APPLY, [id, lot, lines]);
  const appliedIn = performance.now() - before;
  await sql.query(APPROVALS, [id]);
  await actAs(sql, randomUUID());
  await verdictOf(sql, 'select funds.decide_disbursement($1, $2, null, gen_random_uuid()) as verdict', [id, 'approve']);
  await sql.query(NOTICE, [id]);
  await actAs(sql, randomUUID());
  return { id, lot, appliedIn };
}
