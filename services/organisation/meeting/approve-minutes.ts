// Approves minutes (批准纪要) by another person: they cite the airing tables' hashes, are frozen, and publish the resolutions.
import type { WriteRows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { refusals } from '../refusals';
import { Resolution } from '../resolution/resolution.entity';
import { AgendaItem } from './agenda-item.entity';
import { findOpenMeeting } from './find-open-meeting';
import { Meeting } from './meeting.entity';
import { checkApproval, citingAirings, hashOfMinutes } from './meeting.rules';
import { MeetingAttendance } from './meeting-attendance.entity';

export async function approveMinutes({ caller, inScope }: Context<never>, id: string): Promise<Meeting> {
  return inScope
    .write({ action: 'approveMinutes', target: id }, async (rows) => {
      const meeting = await findOpenMeeting(rows, id);
      checkApproval(meeting, caller);
      const approvedAt = await rows.now();
      const sealed = await sealOf(rows, meeting);
      await rows.manager.update(Resolution, { meetingId: id }, { publishedAt: approvedAt });
      const approved = { ...sealed, approvedBy: caller.personId, approvedAt };
      await rows.manager.update(Meeting, { id }, approved);
      rows.deed.facts = { minutesHash: sealed.minutesHash };
      return Object.assign(meeting, approved);
    })
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'meeting_minutes_four_eyes') throw refusals.minutesBySamePerson();
      if (broken === 'meeting_minutes_number_unique') throw refusals.minutesNumberTaken();
      throw error;
    });
}

async function sealOf(rows: WriteRows, meeting: Meeting): Promise<{ minutes: string; minutesHash: string }> {
  const ofMeeting = 'where t.meeting_id = $1';
  const agenda = await rows.select(AgendaItem, `${ofMeeting} order by t.position`, [meeting.id]);
  const attendance = await rows.select(MeetingAttendance, ofMeeting, [meeting.id]);
  const resolutions = await rows.select(Resolution, ofMeeting, [meeting.id]);
  const minutes = citingAirings(meeting.minutes ?? '', agenda);
  const { id: meetingId, kind, heldOn, minutesNumber, headcount } = meeting;
  const head = { meetingId, kind, heldOn, minutesNumber, headcount, minutes };
  return { minutes, minutesHash: hashOfMinutes({ ...head, agenda, attendance, resolutions }) };
}
