// Looks for what came since (取新提醒): asked of assessments as any caller asks, so that its walls stand at each delivery.
import type { SubgraphDoor } from '#platform/graph/http-door';
import type { Caller } from '#platform/vocabulary/caller';
import { commonRefusals, Refusal, type RefusalFacts } from '#platform/vocabulary/refusal';

/** Where a stream stands: one that resumes is told all that came since, one that begins what is unread. */
export interface Seen {
  after: string | null;
  resumed: boolean;
}

export interface NoticeEdge {
  cursor: string;
  node: Record<string, unknown>;
}

const MOST_AT_ONCE = 50;
const NOTICES = `query($first: Int, $after: String, $unread: Boolean) {
  notices(first: $first, after: $after, unread: $unread, oldestFirst: true) {
    edges { cursor node { id kind title subject subjectId about text dueOn at } }
  }
}`;

export async function lookForNotices(
  door: SubgraphDoor,
  caller: Caller,
  seen: Seen,
  limitMs: number,
): Promise<NoticeEdge[]> {
  const variables = { first: MOST_AT_ONCE, after: seen.after, unread: seen.resumed ? null : true };
  const { data, errors } = await door.execute({ query: NOTICES, variables }, caller, limitMs);
  const [error] = errors ?? [];
  if (error) throw refusalOf(error.extensions);
  const { edges } = (data as { notices: { edges: NoticeEdge[] } | null } | null)?.notices ?? { edges: [] };
  seen.after = edges.at(-1)?.cursor ?? seen.after;
  return edges;
}

function refusalOf({ code, zh, en, facts }: Record<string, unknown> = {}): Refusal {
  if (typeof code !== 'string' || typeof zh !== 'string' || typeof en !== 'string')
    return commonRefusals.unavailable({ subgraph: 'assessments' });
  return new Refusal(code, { zh, en }, facts as RefusalFacts);
}
