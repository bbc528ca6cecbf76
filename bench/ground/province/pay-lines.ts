// Pays the province's households: a line a quarter in the batch of their town, with the notices, lots, journals, balances and sums that carry it.
import type { Step } from '../grow-province';

const YEAR = 2018;
/** As in data/generate/funds.ts: the first two notices go to districts, the others to towns. */
const quarters = `(values
  (1, date '2018-01-12', 'central', 'industry-support', false, '鲁财农指〔2018〕1号（拟）'),
  (2, date '2018-04-10', 'province', 'public-welfare-job', false, '鲁财农指〔2018〕7号（拟）'),
  (3, date '2018-07-10', 'city', 'interest-subsidy', true, '市财农指〔2018〕12号（拟）'),
  (4, date '2018-10-09', 'district', 'industry-support', true, '财指〔2018〕1号（拟）')) as q(quarter, issued_on, source_level, purpose, to_town, number)`;

const lot = `pg_temp.key_id('lot/' || q.quarter || '/' || case when q.to_town then 'town/' || t.n else 'county/' || t.county end)`;
const notice = `pg_temp.key_id('notice/' || q.quarter || '/' || case when q.quarter = 4 then 'county/' || t.county else 'city/' || t.city end)`;
const random = (key: string) => `(hashint8extended(${key}, 7) & 2147483647)`;

