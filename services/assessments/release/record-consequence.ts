// Records that a consequence of a light was carried out (办理亮灯后果): bulletin, explanation, talk, with its document.

import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Light } from '../light/light.entity';
import { lightRefusals } from '../light/light-refusals.rules';
import type { RecordConsequenceInput } from './release.input';
import { checkConsequence } from './release.rules';

export async function recordConsequence({ caller, inScope }: Context, input: RecordConsequenceInput): Promise<Light> {
  const { lightId, consequence, documentNumber, note, doneOn } = input;
  const notFound = () => commonRefusals.notFound({ what: '亮灯 light' });
  if (!isId(lightId)) throw notFound();
  parseCalendarDay(doneOn, 'doneOn');
  refusePersonalNumbers('note', note);
  try {
    return await inScope.write(
      { action: 'recordConsequence', target: lightId, facts: { consequence } },
      async (rows) => {
        const light = await rows.manager.findOneBy(Light, { id: lightId });
        if (!light) throw notFound();
        checkConsequence(light, consequence);
        const now = await rows.now();
        if (new Date(`${doneOn}T00:00:00+08:00`) > now)
          throw invalidInput('doneOn', '不能是将来的日期', 'is not in the future');
        await rows.query(
          `insert into assessments.light_consequence (light_id, consequence, region_id, path, document_number, note, done_on, recorded_by, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [lightId, consequence, light.regionId, light.path, documentNumber, note, doneOn, caller.personId, now],
        );
        return light;
      },
    );
  } catch (error) {
    if (brokenConstraint(error) === 'light_consequence_once') throw lightRefusals.consequenceRecorded();
    throw error;
  }
}
