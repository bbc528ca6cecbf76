// Marks who attended (出席) a meeting that is still open: each unit once, in the place of what was marked before.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { AttendanceInput } from './meeting.input';
import { MeetingAttendance } from './meeting-attendance.entity';

interface UnitPlace {
  id: string;
  regionId: string;
  path: string;
}

const PLACES = `select u.id, u.region_id as "regionId", r.path from organisation.unit u join organisation.region r on r.id = u.region_id
  where u.id = any($1::uuid[])`;

export async function markAttendance(
  rows: WriteRows,
  meeting: { id: string; path: string },
  attendance: readonly AttendanceInput[],
): Promise<void> {
  const ids = attendance.map(({ unitId }) => unitId);
  if (new Set(ids).size < ids.length)
    throw invalidInput('attendance', '同一单位只登记一次', 'a unit is marked once', {});
  if (!ids.every(isId)) throw commonRefusals.notFound({ what: '单位 unit' });
  const places = new Map((await rows.query<UnitPlace>(PLACES, [ids])).map((place) => [place.id, place]));
  const marked = attendance.map(({ unitId, personId, present }) => {
    const place = places.get(unitId);
    if (!place) throw commonRefusals.notFound({ what: '单位 unit' });
    return {
      id: newId(),
      meetingId: meeting.id,
      path: meeting.path,
      unitId,
      attendeeRegionId: place.regionId,
      attendeePath: place.path,
      personId: personId ?? null,
      present: present ?? null,
    };
  });
  await rows.manager.delete(MeetingAttendance, { meetingId: meeting.id });
  if (marked.length > 0) await rows.manager.insert(MeetingAttendance, marked);
}
