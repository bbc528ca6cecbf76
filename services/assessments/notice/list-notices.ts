// Lists notices (提醒列表) to the caller as he stands now: of his unit, or to his post in his region, and only of what he may still see.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { ConnectionArgs } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import type { Caller, ScopeKind } from '#platform/vocabulary/caller';
import { Notice, type NoticeCount } from './notice.entity';
import type { NoticesArgs } from './notice.input';

const COLUMNS = `t.number::text as number, t.id, t.kind, t.subject, t.subject_id as "subjectId", t.region_id as "regionId", t.path, t.unit_id as "unitId",
  t.posts, t.about, t.text, t.due_on as "dueOn", t.sent_by as "sentBy", t.sent_on as "sentOn", t.at, r.read_at as "readAt"`;

/** $1 person, $2 unit, $3 region, $4 post. */
const FROM = `assessments.notice t left join assessments.notice_receipt r on r.notice_id = t.id and r.person_id = $1::uuid`;
const TO_ME = `(t.unit_id = $2::uuid or t.unit_id is null and t.region_id = $3::uuid and $4::text = any (t.posts))`;

/** The right is looked at again when a notice is delivered: what it is about must be among the caller's rows now. No unit has a light. */
const stillSeen = (scope: ScopeKind) => `case t.subject
  when 'Finding' then exists (select 1 from assessments.finding s where s.id = t.subject_id)
  when 'Task' then exists (select 1 from assessments.task s where s.id = t.subject_id)
  when 'Progress' then exists (select 1 from assessments.progress s where s.id = t.subject_id)
  ${scope === 'region' ? `when 'Light' then exists (select 1 from assessments.light s where s.id = t.subject_id and s.status = 'confirmed')` : ''}
  else false end`;

const asMe = ({ personId, unitId, regionId, post }: Caller) => [personId, unitId, regionId, post];
/** Notices go to regions and units: nobody else's role reads them. */
export const hasNotices = ({ scope }: Caller): boolean => scope === 'region' || scope === 'unit';

export async function listNotices({ caller, inScope }: Context, args: NoticesArgs): Promise<Page<Notice>> {
  const size = pageSize(args.first);
  const after = numberIn(args.after);
  if (!hasNotices(caller)) return pageOf<Notice>([], size);
  const [sign, order] = args.oldestFirst ? ['>', 'asc'] : ['<', 'desc'];
  const sql = `select ${COLUMNS} from ${FROM} where ${TO_ME} and ($5::bigint is null or t.number ${sign} $5)
    and ($6::boolean is null or (r.read_at is null) = $6) and ${stillSeen(caller.scope)} order by t.number ${order} limit $7`;
  const parameters = [...asMe(caller), after, args.unread ?? null, size + 1];
  return pageOf(await inScope.read(({ query }) => query(sql, parameters, Notice)), size);
}

/** What the caller urged, newest first. */
export async function listNoticesSent({ caller, inScope }: Context, args: ConnectionArgs): Promise<Page<Notice>> {
  const size = pageSize(args.first);
  const after = numberIn(args.after);
  const sql = `select ${COLUMNS} from ${FROM} where t.sent_by = $1 and ($2::bigint is null or t.number < $2) and ${stillSeen('region')}
    order by t.number desc limit $3`;
  return pageOf(await inScope.read(({ query }) => query(sql, [caller.personId, after, size + 1], Notice)), size);
}

export async function findNotice({ caller, inScope }: Context, id: string): Promise<Notice | null> {
  if (!hasNotices(caller)) return null;
  const sql = `select ${COLUMNS} from ${FROM} where ${TO_ME} and ${stillSeen(caller.scope)} and t.id = $5::uuid`;
  return (await inScope.read(({ query }) => query(sql, [...asMe(caller), id], Notice)))[0] ?? null;
}

/** The digest (摘要) of a day in Beijing. */
export async function countNotices({ caller, inScope }: Context, on: string): Promise<NoticeCount[]> {
  if (!hasNotices(caller)) return [];
  const sql = `select t.kind, count(*)::int as count, count(*) filter (where r.read_at is null)::int as unread from ${FROM}
    where ${TO_ME} and ${stillSeen(caller.scope)} and (t.at at time zone 'Asia/Shanghai')::date = $5::date group by t.kind order by t.kind`;
  return inScope.read(({ query }) => query<NoticeCount>(sql, [...asMe(caller), on]));
}

function numberIn(after: string | undefined): string | null {
  const [number = null] = keysOf(after, 1) ?? [];
  return number !== null && /^\d{1,18}$/.test(number) ? number : null;
}
