// Releases a draw (公布抽样) with all its visits in one transaction: numbers, findings and what anybody can recompute arise now and not before.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Inspection } from '../inspection/inspection.entity';
import { numbered } from '../inspection/release-inspection';
import { refusals } from '../refusals';
import { secretVisitPackToday } from './secret-visit-pack-today';
import { VisitDraw } from './visit-draw.entity';
import { VisitSample } from './visit-sample.entity';

export async function releaseVisitDraw(context: Context, id: string): Promise<VisitDraw> {
  const notFound = () => commonRefusals.notFound({ what: '暗访抽样 draw of secret visits' });
  if (!isId(id)) throw notFound();
  const { series } = await secretVisitPackToday(context);
  try {
    return await context.inScope.write(
      { action: 'releaseVisitDraw', target: id },
      async (rows) => {
        const draw = await rows.manager.findOneBy(VisitDraw, { id });
        if (!draw) throw notFound();
        if (draw.drawnAt === null) throw refusals.drawNotDone();
        if (draw.releasedAt !== null) throw refusals.drawReleased();
        const visits = await rows.manager.find(Inspection, { where: { drawId: id }, order: { id: 'ASC' } });
        const samples = await rows.manager.findBy(VisitSample, { drawId: id });
        const visited = new Set(visits.map(({ regionId }) => regionId));
        const missing = samples.filter(({ regionId }) => !visited.has(regionId)).length;
        // What was drawn is visited or not released: nobody picks from a sample what to show.
        if (missing > 0) throw refusals.visitsMissing({ missing });
        const releasedAt = await rows.now();
        for (const visit of visits) if (visit.releasedAt === null) await numbered(rows, series, visit, releasedAt);
        await rows.manager.update(VisitSample, { drawId: id }, { releasedAt });
        await rows.manager.update(VisitDraw, { id }, { releasedAt });
        return Object.assign(draw, { releasedAt });
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_visit_draw_in_steps') throw refusals.drawReleased();
    throw error;
  }
}
