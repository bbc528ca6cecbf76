// Which successor village a household goes to (分村安置): by a list, from a day, within what a re-organisation has split.
import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import { invalidInput } from '#platform/vocabulary/refusal';
import { resettlementRefusals as refusals } from './resettlement-refusals.rules';

const MOST_HOUSEHOLDS = 2000;

export interface Village {
  regionId: string;
  path: string;
  kind: string;
  /** what it was split from */
  originId: string | null;
  validFrom: CalendarDay;
}

export interface ListAsked {
  householdIds: readonly string[];
  effectiveOn: CalendarDay;
  documentNumber: string;
}

export function checkList({ householdIds, effectiveOn, documentNumber }: ListAsked, today: CalendarDay): void {
  if (householdIds.length === 0 || householdIds.length > MOST_HOUSEHOLDS)
    throw invalidInput(
      'householdIds',
      `一份名单 1 至 ${MOST_HOUSEHOLDS} 户`,
      `a list has 1 to ${MOST_HOUSEHOLDS} households`,
    );
  if (new Set(householdIds).size < householdIds.length)
    throw invalidInput('householdIds', '名单中有重复的户', 'a household is listed twice');
  if (documentNumber.trim().length < 2 || documentNumber.length > 100)
    throw invalidInput('documentNumber', '文号须为 2 至 100 字', 'a document number has 2 to 100 characters');
  if (effectiveOn > today) throw invalidInput('effectiveOn', '晚于今日', 'lies after today', { today });
}

/** `origins`: the village itself, and those that ended and whose rows lie there. */
export function checkSuccessor(to: Village, origins: readonly string[], effectiveOn: CalendarDay): void {
  if (to.kind !== 'village' || to.originId === null || !origins.includes(to.originId) || to.validFrom > effectiveOn)
    throw refusals.notItsSuccessor();
}

export interface ListHands {
  proposedBy: string;
  decidedAt: Date | null;
}

export function checkDecision({ proposedBy, decidedAt }: ListHands, personId: string | null, approved: boolean): void {
  if (decidedAt !== null) throw refusals.resettlementDecided();
  if (approved && proposedBy === personId) throw refusals.resettlementOwn();
}
