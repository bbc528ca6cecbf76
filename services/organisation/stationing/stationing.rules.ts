// When somebody may be stationed in a village (派驻), a day on site recorded (驻村登记) and a month of them confirmed by another (确认).

import type { CalendarDay, Period } from '#platform/vocabulary/calendar-day';
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { stationingRefusals } from './stationing-refusals.rules';

export interface StationForm {
  documentNumber: string;
  validFrom: CalendarDay;
}

export function checkStationing(form: StationForm, region: { kind: string }): void {
  if (region.kind !== 'village') throw stationingRefusals.stationedInVillages();
  if (form.documentNumber.trim().length < 2 || form.documentNumber.length > 100)
    throw invalidInput('documentNumber', '文号须为 2 至 100 字', 'a document number has 2 to 100 characters');
}

interface Station {
  personId: string;
  validFrom: CalendarDay;
  /** half-open */
  validTo: CalendarDay | null;
}

export function checkEnd(station: Station, on: CalendarDay): void {
  if (station.validTo !== null) throw stationingRefusals.stationEnded();
  if (on < station.validFrom)
    throw invalidInput('on', '早于派驻之日', 'it lies before the stationing', { validFrom: station.validFrom });
}

export function checkSiteDay(
  station: Station,
  form: { day: CalendarDay; content: string },
  recorder: { personId: string | null; post: string },
  today: CalendarDay,
): void {
  if (recorder.personId !== station.personId && recorder.post !== 'town-officer')
    throw stationingRefusals.siteDayOfOther();
  if (form.day > today || form.day < station.validFrom || (station.validTo !== null && form.day >= station.validTo))
    throw stationingRefusals.siteDayOutside();
  if (form.content.trim().length < 2 || form.content.length > 500)
    throw invalidInput('content', '内容须为 2 至 500 字', 'a record has 2 to 500 characters');
  refusePersonalNumbers('content', form.content);
}

export interface WaitingRecord {
  personId: string;
  recordedBy: string;
  /** for whom it was recorded, under a delegation */
  recordedFor: string | null;
}

/** All that waits of a month, or nothing: a month is looked at as a whole. */
export function checkMonth(waiting: readonly WaitingRecord[], checker: Checker): void {
  if (waiting.length === 0) throw stationingRefusals.nothingToConfirm();
  for (const { personId, recordedBy, recordedFor } of waiting) {
    const own = !mayCheck(checker, { personId, principalId: null });
    if (own || !mayCheck(checker, { personId: recordedBy, principalId: recordedFor }))
      throw stationingRefusals.siteDayOwn();
  }
}

/** `2018-05`, half-open. */
export function monthOf(month: string): Period {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month))
    throw invalidInput('month', '月份须为 2018-05 的形式', 'a month is written like 2018-05');
  const [year = 0, at = 0] = month.split('-').map(Number);
  const next = at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, until: `${next}-01` };
}
