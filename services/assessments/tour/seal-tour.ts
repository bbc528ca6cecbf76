// Seals the result of a tour (封存观摩结果), by another person than compiled it, if it is what the marks make.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { canonicalJson } from '#platform/vocabulary/canonical';
import { mayCheck } from '#platform/vocabulary/hands';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { drawResults } from './compile-tour';
import { Tour } from './tour.entity';
import type { SiteResult } from './tour.rules';
import { tourRefusals } from './tour-refusals.rules';
import { TourResult } from './tour-result.entity';

export async function sealTour({ caller, inScope }: Context, id: string): Promise<Tour> {
  const notFound = () => commonRefusals.notFound({ what: '观摩 tour' });
  const { personId } = caller;
  if (!isId(id) || personId === null) throw notFound();
  try {
    return await inScope.write({ action: 'sealTour', target: id }, async (rows) => {
      const tour = await rows.manager.findOneBy(Tour, { id });
      if (!tour) throw notFound();
      if (tour.compiledBy === null) throw tourRefusals.tourNotCompiled();
      if (tour.sealedAt !== null) throw tourRefusals.tourSealed();
      const compiled = { personId: tour.compiledBy, principalId: null };
      if (!mayCheck({ ...caller, personId }, compiled)) throw refusals.samePerson();
      const sealed = { sealedBy: personId, sealedAt: await rows.now() };
      await rows.manager.update(Tour, { id }, sealed);
      // Only now are the marks open to the sealer; what does not agree with them takes the seal back with it.
      await checkResult(rows, tour);
      return Object.assign(tour, sealed);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'tour_four_eyes') throw refusals.samePerson();
    if (constraint === 'assessments_tour_in_steps') throw tourRefusals.tourSealed();
    throw error;
  }
}

async function checkResult(rows: Rows, tour: Tour): Promise<void> {
  const { results, hash } = await drawResults(rows, tour);
  const stored = new Map(
    (await rows.manager.findBy(TourResult, { tourId: tour.id })).map((row) => [row.siteId, plain(row)]),
  );
  const same = results.every((result) => stored.get(result.siteId) === plain(result));
  if (hash !== tour.contentHash || !same || stored.size !== results.length) throw tourRefusals.tourDiffers();
}

const plain = ({ siteId, given, counted, mean, rank }: SiteResult) =>
  canonicalJson({ siteId, given, counted, mean, rank });
