// Ends an absence before its last day (提前返岗): from today on the helper has the households alone again.
import { TODAY } from '#platform/database/today';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { HouseholdsContext } from '../tools';
import { pairingRefusals as refusals } from './pairing-refusals.rules';

export async function endAbsence({ caller, inScope }: HouseholdsContext, absenceId: string): Promise<string> {
  const what = '外出 absence';
  checkId(absenceId, what);
  return inScope.write({ action: 'endAbsence', target: absenceId }, async (rows) => {
    const found = await rows.query<{ helperId: string }>(
      'select s.helper_id as "helperId" from households.stand_in s where s.absence_id = $1 limit 1',
      [absenceId],
    );
    if (!found[0]) throw commonRefusals.notFound({ what });
    if (caller.post === 'helper' && found[0].helperId !== caller.personId) throw refusals.absenceOfAnother();
    const ended = await rows.query<{ id: string }>(
      `with ended as (
         update households.stand_in s set valid_to = greatest(s.valid_from, ${TODAY}), ended_by = $2, ended_at = now()
         where s.absence_id = $1 and s.valid_to > s.valid_from and s.valid_to > ${TODAY} returning s.id)
       select id from ended`,
      [absenceId, caller.personId],
    );
    if (ended.length === 0) throw refusals.absenceOver();
    return absenceId;
  });
}
