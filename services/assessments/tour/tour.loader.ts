// Tours with their sites, participants, marks and results, for every place that names them: officials read on, all others what is shown.
import { Any } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import type { Caller, ScopeKind } from '#platform/vocabulary/caller';
import { Tour } from './tour.entity';
import { TourMark } from './tour-mark.entity';
import { TourParticipant } from './tour-participant.entity';
import { TourResult } from './tour-result.entity';
import { TourSite } from './tour-site.entity';

function loadersAs(kind?: ScopeKind) {
  return {
    tour: defineLoader<Tour | null>(
      'tour by id',
      () => null,
      async ({ manager }, ids) => mapBy(await manager.findBy(Tour, { id: Any([...ids]) }), ({ id }) => id),
      kind,
    ),
    ofSupervision: defineLoader<Tour | null>(
      'tour of supervision',
      () => null,
      async ({ manager }, ids) =>
        mapBy(await manager.findBy(Tour, { supervisionId: Any([...ids]) }), ({ supervisionId }) => supervisionId),
      kind,
    ),
    sites: defineLoader<TourSite[]>(
      'sites of tour',
      () => [],
      async ({ manager }, ids) => {
        const found = await manager.find(TourSite, { where: { tourId: Any([...ids]) }, order: { place: 'ASC' } });
        return groupBy(found, ({ tourId }) => tourId);
      },
      kind,
    ),
    participants: defineLoader<TourParticipant[]>(
      'participants of tour',
      () => [],
      async ({ manager }, ids) => {
        const found = await manager.find(TourParticipant, { where: { tourId: Any([...ids]) }, order: { id: 'ASC' } });
        return groupBy(found, ({ tourId }) => tourId);
      },
      kind,
    ),
    marks: defineLoader<TourMark[]>(
      'marks of tour',
      () => [],
      async ({ manager }, ids) => {
        const found = await manager.find(TourMark, { where: { tourId: Any([...ids]) }, order: { id: 'ASC' } });
        return groupBy(found, ({ tourId }) => tourId);
      },
      kind,
    ),
    result: defineLoader<TourResult | null>(
      'result of site',
      () => null,
      async ({ manager }, ids) =>
        mapBy(await manager.findBy(TourResult, { siteId: Any([...ids]) }), (row) => row.siteId),
      kind,
    ),
  };
}

const told = loadersAs();
const shown = loadersAs('public');
const organised = loadersAs('issuer');
const own = loadersAs('own');

/** The observer from above reads what everybody reads. */
const worksHere = ({ scope, post }: Caller): boolean => (scope === 'region' && post !== 'observer') || scope === 'unit';

export const toursFor = ({ caller }: Context) => (worksHere(caller) ? told : shown);

/** All marks to the organiser, who compiles them; to others from the seal on. */
export function marksOf(context: Context, { id, issuerId }: Tour): Promise<TourMark[]> {
  const { caller } = context;
  if (!worksHere(caller)) return Promise.resolve([]);
  return (issuerId === caller.personId ? organised : told).marks.load(context, id);
}

/** What the asker has given, which is his to read at any time. */
export const ownMarksOf = (context: Context, { id }: Tour): Promise<TourMark[]> => own.marks.load(context, id);

export function toursOfQuarter(context: Context, quarter: string): Promise<Tour[]> {
  parseQuarter(quarter);
  const kind = worksHere(context.caller) ? context.caller.scope : 'public';
  return context.inScope.read((rows) => rows.select(Tour, 'where t.quarter = $1 order by t.id', [quarter]), kind);
}
