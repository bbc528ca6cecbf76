// A million lots for the trace of money (百万批次): notices of the city's villages, batches and cards, and one notice that reaches a hundred thousand cards; set by set, in a database of its own.
import type { Client } from 'pg';

/** A notice of the province, parted twice: to districts, and to each village below; with so many cards. */
const BIG = `
create temp table place as select s.region_id as id, s.path, s.kind, row_number() over (partition by s.kind order by s.path) as at,
    (select p.region_id from funds.scope p where p.kind in ('district', 'zone') and starts_with(s.path, p.path) order by length(p.path) desc limit 1) as district
  from funds.scope s, (select path from funds.scope where kind = 'city' order by path limit 1) city where starts_with(s.path, city.path);
create temp table notice as
  select md5('trace-notice-' || n)::uuid as id, case n when 0 then '追溯大文' else '追溯〔2018〕' || n || '号' end as number, n from generate_series(0, $NOTICES) n;
insert into funds.allotment (id, number, issued_on, year, source_level, purpose, region_id, path, state, drafted_by, approved_by, approved_at, direction)
  select n.id, n.number, '2018-03-01', 2018, 'province', 'industry-support', c.id, c.path, 'issued', md5('maker')::uuid, md5('checker')::uuid, now(), 'industry' from notice n, place c where c.kind = 'city';
create temp table lot as
  select md5('trace-lot-0-' || p.id)::uuid as id, n.id as notice, null::uuid as parent, p.id as region, p.path, 0 as step, 0 as n from notice n, place p where n.n = 0 and p.kind in ('district', 'zone')
  union all select md5('trace-lot-1-' || p.id)::uuid, n.id, md5('trace-lot-0-' || p.district)::uuid, p.id, p.path, 1, 0 from notice n, place p where n.n = 0 and p.kind = 'village' and p.district is not null
  union all select md5('trace-lot-' || n.n || '-' || p.at)::uuid, n.id, null, p.id, p.path, 2, n.n from notice n, place p where n.n > 0 and p.kind = 'village' and p.at <= $EACH;
create temp table batch as
  select md5('trace-batch-' || l.id || k)::uuid as id, l.id as lot, l.region, l.path, l.step, case l.step when 1 then $BIGLINES / 2 else 2 end as lines
  from lot l, generate_series(1, 2) k where (l.step = 1 or l.step = 2 and l.n % 20 = 0) and (l.step = 1 or k = 1);
create temp table line as
  select md5('trace-line-' || b.id || k)::uuid as id, b.id as batch, b.lot, b.region, b.path, md5('trace-house-' || b.region || k || b.id)::uuid as household, k,
    case when k % 50 = 0 then 3000 else 0 end as returned from batch b, generate_series(1, b.lines) k;
insert into funds.allotment_line (id, allotment_id, purpose, year, region_id, path, amount, parent_line_id)
  select l.id, l.notice, 'industry-support', 2018, l.region, l.path, 100000000, l.parent from lot l;
insert into funds.balance (lot_id, account, amount, path)
  select l.id, leg.account, leg.fen, l.path from lot l
  left join (select line.lot, sum(10000 - line.returned) as paid from line group by line.lot) paid on paid.lot = l.id
  left join (select c.parent, count(*) * 100000000 as fen from lot c where c.parent is not null group by c.parent) part on part.parent = l.id
  cross join lateral (values ('issued', -100000000 - coalesce(part.fen, 0)), ('available', 100000000 - coalesce(paid.paid, 0)), ('paid', coalesce(paid.paid, 0)),
    ('decomposed', coalesce(part.fen, 0)), ('cash-received', -100000000), ('cash-held', 100000000 - coalesce(paid.paid, 0))) as leg(account, fen) where leg.fen <> 0;
insert into funds.disbursement (id, number, lot_id, purpose, year, document_number, region_id, path, total, line_count, returned, state, applied_by, applied_on, approved_by, approved_on, paid_by, paid_on)
  select b.id, b.id::text, b.lot, 'industry-support', 2018, '追溯', b.region, b.path, b.lines * 10000, b.lines, back.fen, case when back.fen > 0 then 'part-returned' else 'paid' end,
    md5('maker')::uuid, '2018-04-01', md5('checker')::uuid, '2018-04-02', md5('payer')::uuid, '2018-04-03'
  from batch b cross join lateral (select (b.lines / 50) * 3000 as fen) back;
insert into funds.disbursement_line (id, disbursement_id, lot_id, purpose, year, household_id, region_id, path, amount, returned, payee, masked_card, state, paid_on)
  select l.id, l.batch, l.lot, 'industry-support', 2018, l.household, l.region, l.path, 10000, l.returned, '某某', '**** 1234', 'paid', '2018-04-03' from line l;
insert into funds.card_batch (id, number, purpose, document_number, profile, profile_hash, region_id, path, total, line_count, state, made_by, made_on, verified_by, verified_on, released_by, released_on, closed_on)
  select md5('trace-list-' || t)::uuid, 'YKTRACE' || lpad(t::text, 9, '0'), 'industry-support', '追溯', 'delimited-utf8', 'x', c.id, c.path, 10000, 1, 'closed', md5('maker')::uuid, '2018-04-01', md5('checker')::uuid, '2018-04-01', md5('payer')::uuid, '2018-04-02', '2018-04-03'
  from generate_series(0, 39) t, place c where c.kind = 'city';
-- Of a hundred, five failed first and were issued again by another list.
insert into funds.card_line (id, batch_id, ordinal, reference, disbursement_line_id, disbursement_id, lot_id, household_id, region_id, path, amount, payee, card_sealed, card_index, card_tail, state, reason, ended_on, journal_id)
  select md5('trace-try-' || l.id || try.nth)::uuid, md5('trace-list-' || (abs(hashtext(l.batch::text)) % 20 + case try.nth when 0 then 0 else 20 end))::uuid,
    row_number() over (partition by abs(hashtext(l.batch::text)) % 20, try.nth order by l.id), 'T' || l.id || try.nth, l.id, l.batch, l.lot, l.household, l.region, l.path, 10000, '某某', '\\x00', 'x', '1234',
    case when try.nth < try.last then 'failed' else 'paid' end, case when try.nth < try.last then '卡号有误' end, '2018-04-03', case when try.nth = try.last then md5('trace-journal-' || l.id)::uuid end
  from line l cross join lateral (select nth, last from (select case when l.k % 20 = 0 then 1 else 0 end as last) l2, generate_series(0, l2.last) nth) try where l.k < 90000;
analyze funds.allotment; analyze funds.allotment_line; analyze funds.balance; analyze funds.disbursement; analyze funds.disbursement_line; analyze funds.card_line; analyze funds.card_batch;
`;