export const payLines =
  ({ lines }: { lines: number }): Step =>
  async (run) => {
    await run(`
      create temp table p_batch on commit drop as
      select t.n as town, q.quarter, q.purpose, q.issued_on, ${lot} as lot_id, ${notice} as allotment_id, pg_temp.key_id('batch/' || q.quarter || '/' || t.n) as id,
        t.id as region_id, t.path, t.code, q.issued_on + 8 + t.n % 12 as applied_on, q.issued_on + 21 + t.n % 12 as approved_on, q.issued_on + 23 + t.n % 12 + t.n % 4 as paid_on,
        q.source_level, q.number, q.to_town, t.county, t.city
      from p_town t, ${quarters}`);
    await run('analyze p_batch');
    // Interest subsidies, of the third quarter, are no round sums.
    await run(
      `insert into funds.disbursement_line (id, disbursement_id, lot_id, purpose, year, household_id, region_id, path, amount, payee, masked_card, state, paid_on)
       select pg_temp.time_id(b.quarter * 2000000 + h.n, 'line/' || b.quarter || '/' || h.n), b.id, b.lot_id, b.purpose, ${YEAR}, h.id, h.region_id, h.path,
         case when b.quarter = 3 then 5000 + ${random('h.n * 4 + 3')} % 55001 else (10 + ${random('h.n * 4 + b.quarter')} % 111) * 1000 end,
         s.head_name, k.mask || s.bank_card_tail, 'paid', b.paid_on
       from p_batch b join p_household h on h.town = b.town join s1_household s on s.n = h.pattern,
         (select left(masked_card, -4) as mask from funds.disbursement_line where masked_card is not null limit 1) k
       where b.quarter < 4 or h.n % 26 <> 0 or h.n / 26 > 4 * (select count(*) from p_household) - $1
       order by b.quarter, h.n`,
      [lines],
    );
    await run(`create temp table p_sum on commit drop as
      select disbursement_id as id, sum(amount)::bigint as total, count(*)::int as lines from funds.disbursement_line group by 1`);
    await run(`
      insert into funds.allotment (id, number, issued_on, year, source_level, purpose, region_id, path, state, drafted_by, drafted_at, approved_by, approved_at)
      select distinct on (b.allotment_id) b.allotment_id, b.number, b.issued_on, ${YEAR}, b.source_level, b.purpose, coalesce(d.id, c.id), coalesce(d.path, c.path), 'issued',
        pg_temp.key_id('person/office-officer/' || c.code), b.issued_on + time '01:00', pg_temp.key_id('person/finance-officer/' || c.code), b.issued_on + time '02:00'
      from p_batch b join p_city c on c.n = b.city left join p_county d on d.n = b.county and b.quarter = 4`);
    // Eight per cent over what is paid, in ten thousand yuan.
    await run(`
      insert into funds.allotment_line (id, allotment_id, purpose, year, region_id, path, amount)
      select b.lot_id, b.allotment_id, b.purpose, ${YEAR}, coalesce(t.id, d.id), coalesce(t.path, d.path), (sum(s.total) * 108 / 100 / 1000000 + 1)::bigint * 1000000
      from p_batch b join p_sum s on s.id = b.id join p_county d on d.n = b.county left join p_town t on t.n = b.town and b.to_town
      group by b.lot_id, b.allotment_id, b.purpose, t.id, t.path, d.id, d.path`);
    await run(`
      insert into funds.disbursement (id, number, lot_id, purpose, year, document_number, region_id, path, total, line_count, state,
        applied_by, applied_on, approved_by, approved_on, paid_by, paid_on)
      select b.id, '${YEAR}Q' || b.quarter || '-' || b.code, b.lot_id, b.purpose, ${YEAR}, '鲁扶办发〔2018〕' || b.town || '号（拟）', b.region_id, b.path, s.total, s.lines, 'paid',
        pg_temp.key_id('person/town/' || b.code), b.applied_on, pg_temp.key_id('person/office-director/' || c.code), b.approved_on, pg_temp.key_id('person/finance-officer/' || c.code), b.paid_on
      from p_batch b join p_sum s on s.id = b.id join p_city c on c.n = b.city order by b.quarter, b.town`);
    await run(`
      create temp table p_journal on commit drop as
      select pg_temp.key_id('journal/allot/' || a.id) as id, 'allot' as kind, a.issued_on as value_date, a.number as document, a.approved_by as posted_by, a.region_id, a.path,
        a.id as allotment_id, null::uuid as disbursement_id from funds.allotment a where a.id in (select allotment_id from p_batch)
      union all
      select pg_temp.key_id('journal/receive/' || a.id), 'receive', a.issued_on, a.number, a.approved_by, a.region_id, a.path, a.id, null::uuid
      from funds.allotment a where a.id in (select allotment_id from p_batch)
      union all
      select pg_temp.key_id('journal/' || k.kind || '/' || d.id), k.kind, case k.kind when 'pay' then d.paid_on else d.applied_on end, d.document_number,
        case k.kind when 'pay' then d.paid_by else d.applied_by end, d.region_id, d.path, null, d.id
      from funds.disbursement d, (values ('reserve'), ('pay')) k(kind) where d.id in (select id from p_batch)`);
    await run(`insert into funds.journal (id, kind, value_date, booked_at, document, posted_by, region_id, path, allotment_id, disbursement_id)
      select id, kind, value_date, value_date + time '03:00', document, posted_by, region_id, path, allotment_id, disbursement_id from p_journal order by value_date, path`);
    await run(`
      insert into funds.posting (journal_id, lot_id, account, amount, path)
      select j.id, line.id, leg.account, leg.sign * line.amount, j.path from p_journal j join funds.allotment_line line on line.allotment_id = j.allotment_id,
        (values ('allot', 'issued', -1), ('allot', 'available', 1), ('receive', 'cash-received', -1), ('receive', 'cash-held', 1)) leg(kind, account, sign)
      where leg.kind = j.kind
      union all
      select j.id, d.lot_id, leg.account, leg.sign * d.total, j.path from p_journal j join funds.disbursement d on d.id = j.disbursement_id
      join (values ('reserve', 'available', -1), ('reserve', 'reserved', 1), ('pay', 'reserved', -1), ('pay', 'paid', 1),
        ('pay', 'cash-held', -1), ('pay', 'cash-paid', 1)) leg(kind, account, sign) on leg.kind = j.kind`);
    await run(`insert into funds.balance (lot_id, account, amount, path)
      select p.lot_id, p.account, sum(p.amount), line.path from funds.posting p join funds.allotment_line line on line.id = p.lot_id
      where not exists (select 1 from funds.balance b where b.lot_id = p.lot_id) group by p.lot_id, p.account, line.path`);
    // Lines came before their lots, so that the villages' sums knew no book yet.
    await run(`insert into funds.village_funds (region_id, year, book, path, paid, lines)
      select l.region_id, l.year, 'special', l.path, sum(l.amount), count(*) from funds.disbursement_line l
      where not exists (select 1 from funds.village_funds v where v.region_id = l.region_id and v.year = l.year) group by l.region_id, l.year, l.path`);
    await run(`insert into funds.village_payments (region_id, month, book, path, paid, returned, lines, stages_paid)
      select l.region_id, to_char(l.paid_on, 'YYYY-MM'), 'special', l.path, sum(l.amount), 0, count(*), 0 from funds.disbursement_line l
      where not exists (select 1 from funds.village_payments v where v.region_id = l.region_id) group by 1, 2, 3, 4`);
  };
