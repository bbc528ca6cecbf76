// Urges a matter (催办): a superior tells whoever owes a finding's rectification or a task, in the transaction that keeps it.
import type { WriteRows } from '#platform/database/in-scope';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { standingOn, standingPacks } from '#platform/graph/pack/standing-packs';
import { type NoticeClock, noticeClockKind } from '#platform/graph/todo/notice-clock';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { heldOn } from '../task/held.query';
import { Notice } from './notice.entity';
import { checkUrging } from './notice.rules';
import { noticeRefusals } from './notice-refusals.rules';

export type Urgeable = 'Finding' | 'Task';

interface Matter {
  regionId: string;
  path: string;
  unitId: string | null;
  about: string;
  dueOn: string | null;
  owed: boolean;
  urgedOn: string | null;
}

const matters: Readonly<Record<Urgeable, { what: string; sql: string }>> = {
  Finding: {
    what: '问题 finding',
    sql: `select t.region_id as "regionId", t.path, t.lead_unit as "unitId", t.number as about, t.due_on as "dueOn",
      t.state in ('assigned', 'accepted', 'rectifying', 'returned', 'accountable') as owed from assessments.finding t where t.id = $1`,
  },
  Task: {
    what: '任务 task',
    sql: `select t.region_id as "regionId", t.path, t.unit_id as "unitId", t.title as about, t.deadline as "dueOn",
      not exists (select 1 from assessments.progress p where p.task_id = t.id and p.percent = 100 and p.outcome = 'confirmed') and ${heldOn(TODAY)} as owed
      from assessments.task t where t.id = $1`,
  },
};
const HEADS = ['town-officer', 'district-officer', 'zone-officer'];

export async function urgeMatter(context: Context, subject: Urgeable, id: string, text: string): Promise<Notice> {
  const { caller, inScope } = context;
  const { what } = matters[subject];
  if (!isId(id)) throw commonRefusals.notFound({ what });
  if (!text.trim() || text.length > 500)
    throw invalidInput('text', '催办须为 1 至 500 字', 'an urging has 1 to 500 characters');
  refusePersonalNumbers('text', text);
  const clocks = await standingPacks(context, noticeClockKind);
  const everyDays = (day: string) => Math.max(1, standingOn<NoticeClock>(clocks, day)?.urgeEveryDays ?? 1);
  try {
    return await inScope.write({ action: `urge${subject}`, target: id }, async (rows) => {
      const matter = await findMatter(rows, subject, id);
      if (!matter) throw commonRefusals.notFound({ what });
      const now = await rows.now();
      const today = beijingDay(now);
      const { owed, urgedOn, ...place } = matter;
      checkUrging({ owedBy: owed ? place : null, urgedOn }, caller, today, everyDays(today));
      const told = {
        kind: 'urged' as const,
        subject,
        subjectId: id,
        ...place,
        text,
        sentBy: caller.personId,
        sentOn: today,
        at: now,
      };
      const posts = matter.unitId === null ? HEADS : null;
      const [made] = await rows.query<{ id: string }>(
        `insert into assessments.notice (kind, subject, subject_id, region_id, path, unit_id, posts, about, text, due_on, sent_by, sent_on, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
        [
          told.kind,
          subject,
          id,
          told.regionId,
          told.path,
          told.unitId,
          posts,
          told.about,
          text,
          told.dueOn,
          told.sentBy,
          today,
          now,
        ],
      );
      return Object.assign(new Notice(), told, { id: made?.id, posts, readAt: null });
    });
  } catch (error) {
    if (brokenConstraint(error) === 'notice_urged_once_a_day')
      throw noticeRefusals.urgedAlready({ urgedOn: '今日 today', everyDays: 1 });
    throw error;
  }
}

async function findMatter(rows: WriteRows, subject: Urgeable, id: string): Promise<Matter | undefined> {
  const [matter] = await rows.query<Omit<Matter, 'urgedOn'>>(matters[subject].sql, [id]);
  if (!matter) return undefined;
  const [last] = await rows.query<{ urgedOn: string | null }>(
    `select max(sent_on) as "urgedOn" from assessments.notice where kind = 'urged' and subject_id = $1`,
    [id],
  );
  return { ...matter, urgedOn: last?.urgedOn ?? null };
}
