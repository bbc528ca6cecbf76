// Loads leading groups and their meetings, and approves the minutes last, as the database wants it of anybody.
import type { Client } from 'pg';
import { hashOfMinutes } from '../../services/organisation/meeting/meeting.rules';
import { MeetingKind } from '../../services/organisation/meeting/meeting-kind.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import type { MeetingRow } from '../generate/leadership';
import { insertRows } from './insert-rows';

type Tick = (rows: number) => void;
export type LeadershipRows = Pick<City, 'regions' | 'units' | 'leadership'>;

/** Minutes are drafted on the day of the meeting and approved on the next. */
const at = (day: string, days: number) => {
  const later = new Date(`${day}T08:00:00.000Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString();
};

export async function loadLeadership(client: Client, city: LeadershipRows, tick: Tick): Promise<void> {
  const { groups, members, meetings } = city.leadership;
  await insertRows(
    client,
    'organisation.leading_group',
    {
      id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      name: 'text',
      document_number: 'text',
      office_unit_id: 'uuid',
      founded_on: 'date',
    },
    groups,
    (row) => [row.id, row.regionId, row.path, row.name, row.documentNumber, row.officeUnitId, row.foundedOn],
    tick,
  );
  await insertRows(
    client,
    'organisation.group_member',
    {
      id: 'uuid',
      group_id: 'uuid',
      unit_id: 'uuid',
      person_id: 'uuid',
      seat: 'text',
      post_title: 'text',
      valid_from: 'date',
    },
    members,
    (row) => [row.id, row.groupId, row.unitId, row.personId, row.seat, row.postTitle, row.validFrom],
    tick,
  );
  await loadMeetings(client, meetings, tick);
  await loadParts(client, city, tick);
  await approve(client, meetings);
}

async function loadMeetings(client: Client, meetings: readonly MeetingRow[], tick: Tick): Promise<void> {
  const columns = {
    id: 'uuid',
    kind: 'text',
    group_id: 'uuid',
    region_id: 'uuid',
    path: 'text',
    title: 'text',
    held_on: 'date',
    recorded_by: 'uuid',
    recorded_at: 'timestamptz',
    headcount: 'int',
    minutes: 'text',
    minutes_number: 'text',
    minutes_by: 'uuid',
    minutes_at: 'timestamptz',
  };
  const rowOf = (row: MeetingRow) => {
    const place = [row.id, row.kind, row.groupId, row.regionId, row.path, row.title, row.heldOn];
    const drafted = [row.headcount, row.minutes, row.minutesNumber, row.recordedBy, at(row.heldOn, 0)];
    return [...place, row.recordedBy, at(row.heldOn, 0), ...drafted];
  };
  await insertRows(client, 'organisation.meeting', columns, meetings, rowOf, tick);
}

async function loadParts(client: Client, city: LeadershipRows, tick: Tick): Promise<void> {
  const { meetings } = city.leadership;
  const pathOf = new Map(city.regions.map(({ id, path }) => [id, path]));
  const regionOf = new Map(city.units.map(({ id, regionId }) => [id, regionId]));
  const id = (kind: string, meeting: MeetingRow, key: string | number) => idOf(0, kind, `${meeting.id}/${key}`);
  await insertRows(
    client,
    'organisation.agenda_item',
    { id: 'uuid', meeting_id: 'uuid', path: 'text', position: 'int', title: 'text' },
    meetings.flatMap((meeting) => meeting.agenda.map((title, place) => ({ meeting, title, place }))),
    ({ meeting, title, place }) => [id('agenda', meeting, place), meeting.id, meeting.path, place + 1, title],
    tick,
  );
  await insertRows(
    client,
    'organisation.meeting_attendance',
    {
      id: 'uuid',
      meeting_id: 'uuid',
      path: 'text',
      unit_id: 'uuid',
      attendee_region_id: 'uuid',
      attendee_path: 'text',
      present: 'boolean',
    },
    meetings.flatMap((meeting) => meeting.attendance.map((mark) => ({ meeting, ...mark }))),
    ({ meeting, unitId, present }) => {
      const regionId = regionOf.get(unitId) ?? meeting.regionId;
      const row = [id('attendance', meeting, unitId), meeting.id, meeting.path, unitId, regionId];
      return [...row, pathOf.get(regionId), present];
    },
    tick,
  );
  await insertRows(
    client,
    'organisation.resolution',
    {
      id: 'uuid',
      meeting_id: 'uuid',
      region_id: 'uuid',
      path: 'text',
      position: 'int',
      content: 'text',
      owner_unit_id: 'uuid',
      owner_region_id: 'uuid',
      owner_path: 'text',
      deadline: 'date',
      held_on: 'date',
      minutes_number: 'text',
    },
    meetings.flatMap((meeting) => meeting.resolutions.map((drafted, place) => ({ meeting, drafted, place }))),
    ({ meeting, drafted, place }) => {
      const { content, ownerUnitId = null, ownerRegionId = null, deadline = null } = drafted;
      const row = [id('resolution', meeting, place), meeting.id, meeting.regionId, meeting.path, place + 1, content];
      const ownerPath = ownerRegionId && pathOf.get(ownerRegionId);
      return [...row, ownerUnitId, ownerRegionId, ownerPath, deadline, meeting.heldOn, meeting.minutesNumber];
    },
    tick,
  );
}

async function approve(client: Client, meetings: readonly MeetingRow[]): Promise<void> {
  const approved = meetings.filter(({ approvedBy }) => approvedBy !== null);
  const ids = approved.map(({ id }) => id);
  const times = approved.map(({ heldOn }) => at(heldOn, 1));
  await client.query(
    `update organisation.resolution r set published_at = k.at from unnest($1::uuid[], $2::timestamptz[]) k(id, at) where r.meeting_id = k.id`,
    [ids, times],
  );
  await client.query(
    `update organisation.meeting m set approved_by = k.by, approved_at = k.at, minutes_hash = k.hash
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[]) k(id, by, at, hash) where m.id = k.id`,
    [ids, approved.map(({ approvedBy }) => approvedBy), times, approved.map(hashOf)],
  );
}

function hashOf(meeting: MeetingRow): string {
  const { id: meetingId, kind, heldOn, minutesNumber, headcount, minutes } = meeting;
  return hashOfMinutes({
    meetingId,
    kind: MeetingKind[kind],
    heldOn,
    minutesNumber,
    headcount,
    minutes,
    agenda: meeting.agenda.map((title, place) => ({
      position: place + 1,
      title,
      airingTitle: null,
      airingQuarter: null,
      airingHash: null,
    })),
    attendance: meeting.attendance.map((mark) => ({ ...mark, personId: null })),
    resolutions: meeting.resolutions.map(({ content, ownerUnitId, ownerRegionId, deadline }, place) => ({
      position: place + 1,
      content,
      ownerUnitId: ownerUnitId ?? null,
      ownerRegionId: ownerRegionId ?? null,
      deadline: deadline ?? null,
    })),
  });
}
