// Delivers notices by telephone (提醒送达): claims what waits, looks at the right of each recipient as it stands now, hands over, and says how it went.
import { newId } from '#platform/database/new-id';
import { type Errand, type ErrandAt, inRounds } from '#platform/graph/errand';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import type { AssessmentsTools } from '../tools';
import { findNotice } from './list-notices';
import type { NoticeKind } from './notice.rules';
import { type DeliveryOutcome, deliveryText, pauseAfter } from './notice-delivery.rules';

/** Handed over one after the other: a round of them ends before its claim does. */
const MOST_IN_ROUND = 10;

interface Claimed {
  id: string;
  noticeId: string;
  kind: NoticeKind;
  dueOn: string | null;
  attempts: number;
  personId: string;
  appointmentId: string;
  sealed: Buffer;
  withdrawn: boolean;
  now: Date;
}
interface Ended {
  outcome: DeliveryOutcome | null;
  error?: string;
}

const CLAIM = `select id, notice_id as "noticeId", kind, due_on::text as "dueOn", attempts, person_id as "personId", appointment_id as "appointmentId",
  sealed, withdrawn, claimed_at as now from assessments.claim_deliveries($1, $2, $3)`;
const STANDING =
  'query($id: ID!, $person: ID!) { appointmentStanding(id: $id, personId: $person) { post level line scope regionId unitId regionEpoch standsFor } }';

export function deliverNotices(at: ErrandAt<AssessmentsTools>): Errand | null {
  const { outgoing, deliveryPauseMs } = at.tools;
  if (outgoing.size === 0) return null;
  return inRounds(at.log, deliveryPauseMs, async () => {
    await at.query('select assessments.settle_closed_channels($1)', [[...outgoing.keys()]]);
    for (const port of outgoing.values()) {
      const claimed = await at.query<Claimed>(CLAIM, [port.channel, MOST_IN_ROUND, port.mostPerMinute]);
      for (const one of claimed) {
        const { outcome, error = null } = await handOver(at, port, one);
        await at.query('select assessments.settle_delivery($1, $2, $3, $4, $5)', [
          one.id,
          one.attempts,
          outcome,
          pauseAfter(one.attempts),
          error,
        ]);
      }
    }
  });
}

async function handOver(
  at: ErrandAt<AssessmentsTools>,
  port: typeof at.tools.outgoing extends ReadonlyMap<string, infer Port> ? Port : never,
  one: Claimed,
): Promise<Ended> {
  if (one.withdrawn) return { outcome: 'withdrawn' };
  const asked = await isStillTold(at, one).catch((error: unknown) => {
    at.log.error({ err: error }, 'whether a notice may still be told could not be learnt');
    return null;
  });
  if (asked === null) return again(one, 'right-unknown');
  if (!asked) return { outcome: 'withheld' };
  const mobile = at.tools.personalData.open(one.sealed);
  const told = await port.hand({ id: one.id, mobile, text: deliveryText(one), at: one.now });
  if (told.verdict === 'taken') return { outcome: 'delivered' };
  return told.verdict === 'refused' ? { outcome: 'refused', error: told.error } : again(one, told.error);
}

const again = ({ attempts }: Claimed, error: string): Ended => ({
  outcome: pauseAfter(attempts) === null ? 'given-up' : null,
  error,
});

/** The very question that the list of notices asks, as the recipient stands now; whoever stands no more is told nothing. */
async function isStillTold(at: ErrandAt<AssessmentsTools>, { noticeId, personId, appointmentId }: Claimed) {
  const nobody = anonymousCaller(newId());
  const { appointmentStanding: standing } = await at
    .contextOf(nobody)
    .ask<{ appointmentStanding: Partial<Caller> | null }>('organisation', STANDING, {
      id: appointmentId,
      person: personId,
    });
  if (!standing) return false;
  return (await findNotice(at.contextOf({ ...nobody, ...standing, personId, appointmentId }), noticeId)) !== null;
}
