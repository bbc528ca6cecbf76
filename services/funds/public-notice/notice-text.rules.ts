// The text of a public notice (公示、公告): made from the batch or the plan by template, names masked, with its days and where to object; no personal number.
import type { Fen } from '#platform/vocabulary/money';
import { formatYuan } from '#platform/vocabulary/money';
import { holdsPersonalNumber } from '#platform/vocabulary/personal-number';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { Counting } from './notice-pack.rules';
import { noticeRefusals as refusals } from './notice-refusals.rules';

export interface NoticeFacts {
  /** of the region that is posted about */
  place: string;
  subjectTitle: BilingualText;
  /** what it is: the purpose of a batch, the name of a project */
  about: string;
  year: number;
  documentNumber: string;
  total: Fen | null;
  lines: number;
  /** what a line is, when it is no household */
  unit?: string | null;
  announces: boolean;
  fromOn: string;
  untilOn: string | null;
  days: number | null;
  counted: Counting | null;
  hotline: string;
}

export function noticeTitle({ place, about, year, subjectTitle, announces }: NoticeFacts): string {
  return `${place}${year}年${about}${subjectTitle.zh}${announces ? '公告' : '公示'}`;
}

export function noticeBody(facts: NoticeFacts): string {
  const { documentNumber, total, lines, unit, announces, fromOn, untilOn, days, counted, hotline } = facts;
  const extent = [
    lines > 0 ? `共${lines}${unit ?? '户'}` : '',
    total === null ? '' : `金额合计${formatYuan(total)}元`,
  ].filter(Boolean);
  const what = extent.length > 0 ? `${extent.join('，')}。` : '';
  const stopped = lines > 0 && !unit ? '异议所涉各户在答复前不予支付' : '异议答复前不予办理';
  const text = announces
    ? `根据${documentNumber}，现将办理结果公告如下，长期公开。${what}监督电话：${hotline}。`
    : `根据${documentNumber}，现将拟办事项公示如下，接受群众监督。${what}公示期${days}个${counted === 'workdays' ? '工作日' : '自然日'}，${fromOn}张贴，至${untilOn}（不含当日）。有异议的，请在公示期内按序号提出，或拨打${hotline}；${stopped}。`;
  // What an officer typed (a document, a project's name) may hold one.
  if (holdsPersonalNumber(text) || holdsPersonalNumber(facts.about))
    throw refusals.noticePersonalNumber({ field: 'notice' });
  return text;
}

export function checkNoticeText(field: string, text: string): string {
  const told = text.trim();
  if (told.length < 2 || told.length > 1000) throw refusals.noticeTextLength({ field });
  if (holdsPersonalNumber(told)) throw refusals.noticePersonalNumber({ field });
  return told;
}
