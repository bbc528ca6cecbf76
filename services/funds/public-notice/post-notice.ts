// Posts a public notice (张贴公示、公告): its text and lines are made from the subject, its days by the pack, its root over salted leaves.
import { randomBytes } from 'node:crypto';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { workCalendar } from '#platform/graph/obligation-book';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { addDays } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { maskName } from '#platform/vocabulary/identity-number';
import { rootOf } from '#platform/vocabulary/merkle';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findNoticeSubject, isPostable } from './find-notice-subject';
import { noticeLeaf } from './notice-leaf.rules';
import { noticePackKind, postedUntil } from './notice-pack.rules';
import { noticeRefusals as refusals } from './notice-refusals.rules';
import type { NoticeSubject } from './notice-subject.rules';
import { noticeBody, noticeTitle } from './notice-text.rules';
import { NoticeType } from './public-notice.entity';
import type { PostFundNoticeInput } from './public-notice.input';
import { regionNames } from './region-names';

export async function postNotice(
  context: Context,
  { type, subjectKind, subjectId }: PostFundNoticeInput,
): Promise<string> {
  const { caller, inScope } = context;
  if (!isPostable(subjectKind)) throw refusals.noticeSubjectUnknown({ kind: subjectKind });
  const subject = isId(subjectId) ? await findNoticeSubject(context, subjectKind, subjectId) : null;
  if (!subject || caller.regionId === null) throw commonRefusals.notFound({ what: '公示事项 subject' });
  checkStage(type, subject);
  const [today, names] = await Promise.all([
    inScope.read(
      async (rows) => (await rows.query<{ day: string }>('select funds.today()::text as day'))[0]?.day ?? '',
    ),
    regionNames(context, [subject.regionId, ...subject.lines.map(({ regionId }) => regionId)]),
  ]);
  const pack = await packInForce(context, noticePackKind, {
    path: subject.path,
    from: today,
    until: addDays(today, 1),
  });
  const rule = pack?.content.subjects.find(({ kind }) => kind === subjectKind);
  if (!pack || !rule) throw refusals.noticeSubjectUnknown({ kind: subjectKind });
  const posting = type === NoticeType.posting;
  const { days, counted } = posting ? rule : { days: null, counted: null };
  const { untilOn, assumed } = posting
    ? postedUntil(today, rule, await workCalendar(context))
    : { untilOn: null, assumed: false };
  const facts = {
    ...{ place: names.get(subject.regionId) ?? '', subjectTitle: rule.title, about: subject.about, year: subject.year },
    ...{ documentNumber: subject.documentNumber, total: subject.total, lines: subject.lines.length, days, counted },
    ...{ unit: subject.counted ?? null, announces: !posting, fromOn: today, untilOn, hotline: pack.content.hotline },
  };
  const id = newId();
  const { root, columns } = linesOf(id, subject, names);
  const given = [
    id,
    type,
    subjectKind,
    subjectId,
    subject.path,
    caller.regionId,
    noticeTitle(facts),
    noticeBody(facts),
  ];
  const kept = [subject.total?.toString() ?? null, days, counted, assumed, untilOn, pack.content.name, pack.hash, root];
  const all = [...given, ...kept, ...columns];
  const sql = `select funds.post_notice(${all.map((_, at) => `$${at + 1}`).join(', ')}) as verdict`;
  const told = { subjectKind, lines: subject.lines.length };
  try {
    return await inScope.write({ action: 'postFundNotice', target: id, facts: told }, async (rows) => {
      const [answer] = await rows.query<{ verdict: string }>(sql, all);
      if (answer?.verdict === 'posted') throw refusals.noticePosted();
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '公示事项 subject' });
      return id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'public_notice_posted_once') throw refusals.noticePosted();
    throw error;
  }
}

function checkStage(type: NoticeType, { stage }: NoticeSubject): void {
  const over = { zh: '该事项已驳回或撤回', en: 'it was rejected or withdrawn' };
  if (type === NoticeType.posting && stage !== 'before')
    throw refusals.noticeTooLate(stage === 'over' ? over : { zh: '该事项已办理', en: 'it is done already' });
  if (type === NoticeType.announcement && stage !== 'after')
    throw refusals.noticeTooEarly(stage === 'over' ? over : { zh: '该事项尚未办理', en: 'it is not done yet' });
}

/** The lines as columns, in the order of `funds.post_notice`. */
function linesOf(noticeId: string, { lines, counted }: NoticeSubject, names: ReadonlyMap<string, string>) {
  const made = lines.map((each, at) => {
    const village = names.get(each.regionId) ?? '';
    const salt = randomBytes(16).toString('hex');
    const leaf = noticeLeaf({ noticeId, line: at + 1, village, name: each.name, amount: each.amount }, salt);
    return { ...each, village, salt, leaf };
  });
  return {
    root: rootOf(made.map(({ leaf }) => leaf)),
    columns: [
      made.map(({ lineId }) => lineId),
      made.map(({ householdId }) => householdId),
      made.map(({ regionId }) => regionId),
      made.map(({ path }) => path),
      made.map(({ village }) => village),
      made.map(({ name }) => (counted ? name : maskName(name))),
      made.map(({ name }) => name),
      made.map(({ amount }) => amount.toString()),
      made.map(({ salt }) => salt),
      made.map(({ leaf }) => leaf),
    ],
  };
}
