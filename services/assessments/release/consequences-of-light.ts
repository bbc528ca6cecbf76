// The consequences of a light (亮灯后果) with their due days; how they were carried out is told within one's range.
import type { Context } from '#platform/graph/context';
import { addDays, beijingDay } from '#platform/vocabulary/calendar-day';
import type { Light } from '../light/light.entity';
import { LightConsequence } from './light-consequence.entity';
import { consequencesDone } from './light-release.loader';

export async function consequencesOfLight(context: Context, light: Light): Promise<LightConsequence[]> {
  const done = context.caller.scope === 'region' ? await consequencesDone.load(context, light.id) : [];
  return light.consequences.map(({ consequence, source, dueDays, zh, en }) => {
    const carriedOut = done.find((each) => each.consequence === consequence);
    return Object.assign(new LightConsequence(), {
      consequence,
      source,
      title: `${zh} · ${en}`,
      dueOn: light.confirmedAt && addDays(beijingDay(light.confirmedAt), dueDays),
      doneOn: carriedOut?.doneOn ?? null,
      documentNumber: carriedOut?.documentNumber ?? null,
    });
  });
}
