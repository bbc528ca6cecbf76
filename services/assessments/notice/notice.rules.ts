// Notices (提醒、催办): of which kinds, in which words, and when a superior may urge.
import type { BilingualText } from '#platform/vocabulary/refusal';
import { noticeRefusals } from './notice-refusals.rules';

export const noticeTitles = {
  'finding-assigned': { zh: '问题已交办', en: 'A finding was assigned' },
  'finding-returned': { zh: '整改被退回', en: 'A rectification was returned' },
  'finding-accountable': { zh: '问题已问责', en: 'Held to account for a finding' },
  'finding-closed': { zh: '问题已销号', en: 'A finding was closed' },
  'progress-confirmed': { zh: '进展已确认', en: 'Progress was confirmed' },
  'progress-returned': { zh: '进展被退回', en: 'Progress was returned' },
  'light-confirmed': { zh: '亮灯已公布', en: 'A light was published' },
  urged: { zh: '催办', en: 'Urged by a superior' },
} as const satisfies Record<string, BilingualText>;
export type NoticeKind = keyof typeof noticeTitles;

export interface UrgedMatter {
  /** null where nobody owes anything: not assigned yet, or done */
  owedBy: { unitId: string | null; regionId: string } | null;
  /** the day of the last urging */
  urgedOn: string | null;
}

/** A superior urges what somebody else owes, and not again before the clock's days are over; `everyDays` 0 leaves one a day to the constraint. */
export function checkUrging(
  { owedBy, urgedOn }: UrgedMatter,
  officer: { unitId: string | null; regionId: string | null },
  today: string,
  everyDays: number,
): void {
  if (owedBy === null) throw noticeRefusals.nothingToUrge();
  const own = owedBy.unitId === null ? owedBy.regionId === officer.regionId : owedBy.unitId === officer.unitId;
  if (own) throw noticeRefusals.urgeOwn();
  if (urgedOn !== null && daysBetween(urgedOn, today) < everyDays)
    throw noticeRefusals.urgedAlready({ urgedOn, everyDays });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function titleOf(kind: NoticeKind): string {
  const { zh, en } = noticeTitles[kind];
  return `${zh} · ${en}`;
}
