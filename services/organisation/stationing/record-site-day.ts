// Records a day on site (登记驻村): by oneself, or by the town for a member of the work team.
import { newId } from '#platform/database/new-id';
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { SiteRecord } from './site-record.entity';
import { Stationing } from './stationing.entity';
import type { SiteRecordInput } from './stationing.input';
import { checkSiteDay } from './stationing.rules';
import { stationingRefusals } from './stationing-refusals.rules';

export async function recordSiteDay({ caller, inScope }: Context<never>, input: SiteRecordInput): Promise<SiteRecord> {
  const { stationingId, deed, day, content } = input;
  const what = '派驻 stationing';
  checkId(stationingId, what);
  const id = newId();
  try {
    return await inScope.write({ action: 'recordSiteDay', target: id, facts: { day, deed } }, async (rows) => {
      const station = await rows.manager.findOneBy(Stationing, { id: stationingId });
      if (!station) throw commonRefusals.notFound({ what });
      checkSiteDay(station, input, caller, await findToday(rows));
      const { personId, regionId, path } = station;
      const made = Object.assign(new SiteRecord(), {
        id,
        stationingId,
        personId,
        regionId,
        path,
        deed,
        day,
        content: content.trim(),
        recordedBy: caller.personId,
        recordedAt: await rows.now(),
        confirmedBy: null,
        struckBy: null,
        settledAt: null,
        remark: null,
      });
      await rows.manager.insert(SiteRecord, made);
      return made;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'site_record_once_a_day') throw stationingRefusals.siteDayRepeated();
    throw error;
  }
}
