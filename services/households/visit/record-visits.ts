// Records a batch of visits (走访批量上传): each by itself, told each, so that one refused visit keeps no other one back.
import { findToday } from '#platform/database/today';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { contentHash } from '#platform/vocabulary/canonical';
import { invalidInput, Refusal } from '#platform/vocabulary/refusal';
import { getHousehold } from '../household/get-household';
import { refusals } from '../refusals';
import { findPackHolding } from '../rule-pack/rule-pack.loader';
import { rulePackRefusals } from '../rule-pack/rule-pack-refusals.rules';
import type { HouseholdsContext } from '../tools';
import { flagVisit } from './flag-visit';
import { keepVisit } from './keep-visit';
import type { VisitInput } from './visit.input';
import { checkVisit } from './visit.rules';
import { VisitOutcome, VisitRefusal } from './visit-outcome.entity';
import { type VisitPack, visitPackKind } from './visit-pack.rules';
import { rightToVisit } from './visit-right.query';

export async function recordVisits(
  context: HouseholdsContext,
  visits: readonly VisitInput[],
  sentAt: Date | null,
): Promise<VisitOutcome[]> {
  const today = await context.inScope.read(findToday);
  const { pack } = await findPackHolding(context, visitPackKind, today, rulePackRefusals.rulePackMissing);
  const { most } = pack.batch;
  if (visits.length < 1 || visits.length > most)
    throw invalidInput('visits', `一批为 1 至 ${most} 次走访`, `a batch has 1 to ${most} visits`);
  const outcomes: VisitOutcome[] = [];
  // One after the other: what was told before in the batch is known to what comes after.
  for (const visit of visits) outcomes.push(await recordOne(context, visit, sentAt, pack));
  return outcomes;
}

async function recordOne(
  context: HouseholdsContext,
  visit: VisitInput,
  sentAt: Date | null,
  pack: VisitPack,
): Promise<VisitOutcome> {
  const told = { id: visit.id, repeated: false, refusal: null };
  try {
    return Object.assign(new VisitOutcome(), told, { repeated: await recordVisit(context, visit, sentAt, pack) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, facts } = error;
    const deed = { action: 'recordVisits', kind: 'refusal' as const, result: code };
    await context.inScope.write(deed, async () => undefined);
    return Object.assign(new VisitOutcome(), told, {
      refusal: Object.assign(new VisitRefusal(), { code, message, facts }),
    });
  }
}

/** Answers whether the very same was recorded before. */
async function recordVisit(
  context: HouseholdsContext,
  visit: VisitInput,
  sentAt: Date | null,
  pack: VisitPack,
): Promise<boolean> {
  const { caller, inScope } = context;
  const toldHash = contentHash({ ...visit, place: visit.place ? { ...visit.place } : null });
  const deed = { action: 'recordVisits', target: null as string | null, facts: { householdId: visit.householdId } };
  return inScope.write(deed, async (rows) => {
    const now = await rows.now();
    const today = beijingDay(now);
    // The form's own refusals come before any question to the register; an id that is none is among them.
    const ground = { today, registeredOn: '', mostPhotos: pack.photos.most };
    checkVisit(visit, ground);
    const [before] = await rows.query<{ toldHash: string | null }>(
      'select t.told_hash as "toldHash" from households.visit_told($1) t',
      [visit.id],
    );
    rows.deed.target = visit.id;
    if (before && before.toldHash !== toldHash) throw refusals.visitIdTaken();
    if (before) return true;
    const household = await getHousehold(rows, visit.householdId);
    const right = await rightToVisit(rows, caller, household.id, visit.visitedOn);
    const { registeredOn } = household;
    const checked = checkVisit(visit, { ...ground, registeredOn, ...(right === undefined ? {} : { right }) });
    const kept = { ...checked, id: visit.id, visitedAt: visit.visitedAt ?? null, toldHash };
    await keepVisit(rows, household, kept, caller.personId ?? '');
    await flagVisit(rows, household, kept, { now, sentAt, pack, visitorId: caller.personId ?? '' });
    return false;
  });
}
