// Finds a meeting to work on (待办会议), locked until the write ends: two hands at once are one after the other.
import type { WriteRows } from '#platform/database/in-scope';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Meeting } from './meeting.entity';

export async function findOpenMeeting(rows: WriteRows, id: string): Promise<Meeting> {
  const [meeting] = isId(id) ? await rows.select(Meeting, 'where t.id = $1 for update', [id]) : [];
  if (!meeting) throw commonRefusals.notFound({ what: '会议 meeting' });
  return meeting;
}
