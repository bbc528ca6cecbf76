// The text of a public notice (公示、公告): generated from the batch, names masked, with its days and where to object.
import type { BilingualText } from '#platform/vocabulary/refusal';

export interface NoticeFacts {
  /** of the region that posts it */
  place: string;
  kindTitle: BilingualText;
  stepTitle: BilingualText;
  announces: boolean;
  year: number;
  lines: readonly { line: number; village: string; head: string; people: number }[];
  fromOn: string;
  untilOn: string;
  days: number;
  /** documents of the approvals that are announced */
  documents: readonly string[];
}

/** National hotline of poverty alleviation supervision (国务院扶贫办 12317). */
const HOTLINE = '12317';

export function noticeTitle({ place, kindTitle, announces, year }: NoticeFacts): string {
  return `${place}${year}年${kindTitle.zh}${announces ? '公告' : '公示'}`;
}

export function noticeBody(facts: NoticeFacts): string {
  const { kindTitle, stepTitle, announces, lines, fromOn, untilOn, days, documents } = facts;
  const people = lines.reduce((sum, line) => sum + line.people, 0);
  const opening = announces
    ? `经批准（${documents.join('、')}），现将${kindTitle.zh}名单公告如下`
    : `按照${kindTitle.zh}程序（${stepTitle.zh}），现将名单公示如下，接受群众监督`;
  const list = lines.map((line) => `${line.line}. ${line.village} ${line.head} ${line.people}人`).join('\n');
  const period = announces
    ? `公告期${days}天，${fromOn}至${untilOn}（不含当日）。监督电话：${HOTLINE}。`
    : `公示期${days}天，${fromOn}至${untilOn}（不含当日）。对名单有异议的，请在公示期内按序号提出，或拨打${HOTLINE}；异议答复前不办理下一步。`;
  return `${opening}，共${lines.length}户${people}人：\n${list}\n${period}`;
}
