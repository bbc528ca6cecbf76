// What others do in a history: postings that have run their days, and objections to a line of one.
import type { Batch, Line } from './history-books';
import type { Call } from './play-history';

/** Past those who post: a posting that has run its days, with its lines. */
export const posted = (kind: string, subject: string, table: string, lines: string): Call[] =>
  [
    `insert into funds.public_notice (id, type, subject_kind, subject_id, region_id, path, title, body, line_count, days, counted, from_on, until_on, pack_name, pack_hash, root, posted_by)
   select gen_random_uuid(), 'posting', '${kind}', s.id, s.region_id, s.path, '公示', '公示', s.line_count, 7, 'workdays', funds.today() - 40, funds.today() - 20, 'p', 'h', repeat('0', 64), gen_random_uuid()
   from funds.${table} s where s.id = '${subject}' on conflict do nothing`,
    `insert into funds.notice_line (notice_id, line, line_id, household_id, region_id, path, village, shown_name, name, amount, salt, leaf)
   select n.id, row_number() over (order by l.id), l.id, l.household_id, l.region_id, l.path, '村', '某*', '某某', l.amount, repeat('0', 32), repeat('0', 64)
   from funds.public_notice n join funds.${lines} = '${subject}' where n.subject_id = '${subject}' on conflict do nothing`,
  ].map((sql) => ({ as: null, sql: `with made as (${sql}) select 'done'` }));
export const objection = (batch: Batch, line: Line): Call => ({
  as: null,
  sql: `with made as (insert into funds.notice_objection (id, notice_id, line, line_id, region_id, path, content, raised_by, posted_by)
   select gen_random_uuid(), n.id, l.line, l.line_id, n.region_id, n.path, '异议', gen_random_uuid(), n.posted_by
   from funds.public_notice n join funds.notice_line l on l.notice_id = n.id where n.subject_id = '${batch.id}' and l.line_id = '${line.id}') select 'done'`,
});
