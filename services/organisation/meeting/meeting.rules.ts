// Meetings (会议): who records one where, when minutes may be drafted, and that two people stand behind approved minutes.
import { contentHash } from '#platform/vocabulary/canonical';
import type { RegionKind } from '#platform/vocabulary/region';
import { refusals } from '../refusals';
import { isHeldAt, type MeetingKind, type MeetingMarks, MeetingState, stateOf } from './meeting-kind.rules';

/** The person and the region that the appointment stands for; never what the client says. */
export interface Officer {
  personId: string | null;
  regionId: string | null;
}

export interface Convening {
  kind: MeetingKind;
  region: { id: string; kind: RegionKind };
  /** null where the region has no leading group that stands on the day */
  group: { foundedOn: string } | null;
  heldOn: string;
}

export function checkConvening({ kind, region, group, heldOn }: Convening, officer: Officer): void {
  if (region.id !== officer.regionId) throw refusals.meetingNotYours();
  if (!isHeldAt(kind, region.kind)) throw refusals.meetingNotHeldHere({ kind, region: region.kind });
  if (kind !== 'study' && (group === null || group.foundedOn > heldOn)) throw refusals.noLeadingGroup();
}

export interface RecordedMeeting extends MeetingMarks {
  regionId: string;
  heldOn: string;
  recordedBy: string;
  minutesBy: string | null;
}

function checkOpen(meeting: RecordedMeeting): void {
  const state = stateOf(meeting);
  if (state === MeetingState.approved) throw refusals.minutesFrozen();
  if (state === MeetingState.withdrawn) throw refusals.meetingWithdrawn();
}

/** The agenda, the minutes and the withdrawal are in the hands of the region that held the meeting, until it is approved. */
export function checkHand(meeting: RecordedMeeting, officer: Officer): void {
  checkOpen(meeting);
  if (meeting.regionId !== officer.regionId) throw refusals.meetingNotYours();
}

/** `today`: by the database's clock, in Beijing. */
export function checkDraft(meeting: RecordedMeeting, officer: Officer, today: string): void {
  checkHand(meeting, officer);
  if (meeting.heldOn > today) throw refusals.meetingNotHeldYet({ heldOn: meeting.heldOn });
}

/** Another person than recorded the meeting or drafted its minutes, of the same level or above: below it nobody sees the draft. */
export function checkApproval(meeting: RecordedMeeting, officer: Officer): void {
  checkOpen(meeting);
  if (stateOf(meeting) !== MeetingState.drafted) throw refusals.minutesNotDrafted();
  if (officer.personId === meeting.recordedBy || officer.personId === meeting.minutesBy)
    throw refusals.minutesBySamePerson();
}

export interface ApprovedAgendaItem {
  position: number;
  title: string;
  airingTitle: string | null;
  airingQuarter: string | null;
  airingHash: string | null;
}

/** The minutes as they are frozen: below the text, each airing table that was on the agenda with its hash. */
export function citingAirings(text: string, agenda: readonly ApprovedAgendaItem[]): string {
  const cited = agenda.flatMap(({ airingTitle, airingQuarter, airingHash }) =>
    airingHash === null ? [] : [`附：晾晒表《${airingTitle}》（${airingQuarter}），sha256:${airingHash}`],
  );
  return [text.trim(), ...cited].join('\n');
}

export interface SealedMinutes {
  meetingId: string;
  kind: MeetingKind;
  heldOn: string;
  minutesNumber: string | null;
  headcount: number | null;
  minutes: string;
  agenda: readonly ApprovedAgendaItem[];
  attendance: readonly { unitId: string; personId: string | null; present: boolean | null }[];
  resolutions: readonly {
    position: number;
    content: string;
    ownerUnitId: string | null;
    ownerRegionId: string | null;
    deadline: string | null;
  }[];
}

/** One hash for all that was approved; rows are put in order, so that it does not depend on how they were read. */
export function hashOfMinutes(sealed: SealedMinutes): string {
  const { agenda, attendance, resolutions, ...rest } = sealed;
  const inOrder = <T extends { position: number }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => a.position - b.position);
  return contentHash({
    ...rest,
    agenda: inOrder(agenda).map(({ position, title, airingTitle, airingQuarter, airingHash }) => ({
      position,
      title,
      airingTitle,
      airingQuarter,
      airingHash,
    })),
    attendance: [...attendance]
      .sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
      .map(({ unitId, personId, present }) => ({ unitId, personId, present })),
    resolutions: inOrder(resolutions).map(({ position, content, ownerUnitId, ownerRegionId, deadline }) => ({
      position,
      content,
      ownerUnitId,
      ownerRegionId,
      deadline,
    })),
  });
}
