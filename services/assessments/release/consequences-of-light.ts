// The consequences of a light (亮灯后果) with their due days; how they were carried out is told within one's range.
import type { Context } from '#platform/graph/context';
import type { Light } from '../light/light.entity';
import { LightConsequence } from './light-consequence.entity';
import { consequencesDone } from './light-release.loader';

const DAY = 24 * 60 * 60 * 1000;
const EIGHT_HOURS = 8 * 60 * 60 * 1000;

export async function consequencesOfLight(context: Context, light: Light): Promise<LightConsequence[]> {
  const done = context.caller.scope === 'region' ? await consequencesDone.load(context, light.id) : [];
  return light.consequences.map(({ consequence, source, dueDays, zh, en }) => {
    const carriedOut = done.find((each) => each.consequence === consequence);
    return Object.assign(new LightConsequence(), {
      consequence,
      source,
      title: `${zh} · ${en}`,
      dueOn: light.confirmedAt && dayAfter(light.confirmedAt, dueDays),
      doneOn: carriedOut?.doneOn ?? null,
      documentNumber: carriedOut?.documentNumber ?? null,
    });
  });
}

/** The day in Beijing so many days after an instant. */
function dayAfter(at: Date, days: number): string {
  return new Date(at.getTime() + EIGHT_HOURS + days * DAY).toISOString().slice(0, 10);
}
