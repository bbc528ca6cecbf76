// Draws the sample (抽取样本) once the public number of the day is written down by somebody else.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { PublicNumber } from './public-number.entity';
import { VisitDraw } from './visit-draw.entity';
import { drawVillages } from './visit-draw.rules';
import { VisitSample } from './visit-sample.entity';

export async function drawVisitSample({ inScope }: Context, id: string): Promise<VisitDraw> {
  const notFound = () => commonRefusals.notFound({ what: '暗访抽样 draw of secret visits' });
  if (!isId(id)) throw notFound();
  try {
    return await inScope.write(
      { action: 'drawVisitSample', target: id },
      async (rows) => {
        const draw = await rows.manager.findOneBy(VisitDraw, { id });
        if (!draw) throw notFound();
        if (draw.drawnAt !== null) throw refusals.drawDone();
        const { numberSource: source, numberDay: day, issuerId } = draw;
        const drawnBy = await rows.manager.findOneBy(PublicNumber, { source, day });
        if (!drawnBy) throw refusals.numberAwaited({ source, day });
        if (drawnBy.enteredBy === issuerId) throw refusals.samePerson();
        const step = { number: drawnBy.number, numberBy: drawnBy.enteredBy, drawnAt: await rows.now() };
        await rows.manager.update(VisitDraw, { id }, step);
        const villages = drawVillages({ ...draw, number: drawnBy.number }, draw.pack);
        const samples = villages.map((village, at) => ({
          ...village,
          id: newId(),
          drawId: id,
          issuerId,
          round: draw.round,
          place: at + 1,
          releasedAt: null,
        }));
        await rows.manager.insert(VisitSample, samples);
        return Object.assign(draw, step);
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_visit_draw_in_steps') throw refusals.drawDone();
    throw error;
  }
}
