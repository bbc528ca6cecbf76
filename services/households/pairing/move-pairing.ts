// Moves one household to another helper from a day on: the present pairing and whoever stands in for it end there.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import type { Household } from '../household/household.entity';
import { refusals } from '../refusals';
import type { FoundPerson } from './find-person.query';
import { checkPairing, type PresentPairing } from './pairing.rules';

export interface NextPairing {
  helper: FoundPerson;
  from: string;
  by: string | null;
}

/** Answers who helped before. */
export async function movePairing(
  rows: WriteRows,
  household: Household,
  { helper, from, by }: NextPairing,
): Promise<string | null> {
  const [present = null] = await rows.query<PresentPairing & { id: string }>(
    `select p.id, p.helper_id as "helperId", p.valid_from as "validFrom" from households.pairing p
     where p.household_id = $1 and p.valid_to is null for update`,
    [household.id],
  );
  checkPairing(household, present, { helperId: helper.id, from });
  if (present) {
    await rows.query('update households.pairing set valid_to = $2 where id = $1', [present.id, from]);
    await rows.query(
      `update households.stand_in set valid_to = greatest(valid_from, $3::date), ended_by = $4, ended_at = now()
       where household_id = $1 and helper_id = $2 and valid_to > $3::date`,
      [household.id, present.helperId, from, by],
    );
  }
  await rows
    .query(
      `insert into households.pairing (id, household_id, region_id, path, helper_id, valid_from, unit_level, unit_id, paired_by, paired_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
      [newId(), household.id, household.regionId, household.path, helper.id, from, helper.unitLevel, helper.unitId, by],
    )
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'pairing_one_helper') throw refusals.changedMeanwhile();
      throw error;
    });
  return present?.helperId ?? null;
}
