// Meetings by id, and of each its agenda and its attendance.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { AgendaItem } from './agenda-item.entity';
import { Meeting } from './meeting.entity';
import { MeetingAttendance } from './meeting-attendance.entity';

export const meetingById = defineLoader<Meeting | null>(
  'meeting by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Meeting, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (meeting) => meeting.id),
);

export const agendaOfMeeting = defineLoader<AgendaItem[]>(
  'agenda of a meeting',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(AgendaItem, 'where t.meeting_id = any($1::uuid[]) order by t.position', [ids]),
      (item) => item.meetingId,
    ),
);

export const attendanceOfMeeting = defineLoader<MeetingAttendance[]>(
  'attendance of a meeting',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(MeetingAttendance, 'where t.meeting_id = any($1::uuid[]) order by t.unit_id', [ids]),
      (attendance) => attendance.meetingId,
    ),
);
