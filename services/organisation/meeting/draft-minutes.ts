// Drafts the minutes (拟纪要) of a meeting that was held: text, attendance, resolutions; as often as needed until they are approved.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { Resolution } from '../resolution/resolution.entity';
import { checkOwners, type OwnerPlace } from '../resolution/resolution.rules';
import { findOpenMeeting } from './find-open-meeting';
import { markAttendance } from './mark-attendance';
import { Meeting } from './meeting.entity';
import type { MinutesInput, ResolutionInput } from './meeting.input';
import { checkDraft } from './meeting.rules';

export async function draftMinutes({ caller, inScope }: Context<never>, input: MinutesInput): Promise<Meeting> {
  const { meetingId, number, text, headcount, attendance, resolutions } = input;
  refusePersonalNumbers('text', text);
  for (const { content } of resolutions) refusePersonalNumbers('resolutions.content', content);
  const facts = { number, resolutions: resolutions.length };
  return inScope.write({ action: 'draftMinutes', target: meetingId, facts }, async (rows) => {
    const meeting = await findOpenMeeting(rows, meetingId);
    checkDraft(meeting, caller, await findToday(rows));
    if (attendance) await markAttendance(rows, meeting, attendance);
    await putResolutions(rows, meeting, number, resolutions);
    const drafted = {
      minutes: text,
      minutesNumber: number,
      headcount,
      minutesBy: caller.personId,
      minutesAt: await rows.now(),
      returnedBy: null,
      returnedAt: null,
      returnRemark: null,
    };
    await rows.manager.update(Meeting, { id: meetingId }, drafted);
    return Object.assign(meeting, drafted);
  });
}

async function putResolutions(
  rows: WriteRows,
  meeting: Meeting,
  minutesNumber: string,
  resolutions: readonly ResolutionInput[],
): Promise<void> {
  const owners = await ownersOf(rows, resolutions);
  checkOwners(meeting, resolutions, owners);
  await rows.manager.delete(Resolution, { meetingId: meeting.id });
  const drafted = resolutions.map(({ content, ownerUnitId, ownerRegionId, deadline }, at) => ({
    id: newId(),
    meetingId: meeting.id,
    regionId: meeting.regionId,
    path: meeting.path,
    position: at + 1,
    content,
    ownerUnitId: ownerUnitId ?? null,
    ownerRegionId: ownerRegionId ?? null,
    ownerPath: ownerRegionId ? (owners.get(ownerRegionId)?.path ?? null) : null,
    deadline: deadline ?? null,
    heldOn: meeting.heldOn,
    minutesNumber,
    publishedAt: null,
  }));
  if (drafted.length > 0) await rows.manager.insert(Resolution, drafted);
}

const OWNERS = `select u.id, 'unit' as kind, r.path from organisation.unit u join organisation.region r on r.id = u.region_id where u.id::text = any($1)
  union all select r.id, 'region' as kind, r.path from organisation.region r where r.id::text = any($2)`;

async function ownersOf(
  rows: WriteRows,
  resolutions: readonly ResolutionInput[],
): Promise<ReadonlyMap<string, OwnerPlace>> {
  const ids = (key: 'ownerUnitId' | 'ownerRegionId') => resolutions.flatMap((each) => each[key] ?? []);
  const found = await rows.query<OwnerPlace & { id: string }>(OWNERS, [ids('ownerUnitId'), ids('ownerRegionId')]);
  return new Map(found.map(({ id, ...place }) => [id, place]));
}
