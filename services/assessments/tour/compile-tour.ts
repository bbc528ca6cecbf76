// Compiles the result of a tour (汇总观摩) from the marks by the pack's rule; from then on nobody marks any more.
import type { Rows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Supervision } from '../supervision/supervision.entity';
import { checkRecordable } from '../supervision/supervision.rules';
import { Tour } from './tour.entity';
import { resultsOf, type SiteResult, tourHash } from './tour.rules';
import { TourMark } from './tour-mark.entity';
import { tourRefusals } from './tour-refusals.rules';
import { TourResult } from './tour-result.entity';
import { TourSite } from './tour-site.entity';

export async function compileTour({ caller, inScope }: Context, id: string): Promise<Tour> {
  const notFound = () => commonRefusals.notFound({ what: '观摩 tour' });
  if (!isId(id)) throw notFound();
  return inScope.write(
    { action: 'compileTour', target: id },
    async (rows) => {
      // Waits for the marks that are being given right now, and lets none in after.
      await rows.query('select 1 from assessments.tour where id = $1 for update', [id]);
      const tour = await rows.manager.findOneBy(Tour, { id });
      const supervision = tour && (await rows.manager.findOneBy(Supervision, { id: tour.supervisionId }));
      if (!tour || !supervision) throw notFound();
      if (tour.compiledAt !== null) throw tourRefusals.tourCompiled();
      checkRecordable(supervision);
      const { results, hash } = await drawResults(rows, tour);
      if (results.every(({ given }) => given === 0)) throw tourRefusals.tourUnmarked();
      const compiled = { compiledBy: caller.personId, compiledAt: await rows.now(), contentHash: hash };
      await rows.manager.update(Tour, { id }, compiled);
      await rows.manager.insert(
        TourResult,
        results.map((result) => ({ ...result, id: newId(), tourId: id })),
      );
      return Object.assign(tour, compiled);
    },
    'issuer',
  );
}

/** What the marks make, for whoever reads them all: the organiser, and from the seal on every official. */
export async function drawResults(
  { manager }: Rows,
  { id, packHash, marking }: Tour,
): Promise<{ results: SiteResult[]; hash: string }> {
  const sites = await manager.find(TourSite, { where: { tourId: id }, order: { place: 'ASC' } });
  const marks = await manager.findBy(TourMark, { tourId: id });
  const results = resultsOf(
    sites.map((site) => site.id),
    marks,
    marking,
  );
  return { results, hash: tourHash(id, packHash, marks, results) };
}
