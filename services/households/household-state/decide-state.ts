// Writes the state (认定状态) that was decided of a household, with what it rests on; sums of the village follow in the same transaction.

import type { WriteRows } from '#platform/database/in-scope';
import { TODAY } from '#platform/database/today';
import { brokenConstraint } from '#platform/graph/errors';
import type { Household } from '../household/household.entity';
import { refusals } from '../refusals';

export interface DecidedState {
  year: number;
  state: string;
  documentNumber: string | null;
  decidedBy: string | null;
  determinationId?: string;
  correctionId?: string;
}

export async function decideState(
  rows: WriteRows,
  household: Pick<Household, 'id' | 'regionId' | 'path'>,
  { year, state, documentNumber, decidedBy, determinationId, correctionId }: DecidedState,
): Promise<void> {
  const { id, regionId, path } = household;
  await rows
    .query(insertState, [
      id,
      regionId,
      path,
      year,
      state,
      documentNumber,
      decidedBy,
      determinationId ?? null,
      correctionId ?? null,
    ])
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'household_state_once') throw refusals.changedMeanwhile();
      throw error;
    });
  // Who is no longer in the register is nobody's to help.
  if (state === 'removed') await rows.query(endPairing, [id]);
}

/** Two decisions at once get the same ordinal, and the key refuses the second. */
const insertState = `insert into households.household_state (household_id, region_id, path, year, ordinal, state, document_number, decided_by,
    determination_id, correction_id)
  select $1, $2, $3, $4::int, 1 + coalesce(max(s.ordinal), 0), $5, $6, $7, $8::uuid, $9::uuid
  from households.household_state s where s.household_id = $1 and s.year = $4::int`;

const endPairing = `update households.pairing set valid_to = ${TODAY}
  where household_id = $1 and valid_to is null and valid_from < ${TODAY}`;
