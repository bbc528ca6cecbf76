// Confirms what waits of a month on site (确认驻村记录): once, all of it, by another person.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkMonth, monthOf, type WaitingRecord } from './stationing.rules';
import { stationingRefusals } from './stationing-refusals.rules';

const WAITING = `select t.person_id as "personId", t.recorded_by as "recordedBy", (t.hands ->> 'recorded_by')::uuid as "recordedFor"
  from organisation.site_record t where t.stationing_id = $1 and t.day >= $2 and t.day < $3 and t.settled_at is null for update`;
const CONFIRM = `update organisation.site_record set confirmed_by = $4, settled_at = now()
  where stationing_id = $1 and day >= $2 and day < $3 and settled_at is null`;

/** How many records were confirmed. */
export async function confirmSiteDays({ caller, inScope }: Context<never>, stationingId: string, month: string) {
  const what = '派驻 stationing';
  checkId(stationingId, what);
  const { from, until } = monthOf(month);
  try {
    return await inScope.write({ action: 'confirmSiteDays', target: stationingId, facts: { month } }, async (rows) => {
      const asked = [stationingId, from, until];
      const [station] = await rows.query('select 1 from organisation.stationing where id = $1', [stationingId]);
      if (!station) throw commonRefusals.notFound({ what });
      const waiting = await rows.query<WaitingRecord>(WAITING, asked);
      const { personId, principalId, standsFor } = caller;
      checkMonth(waiting, { personId: personId as string, principalId, standsFor });
      await rows.query(CONFIRM, [...asked, personId]);
      return waiting.length;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'site_record_four_eyes') throw stationingRefusals.siteDayOwn();
    throw error;
  }
}
