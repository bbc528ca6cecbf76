// Strikes a record of a day on site that was wrong (作废驻村记录), with a reason, before it is confirmed.

import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { SiteRecord } from './site-record.entity';
import { stationingRefusals } from './stationing-refusals.rules';

export async function strikeSiteDay({ caller, inScope }: Context<never>, id: string, remark: string) {
  const what = '驻村记录 site record';
  checkId(id, what);
  if (remark.trim().length < 2 || remark.length > 500)
    throw invalidInput('remark', '原因须为 2 至 500 字', 'a remark has 2 to 500 characters');
  refusePersonalNumbers('remark', remark);
  return inScope.write({ action: 'strikeSiteDay', target: id }, async (rows) => {
    const record = await rows.manager.findOneBy(SiteRecord, { id });
    if (!record) throw commonRefusals.notFound({ what });
    if (record.settledAt !== null) throw stationingRefusals.siteDaySettled();
    const change = { struckBy: caller.personId, settledAt: await rows.now(), remark: remark.trim() };
    await rows.manager.update(SiteRecord, { id }, change);
    return Object.assign(record, change);
  });
}
