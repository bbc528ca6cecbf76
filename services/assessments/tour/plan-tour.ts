// Plans a tour (安排观摩) of a supervision of that form: its sites in the order of the itinerary, and who takes part.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { packHash } from '#platform/vocabulary/canonical';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { findProcedure } from '../procedure/find-procedures';
import { ProcedureForm } from '../procedure/procedure.entity';
import { refusals } from '../refusals';
import { Supervision } from '../supervision/supervision.entity';
import { subjectsOfSupervision } from '../supervision/supervision.loader';
import { stepOf } from '../supervision/supervision.rules';
import { Tour } from './tour.entity';
import type { PlanTourInput, TourSiteInput } from './tour.input';
import { TourParticipant } from './tour-participant.entity';
import { tourRefusals } from './tour-refusals.rules';
import { TourSite } from './tour-site.entity';

const PEOPLE =
  'query tourParticipants($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id unit { id } } } }';

export async function planTour(context: Context, input: PlanTourInput): Promise<Tour> {
  const { caller, inScope } = context;
  const { supervisionId } = input;
  const notFound = () => commonRefusals.notFound({ what: '观摩督导 supervision by a tour' });
  for (const { title } of input.sites) refusePersonalNumbers('title', title);
  for (const { capacity } of input.participants) refusePersonalNumbers('capacity', capacity);
  if (!isId(supervisionId)) throw notFound();
  const form = ProcedureForm.tour;
  const supervision = await inScope.read(
    ({ manager }) => manager.findOneBy(Supervision, { id: supervisionId, form }),
    'issuer',
  );
  if (!supervision || supervision.issuerId !== caller.personId) throw notFound();
  checkOpen(supervision);
  await checkSites(context, supervision, input.sites);
  const { quarter, peerSet, issuerId, regionId, path } = supervision;
  const pack = await findProcedure(context, quarter, `${peerSet}-${form}`);
  const people = await findParticipants(context, input);
  const id = newId();
  try {
    return await inScope.write(
      { action: 'planTour', target: id },
      async (rows) => {
        const tour = Object.assign(new Tour(), {
          ...{ id, supervisionId, issuerId, regionId, path, quarter },
          ...{ packName: pack.name, packHash: packHash(pack), marking: pack.marking, plannedAt: await rows.now() },
          ...{ compiledBy: null, compiledAt: null, contentHash: null },
          ...{ sealedBy: null, sealedAt: null, shownBy: null, shownAt: null },
        });
        await rows.manager.insert(Tour, tour);
        const sites = input.sites.map((site, at) => ({ ...site, id: newId(), tourId: id, place: at + 1 }));
        await rows.manager.insert(TourSite, sites);
        await rows.manager.insert(
          TourParticipant,
          people.map((each) => ({ ...each, id: newId(), tourId: id })),
        );
        return tour;
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'tour_once') throw tourRefusals.tourPlanned();
    throw error;
  }
}

/** The itinerary may be settled until the record is closed. */
function checkOpen(supervision: Supervision): void {
  const step = stepOf(supervision);
  if (step !== 'planned' && step !== 'carried-out') throw refusals.stepOutOfOrder({ step });
}

/** Each shows a subject of the supervision and, of a region, lies in it. */
async function checkSites(
  context: Context,
  { id, startsOn, endsOn }: Supervision,
  sites: readonly TourSiteInput[],
): Promise<void> {
  const subjects = new Map((await subjectsOfSupervision.load(context, id)).map((subject) => [subject.id, subject]));
  if (new Set(sites.map(({ regionId, title }) => `${regionId} ${title}`)).size < sites.length)
    throw invalidInput('sites', '点位不能重复', 'no site is named twice');
  for (const { subjectId, regionId, title, visitedOn } of sites) {
    const subject = subjects.get(subjectId);
    const path = isId(regionId) ? await context.inScope.pathWithin(regionId) : null;
    if (!subject || path === null) throw commonRefusals.notFound({ what: '督导对象或地区 subject or region' });
    if (!path.startsWith(subject.path)) throw tourRefusals.siteElsewhere({ title });
    if (visitedOn < startsOn || visitedOn > endsOn)
      throw invalidInput('visitedOn', '须在督导起止日期之内', 'lies within the days of the supervision');
  }
}

async function findParticipants(
  context: Context,
  { participants }: PlanTourInput,
): Promise<Pick<TourParticipant, 'personId' | 'unitId' | 'capacity'>[]> {
  const ids = participants.map(({ personId }) => personId);
  if (new Set(ids).size < ids.length) throw invalidInput('participants', '参加者不能重复', 'nobody takes part twice');
  const asked = ids.filter(isId).map((id) => ({ __typename: 'Person', id }));
  const { _entities } = await context.ask<{ _entities: ({ id: string; unit: { id: string } | null } | null)[] }>(
    'organisation',
    PEOPLE,
    { r: asked },
  );
  const known = new Map(_entities.flatMap((each) => (each ? [[each.id, each.unit?.id ?? null]] : [])));
  return participants.map(({ personId, capacity }) => {
    if (!known.has(personId)) throw tourRefusals.participantUnknown({ personId });
    return { personId, capacity, unitId: known.get(personId) ?? null };
  });
}
