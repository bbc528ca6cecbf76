// Puts a sealed airing table (晾晒表) on the agenda of a meeting whose minutes are not approved, with the hash that it has now.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { AgendaItem } from './agenda-item.entity';
import { airingColumns, askAiringSeals } from './ask-airing-seals';
import { findOpenMeeting } from './find-open-meeting';
import type { Meeting } from './meeting.entity';
import { checkHand } from './meeting.rules';

export async function putAiringOnAgenda(
  context: Context<never>,
  meetingId: string,
  airingId: string,
): Promise<Meeting> {
  const seals = await askAiringSeals(context, [{ airingId }]);
  const seal = seals.get(airingId);
  return context.inScope.write(
    { action: 'putAiringOnAgenda', target: meetingId, facts: { airingId, airingHash: seal?.hash } },
    async (rows) => {
      const meeting = await findOpenMeeting(rows, meetingId);
      checkHand(meeting, context.caller);
      const [last] = await rows.query<{ position: number }>(
        'select coalesce(max(position), 0)::int as position from organisation.agenda_item where meeting_id = $1',
        [meetingId],
      );
      await rows.manager.insert(AgendaItem, {
        id: newId(),
        meetingId,
        path: meeting.path,
        position: (last?.position ?? 0) + 1,
        title: seal?.title ?? '',
        presentedBy: null,
        ...airingColumns(seal),
      });
      return meeting;
    },
  );
}
