// Notices by id and by subject, their objections, and the lines that name a household.
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { NoticeLine } from './notice-line.entity';
import { NoticeObjection } from './notice-objection.entity';
import { PublicNotice } from './public-notice.entity';

export const noticeById = defineLoader<PublicNotice | null>(
  'fund notice by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(PublicNotice, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

/** What stands, as anybody reads it. */
export const standingNoticeById = defineLoader<PublicNotice | null>(
  'fund notice that stands',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(PublicNotice, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
  'public',
);

/** What stands for anybody; of what is over, those who work with it read their own. */
export async function noticeFor(context: Context, id: string): Promise<PublicNotice | null> {
  const standing = await standingNoticeById.load(context, id);
  const works = context.caller.scope === 'region' || context.caller.scope === 'paired';
  return standing ?? (works ? noticeById.load(context, id) : null);
}

/** Keys are `kind id`; newest first. */
export const noticesOfSubject = defineLoader<PublicNotice[]>(
  'fund notices of subject',
  () => [],
  async (rows, keys) => {
    const ids = keys.map((key) => key.split(' ')[1]);
    const found = await rows.select(PublicNotice, 'where t.subject_id = any ($1::uuid[]) order by t.id desc', [ids]);
    return groupBy(found, ({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`);
  },
);

export const objectionsOfNotice = defineLoader<NoticeObjection[]>(
  'objections of fund notice',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(NoticeObjection, 'where t.notice_id = any ($1::uuid[]) order by t.id', [ids], VISIBLE),
      ({ noticeId }) => noticeId,
    ),
);

const VISIBLE = [
  ...['id', 'noticeId', 'line', 'regionId', 'path', 'content', 'raisedAt', 'postedBy'],
  ...['answer', 'upheld', 'answeredBy', 'answeredAt'],
];

export const fundObjectionById = defineLoader<NoticeObjection | null>(
  'fund objection by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(NoticeObjection, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

export const ownFundObjectionById = defineLoader<NoticeObjection | null>(
  'own fund objection by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(NoticeObjection, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
  'own',
);

const MOST_OF_HOUSEHOLD = 50;

/** Newest first: a household is paid a handful of times a year. */
export const noticeLinesOfHousehold = defineLoader<NoticeLine[]>(
  'fund notice lines of household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any ($1::uuid[]) order by t.notice_id desc';
    const found = groupBy(await rows.select(NoticeLine, tail, [ids]), ({ householdId }) => householdId ?? '');
    return new Map([...found].map(([id, lines]) => [id, lines.slice(0, MOST_OF_HOUSEHOLD)]));
  },
);
