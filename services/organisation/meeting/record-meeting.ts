// Records a meeting (登记会议), or calls one for a day to come: with its agenda and the units that take part.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { memberUnitsOn } from '../leading-group/group-member.query';
import { LeadingGroup } from '../leading-group/leading-group.entity';
import { refusals } from '../refusals';
import { Region } from '../region/region.entity';
import { AgendaItem } from './agenda-item.entity';
import { airingColumns, askAiringSeals } from './ask-airing-seals';
import { markAttendance } from './mark-attendance';
import { Meeting } from './meeting.entity';
import type { MeetingInput } from './meeting.input';
import { checkConvening } from './meeting.rules';

export async function recordMeeting(context: Context<never>, input: MeetingInput): Promise<Meeting> {
  const { caller, inScope } = context;
  const { kind, regionId, title, heldOn, agenda } = input;
  if (!isId(regionId) || (await inScope.pathWithin(regionId)) === null)
    throw commonRefusals.notFound({ what: '地区 region' });
  refusePersonalNumbers('title', title);
  for (const item of agenda) refusePersonalNumbers('agenda.title', item.title);
  const seals = await askAiringSeals(context, agenda);
  const id = newId();
  return inScope
    .write({ action: 'recordMeeting', target: id, facts: { kind, regionId, heldOn } }, async (rows) => {
      const region = await rows.manager.findOneBy(Region, { id: regionId });
      if (!region) throw commonRefusals.notFound({ what: '地区 region' });
      const group = kind === 'study' ? null : await groupOn(rows, regionId, heldOn);
      checkConvening({ kind, region, group, heldOn }, caller);
      const place = { regionId, path: region.path, groupId: group?.id ?? null };
      await rows.manager.insert(Meeting, {
        id,
        kind,
        ...place,
        title,
        heldOn,
        recordedBy: caller.personId as string,
        recordedAt: await rows.now(),
      });
      const items = agenda.map((item, at) => ({
        id: newId(),
        meetingId: id,
        path: region.path,
        position: at + 1,
        title: item.title,
        presentedBy: item.presentedBy ?? null,
        ...airingColumns(item.airingId ? seals.get(item.airingId) : undefined),
      }));
      if (items.length > 0) await rows.manager.insert(AgendaItem, items);
      const invited = async () =>
        group ? (await memberUnitsOn(rows, group.id, heldOn)).map((unitId) => ({ unitId })) : [];
      await markAttendance(rows, { id, path: region.path }, input.attendance ?? (await invited()));
      return rows.manager.findOneByOrFail(Meeting, { id });
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'meeting_one_a_day') throw refusals.meetingRecordedAlready({ heldOn });
      throw error;
    });
}

async function groupOn(rows: WriteRows, regionId: string, day: string): Promise<LeadingGroup | null> {
  const [group] = await rows.select(
    LeadingGroup,
    'where t.region_id = $1 and t.founded_on <= $2 and (t.ended_on is null or t.ended_on > $2)',
    [regionId, day],
  );
  return group ?? null;
}
