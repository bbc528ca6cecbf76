// Gives the own marks (观摩打分) for sites of a tour that is under way: each once, sealed when it is given.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { subjectsOfSupervision, supervisionById } from '../supervision/supervision.loader';
import { checkRecordable } from '../supervision/supervision.rules';
import type { Tour } from './tour.entity';
import type { MarkTourInput } from './tour.input';
import { toursFor } from './tour.loader';
import { isOwnSite } from './tour.rules';
import { TourMark } from './tour-mark.entity';
import type { TourParticipant } from './tour-participant.entity';
import { tourRefusals } from './tour-refusals.rules';

export async function markTour(context: Context, { tourId, marks }: MarkTourInput): Promise<Tour> {
  const { caller, inScope } = context;
  const loaders = toursFor(context);
  const notFound = () => commonRefusals.notFound({ what: '观摩或点位 tour or site' });
  for (const { remark } of marks) if (remark) refusePersonalNumbers('remark', remark);
  const tour = isId(tourId) ? await loaders.tour.load(context, tourId) : null;
  const participants = tour ? await loaders.participants.load(context, tour.id) : [];
  const me = participants.find(({ personId }) => personId === caller.personId);
  const supervision = tour && (await supervisionById.load(context, tour.supervisionId));
  if (!tour || !me || !supervision) throw notFound();
  if (tour.compiledAt !== null) throw tourRefusals.tourCompiled();
  checkRecordable(supervision);
  await checkMarks(context, tour, me, marks, notFound);
  try {
    await inScope.write(
      { action: 'markTour', target: tour.id },
      async (rows) => {
        const submittedAt = await rows.now();
        const given = marks.map(({ siteId, points, remark }) => ({
          ...{ id: newId(), tourId, siteId, personId: me.personId, points, remark: remark ?? null, submittedAt },
        }));
        await rows.manager.insert(TourMark, given);
      },
      'own',
    );
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'tour_mark_once') throw tourRefusals.siteMarked();
    if (constraint === 'tour_mark_before_result') throw tourRefusals.tourCompiled();
    throw error;
  }
  return tour;
}

async function checkMarks(
  context: Context,
  tour: Tour,
  me: TourParticipant,
  marks: MarkTourInput['marks'],
  notFound: () => Error,
): Promise<void> {
  const { caller, inScope } = context;
  const [sites, subjects, { lo: path }] = await Promise.all([
    toursFor(context).sites.load(context, tour.id),
    subjectsOfSupervision.load(context, tour.supervisionId),
    inScope.range(),
  ]);
  // Whoever acts under the whole of the organiser's region has no part of it that is his own.
  const marker = { unitIds: [me.unitId, caller.unitId], path, ofCity: tour.path.startsWith(path) };
  if (new Set(marks.map(({ siteId }) => siteId)).size < marks.length)
    throw invalidInput('marks', '一个点位只打一次分', 'a site is marked once');
  for (const { siteId, points } of marks) {
    const site = sites.find(({ id }) => id === siteId);
    const shown = subjects.find(({ id }) => id === site?.subjectId);
    if (!site || !shown) throw notFound();
    if (points > tour.marking.most)
      throw invalidInput('points', `至多 ${tour.marking.most} 分`, `at most ${tour.marking.most}`);
    if (!tour.marking.mayMarkOwn && isOwnSite(marker, shown)) throw tourRefusals.siteOwn({ title: site.title });
  }
}
