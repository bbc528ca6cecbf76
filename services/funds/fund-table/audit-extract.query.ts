// What an auditor takes out of a month (审计提取), a page at a time: journals and postings by day of booking, what was paid and claimed, and the documents that were attached.

export interface ExtractList {
  name: string;
  columns: readonly string[];
  /**
   * $1 and $2 a range of paths, $3 the month, $4 and $5 the keys of the last row before, empty at first, $6 how many; answers `keys` and `cells`. Some sheets page by what
   * their rows belong to, so that a page may have more rows than asked for.
   */
  sql: string;
}

const within = (path: string) => `${path} >= $1 collate "C" and ${path} < $2 collate "C"`;
const during = (instant: string) =>
  `${instant} >= ($3 || '-01')::timestamp at time zone 'Asia/Shanghai' and ${instant} < (($3 || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai'`;
const local = (instant: string) => `to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS')`;
const after = (first: string, second: string, type: string) =>
  `($5 = '' or (${first}, ${second}) > (nullif($4, '')::${type}, nullif($5, '')::uuid))`;

export const extractLists: readonly ExtractList[] = [
  {
    name: '凭证与分录',
    columns: ['凭证', '类别', '起息日', '记账时间', '依据', '原因', '冲销', '记账人', '批次', '科目', '金额（分）'],
    sql: `with page as (
      select j.* from funds.journal j where ${within('j.path')} and ${during('j.booked_at')} and ${after('j.booked_at', 'j.id', 'timestamptz')} order by j.booked_at, j.id limit $6
    )
    select array[j.booked_at::text, j.id::text] as keys, array[j.id::text, j.kind, j.value_date::text, ${local('j.booked_at')}, j.document, coalesce(j.reason, ''),
      coalesce(j.reverses_id::text, ''), j.posted_by::text, p.lot_id::text, p.account, p.amount::text] as cells
    from page j join funds.posting p on p.journal_id = j.id order by j.booked_at, j.id, p.lot_id, p.account`,
  },
  {
    name: '发放单据',
    columns: ['编号', '文号', '状态', '金额（分）', '退回（分）', '申请人', '申请日', '审批人', '支付人', '支付日'],
    sql: `select array[d.path, d.id::text] as keys, array[d.number, d.document_number, d.state, d.total::text, d.returned::text, d.applied_by::text, d.applied_on::text,
      coalesce(d.approved_by::text, ''), coalesce(d.paid_by::text, ''), coalesce(d.paid_on::text, '')] as cells
    from funds.disbursement d where ${within('d.path')} and to_char(coalesce(d.paid_on, d.applied_on), 'YYYY-MM') = $3 and ${after('d.path', 'd.id', 'text')}
    order by d.path, d.id limit $6`,
  },
  {
    name: '报账单据',
    columns: ['合同', '期', '状态', '金额（分）', '单据', '申请人', '申请日', '审批人', '支付人', '支付日'],
    sql: `select array[c.path, c.id::text] as keys, array[r.number, c.stage, c.state, c.amount::text, c.documents::text, c.applied_by::text, c.applied_on::text,
      coalesce(c.approved_by::text, ''), coalesce(c.paid_by::text, ''), coalesce(c.paid_on::text, '')] as cells
    from funds.stage_claim c join funds.reimbursement r on r.id = c.reimbursement_id
    where ${within('c.path')} and to_char(coalesce(c.paid_on, c.applied_on), 'YYYY-MM') = $3 and ${after('c.path', 'c.id', 'text')} order by c.path, c.id limit $6`,
  },
  {
    name: '佐证材料',
    columns: ['对象类别', '对象', '文件名', '类型', '字节', 'SHA-256', '附上时间'],
    sql: `select array[u.attached_at::text, u.id::text] as keys, array[u.subject_kind, u.subject_id::text, u.name, u.kind, u.bytes::text, u.sha256, ${local('u.attached_at')}] as cells
    from funds.evidence_use u where ${within('u.path')} and ${during('u.attached_at')} and ${after('u.attached_at', 'u.id', 'timestamptz')} order by u.attached_at, u.id limit $6`,
  },
];

/** $1 and $2 a range, $3 the month, $4 the last content before: each content once, however often it was attached. */
export const EXTRACT_CONTENTS = `select distinct on (u.sha256) u.sha256, u.kind from funds.evidence_use u
where ${within('u.path')} and ${during('u.attached_at')} and u.sha256 > $4 order by u.sha256 limit 200`;
