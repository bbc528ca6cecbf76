// Records a visit (走访): a helper at a paired household, a first secretary (第一书记) at any household of the village.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { invalidInput } from '#platform/vocabulary/refusal';
import { getHousehold } from '../household/get-household';
import { refusals } from '../refusals';
import type { VisitInput } from './visit.input';
import { checkVisit, type VisitGround } from './visit.rules';

export async function recordVisit(context: Context, input: VisitInput, idempotencyKey: string): Promise<string> {
  const { caller } = context;
  if (input.id && !isId(input.id)) throw invalidInput('id', '须为小写 uuid', 'is a uuid in lower case');
  const evidence = await ownEvidence(context, 'households', input.evidenceIds);
  return context.inScope.write({ action: 'recordVisit', facts: { householdId: input.householdId } }, async (rows) => {
    const household = await getHousehold(rows, input.householdId);
    const once = { subgraph: 'households' as const, caller, operation: 'recordVisit', idempotencyKey };
    const id = await onceOnly(rows, { ...once, payload: { ...input } }, async () => {
      const today = beijingDay(await rows.now());
      const ground: VisitGround = { today, registeredOn: household.registeredOn };
      if (caller.post === 'helper') ground.pairing = await pairingOf(rows, household.id, caller.personId, today);
      const { visitedOn, met, content, measure } = checkVisit(input, ground);
      const visitId = input.id ?? newId();
      await rows
        .query(
          `insert into households.visit (id, household_id, region_id, path, helper_id, visited_on, met, content, measure, recorded_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5)`,
          [
            visitId,
            household.id,
            household.regionId,
            household.path,
            caller.personId,
            visitedOn,
            met,
            content,
            measure,
          ],
        )
        .catch((error: unknown) => {
          if (brokenConstraint(error) === 'visit_pkey') throw refusals.visitIdTaken();
          throw error;
        });
      const { id: householdId, regionId, path } = household;
      const subject = { kind: 'visit', id: visitId, householdId, regionId, path };
      await attachEvidence(rows, 'households', evidence, caller.personId ?? '', subject);
      return visitId;
    });
    rows.deed.target = id;
    return id;
  });
}

/** The caller's own pairing with the household as it holds today; null when there is none. */
async function pairingOf(
  rows: WriteRows,
  householdId: string,
  personId: string | null,
  today: string,
): Promise<{ validFrom: string } | null> {
  const [pairing] = await rows.query<{ validFrom: string }>(
    `select p.valid_from as "validFrom" from households.pairing p
     where p.household_id = $1 and p.helper_id = $2 and p.valid_from <= $3 and (p.valid_to is null or p.valid_to > $3)`,
    [householdId, personId, today],
  );
  return pairing ?? null;
}
