// The deeds of a meeting as a client words them: record, draft the minutes, approve them.
import type { Caller } from '#platform/vocabulary/caller';
import type { Desk } from './organisation-desk';

export const RECORD =
  'mutation($i: MeetingInput!) { recordMeeting(input: $i) { id state attendance { present unit { code } } } }';
export const DRAFT =
  'mutation($i: MinutesInput!) { draftMinutes(input: $i) { id state resolutions { id publishedAt } } }';
export const APPROVE =
  'mutation($id: ID!) { approveMinutes(id: $id) { state minutes minutesHash approvedBy { id } resolutions { id publishedAt } } }';

export const minutes = (meetingId: string, more = {}) => ({
  i: {
    meetingId,
    number: '口镇扶学〔2018〕20号',
    text: '学习上级部署，研究本周工作。',
    headcount: 12,
    resolutions: [],
    ...more,
  },
});

/** Answers of free-form queries, as JSON is read: a test says what it expects to find in them. */
type Data = ReturnType<typeof JSON.parse>;
const callers = new WeakMap<Desk, Map<string, Caller>>();

/** Signs in once an account. */
export async function asOfficer(desk: Desk, account: string, query: string, variables?: Record<string, unknown>) {
  const known = callers.get(desk) ?? new Map<string, Caller>();
  callers.set(desk, known);
  const caller = known.get(account) ?? (await desk.as(account));
  known.set(account, caller);
  const { data, codes } = await desk.ask(caller, query, variables);
  return { data: data as unknown as Data, codes };
}
