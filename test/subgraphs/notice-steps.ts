// What the tests of payments do with public notices: post a batch, object, and let the days of a posting go by for nobody who waits.
import type { Client } from 'pg';

export const POST =
  'mutation($input: PostFundNoticeInput!) { postFundNotice(input: $input) { id type title body days counted fromOn untilOn root lineCount total lines(first: 50) { edges { node { line village shownName amount leaf } } } } }';

/** Past the constraints: the posting was put up forty days earlier. */
export async function daysPass(sql: Client, noticeId: string): Promise<void> {
  await sql.query(`set session_replication_role = 'replica'`);
  await sql.query('update funds.public_notice set from_on = from_on - 40, until_on = until_on - 40 where id = $1', [
    noticeId,
  ]);
  await sql.query('reset session_replication_role');
}

/** Written by hand: a posting of the batch that began forty days ago and has run its days, for tests that are about money. */
export async function runNotice(sql: Client, disbursementId: string): Promise<void> {
  const hash = '0'.repeat(64);
  await sql.query(
    `insert into funds.public_notice (id, type, subject_kind, subject_id, region_id, path, title, body, total, line_count, days, counted, from_on, until_on, pack_name, pack_hash, root, posted_by)
     select gen_random_uuid(), 'posting', 'disbursement', d.id, d.region_id, d.path, '公示', '公示', d.total, d.line_count, 7, 'workdays',
       funds.today() - 40, funds.today() - 20, 'test', $2, $2, d.applied_by from funds.disbursement d where d.id = $1 on conflict do nothing`,
    [disbursementId, hash],
  );
  await sql.query(
    `insert into funds.notice_line (notice_id, line, line_id, household_id, region_id, path, village, shown_name, name, amount, salt, leaf)
     select n.id, row_number() over (order by l.id), l.id, l.household_id, l.region_id, l.path, '村', '某*', '某某', l.amount, $2, $3
     from funds.disbursement_line l join funds.public_notice n on n.subject_kind = 'disbursement' and n.subject_id = l.disbursement_id and n.state = 'posted' and n.type = 'posting'
     where l.disbursement_id = $1 on conflict do nothing`,
    [disbursementId, '0'.repeat(32), hash],
  );
}
