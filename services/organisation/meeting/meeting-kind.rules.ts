// Kinds and states of meetings (会议类别、状态), and which kind is held where.
import type { RegionKind } from '#platform/vocabulary/region';

export enum MeetingKind {
  plenary = 'plenary',
  monthly = 'monthly',
  study = 'study',
}

export enum MeetingState {
  recorded = 'recorded',
  drafted = 'drafted',
  returned = 'returned',
  approved = 'approved',
  withdrawn = 'withdrawn',
}

/** Leading groups stand in city, districts and zones; a town studies the work (every week, as Laiwu told its towns). */
const heldAt: Readonly<Record<MeetingKind, readonly RegionKind[]>> = {
  plenary: ['city', 'district', 'zone'],
  monthly: ['city', 'district', 'zone'],
  study: ['town'],
};

export function isHeldAt(kind: MeetingKind, region: RegionKind): boolean {
  return heldAt[kind].includes(region);
}

export interface MeetingMarks {
  minutes: string | null;
  returnedAt: Date | null;
  approvedAt: Date | null;
  withdrawnAt: Date | null;
}

export function stateOf({ minutes, returnedAt, approvedAt, withdrawnAt }: MeetingMarks): MeetingState {
  if (withdrawnAt !== null) return MeetingState.withdrawn;
  if (approvedAt !== null) return MeetingState.approved;
  if (returnedAt !== null) return MeetingState.returned;
  return minutes === null ? MeetingState.recorded : MeetingState.drafted;
}
