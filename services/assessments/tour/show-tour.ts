// Shows the sealed result of a tour (公布观摩结果): from then on anybody reads the sites with their means and ranks.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Tour } from './tour.entity';
import { tourRefusals } from './tour-refusals.rules';

export async function showTour({ caller, inScope }: Context, id: string): Promise<Tour> {
  const notFound = () => commonRefusals.notFound({ what: '观摩 tour' });
  if (!isId(id)) throw notFound();
  try {
    return await inScope.write({ action: 'showTour', target: id }, async (rows) => {
      const tour = await rows.manager.findOneBy(Tour, { id });
      if (!tour) throw notFound();
      if (tour.sealedAt === null) throw tourRefusals.tourNotSealed();
      if (tour.shownAt !== null) throw tourRefusals.tourShown();
      const shown = { shownBy: caller.personId, shownAt: await rows.now() };
      await rows.manager.update(Tour, { id }, shown);
      return Object.assign(tour, shown);
    });
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_tour_in_steps') throw tourRefusals.tourShown();
    throw error;
  }
}
