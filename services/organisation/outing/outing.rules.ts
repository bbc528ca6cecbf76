// Outings (大走访、观摩、访贫问苦): which are held where, told after they took place, and confirmed by another person.

import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { RegionKind } from '#platform/vocabulary/region';
import { dutyRefusals } from '../meeting-obligation/duty-refusals.rules';

export enum OutingKind {
  bigVisit = 'big-visit',
  observationTour = 'observation-tour',
  visitToThePoor = 'visit-to-the-poor',
}

const heldBy: Readonly<Record<OutingKind, readonly RegionKind[]>> = {
  [OutingKind.bigVisit]: ['city', 'district', 'zone'],
  [OutingKind.observationTour]: ['city'],
  [OutingKind.visitToThePoor]: ['city'],
};

export interface OutingForm {
  kind: OutingKind;
  heldOn: CalendarDay;
  title: string;
  note: string;
  people: number;
}

export function checkOuting(
  form: OutingForm,
  region: { id: string; kind: RegionKind },
  own: string | null,
  today: CalendarDay,
): void {
  if (region.id !== own) throw dutyRefusals.notYourRegion();
  if (!heldBy[form.kind].includes(region.kind))
    throw dutyRefusals.outingNotHere({ kind: form.kind, region: region.kind });
  if (form.heldOn > today) throw invalidInput('heldOn', '日期晚于今天', 'the day lies after today', { today });
  if (form.title.trim().length < 2 || form.title.length > 200)
    throw invalidInput('title', '名称须为 2 至 200 字', 'a title has 2 to 200 characters');
  if (form.note.trim().length < 2 || form.note.length > 2000)
    throw invalidInput('note', '情况须为 2 至 2000 字', 'a note has 2 to 2000 characters');
  for (const field of ['title', 'note'] as const) refusePersonalNumbers(field, form[field]);
  if (form.people < 1 || form.people > 20_000)
    throw invalidInput('people', '参加人数须为 1 至 20000', '1 to 20000 people take part');
}

export function checkConfirmation(
  outing: { recordedBy: string; confirmedAt: Date | null },
  personId: string | null,
): void {
  if (outing.confirmedAt !== null) throw dutyRefusals.outingConfirmed();
  if (outing.recordedBy === personId) throw dutyRefusals.outingOwn();
}