export interface Grown {
  lots: number;
  lines: number;
  bigNotice: string;
  bigLines: number;
  payments: string[];
  notices: string[];
}

/** By a superuser past all triggers: nothing is posted, since a trace reads balances, lines and lists. */
export async function growLots(sql: Client, wanted: number): Promise<Grown> {
  const count = async (text: string) =>
    Number((await sql.query<{ n: string }>(`select count(*) as n from ${text}`)).rows[0]?.n);
  const ids = async (text: string) => (await sql.query<{ id: string }>(text)).rows.map(({ id }) => id);
  const villages = await count(`funds.scope s where s.kind = 'village'`);
  const notices = Math.max(1, Math.ceil(wanted / villages));
  await sql.query(
    `set session_replication_role = 'replica'; set synchronous_commit = off; set work_mem = '256MB'; set max_parallel_workers_per_gather = 0`,
  );
  const whole = BIG.replace('$NOTICES', String(notices))
    .replace('$EACH', String(villages))
    .replaceAll('$BIGLINES', String(2 * Math.ceil(50_000 / villages)));
  for (const statement of whole.split(/;\n/).filter((each) => each.trim())) await sql.query(statement);
  return {
    lots: await count('lot'),
    lines: await count('line'),
    bigNotice: (await ids('select id from notice where n = 0'))[0] as string,
    bigLines: await count('line l join batch b on b.id = l.batch where b.step = 1'),
    payments: await ids('select l.id from line l order by md5(l.id::text) limit 400'),
    notices: await ids('select id from notice where n > 0 order by md5(id::text) limit 20'),
  };
}
