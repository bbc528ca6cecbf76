// Takes what funds told (接收资金子图事件), one event after the other: each is there once, with the rows that it makes and the cursor, or not at all.
import { newId } from '#platform/database/new-id';
import { type Errand, type ErrandAt, inRounds } from '#platform/graph/errand';
import { anonymousCaller } from '#platform/vocabulary/caller';

const AT_ONCE = 100;
const EVENTS = 'query($after:Int!,$first:Int!){fundsEvents(after:$after,first:$first)}';
const TAKE = 'select households.take_funds_event($1, $2, $3, $4) as outcome';

interface FundsEvent {
  epoch: number;
  kind: string;
  subjectId: string;
  body: unknown;
}

/** Answers how many were taken. An event whose place moves, or is not known here yet, waits, and all behind it wait with it. */
export async function takeFundsEvents({ query, contextOf }: Pick<ErrandAt, 'query' | 'contextOf'>): Promise<number> {
  const { ask } = contextOf(anonymousCaller(newId()));
  for (let taken = 0; ; ) {
    const [reached] = await query<{ epoch: number }>('select households.reached_event() as epoch');
    const { fundsEvents } = await ask<{ fundsEvents: FundsEvent[] }>('funds', EVENTS, {
      after: reached?.epoch ?? 0,
      first: AT_ONCE,
    });
    for (const { epoch, kind, subjectId, body } of fundsEvents) {
      const [answer] = await query<{ outcome: string }>(TAKE, [epoch, kind, subjectId, JSON.stringify(body)]);
      if (answer?.outcome === 'place-moving')
        throw new Error(`event ${epoch} of funds waits for the region it is about`);
      taken += Number(answer?.outcome === 'taken');
    }
    if (fundsEvents.length < AT_ONCE) return taken;
  }
}

const PAUSE_MS = 3000;

/** While funds is away, households works on; that it is away is told once, and it is caught up with when it is back. */
export function followFunds(at: ErrandAt<never>): Errand {
  let isAway = false;
  return inRounds(at.log, PAUSE_MS, async () => {
    try {
      await takeFundsEvents(at);
      isAway = false;
    } catch (error) {
      if (isAway) return;
      isAway = true;
      throw error;
    }
  });
}
