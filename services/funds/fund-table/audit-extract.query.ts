// What an auditor takes out of a month (审计提取): journals and postings by day of booking, and the documents that were attached to what funds keeps.

/** $1 and $2 a range of paths, $3 the month. */
export const EXTRACT_POSTINGS = `
select j.id, j.kind, j.value_date::text, to_char(j.booked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as booked, j.document, coalesce(j.reason, '') as reason,
  coalesce(j.reverses_id::text, '') as reverses, j.posted_by, p.lot_id, p.account, p.amount::text as fen
from funds.journal j join funds.posting p on p.journal_id = j.id
where j.path >= $1 collate "C" and j.path < $2 collate "C" and to_char(j.booked_at at time zone 'Asia/Shanghai', 'YYYY-MM') = $3
order by j.booked_at, j.id, p.lot_id, p.account`;

export const EXTRACT_VOUCHERS = `
select d.number, d.document_number, d.state, d.total::text as fen, d.returned::text as returned, d.applied_by, d.applied_on::text, coalesce(d.approved_by::text, '') as approved,
  coalesce(d.paid_by::text, '') as paid, coalesce(d.paid_on::text, '') as paid_on
from funds.disbursement d where d.path >= $1 collate "C" and d.path < $2 collate "C" and to_char(coalesce(d.paid_on, d.applied_on), 'YYYY-MM') = $3
order by d.path, d.id`;

export const EXTRACT_DOCUMENTS = `
select u.subject_kind, u.subject_id, u.name, u.kind, u.bytes::text as bytes, u.sha256, to_char(u.attached_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as attached
from funds.evidence_use u where u.path >= $1 collate "C" and u.path < $2 collate "C" and to_char(u.attached_at at time zone 'Asia/Shanghai', 'YYYY-MM') = $3
order by u.attached_at, u.id`;
