// Records the public number of a day (登记公开号码), whether or not anything was drawn by it: the register tells nothing of secret visits.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { PublicNumber } from './public-number.entity';
import { secretVisitPackToday } from './secret-visit-pack-today';
import type { PublicNumberInput } from './visit-draw.input';

export async function recordPublicNumber(context: Context, input: PublicNumberInput): Promise<PublicNumber> {
  const { source, day, number, address } = input;
  const { personId } = context.caller;
  const { numberSources } = await secretVisitPackToday(context);
  const known = numberSources.find(({ key }) => key === source);
  if (!known || personId === null) throw commonRefusals.notFound({ what: '号码来源 source of the number' });
  if (!new RegExp(known.form).test(number))
    throw invalidInput('number', '与该来源的号码形式不符', 'is not written as the numbers of that source are');
  try {
    return await context.inScope.write(
      { action: 'recordPublicNumber', target: `${source} ${day}`, facts: { number } },
      async (rows) => {
        const enteredAt = await rows.now();
        if (day > beijingDay(enteredAt)) throw invalidInput('day', '该日尚未到', 'that day has not come');
        const entered = { source, day, number, address, enteredBy: personId, enteredAt };
        await rows.manager.insert(PublicNumber, entered);
        return Object.assign(new PublicNumber(), entered);
      },
    );
  } catch (error) {
    if (brokenConstraint(error) === 'public_number_pkey') throw refusals.numberTaken({ source, day });
    throw error;
  }
}
