// Keeps what a regrouping did (分户、并户记录): members and state as they were, so that undoing gives back exactly that.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Household } from '../household/household.entity';
import type { RegroupingChange } from './move-members';
import type { RegroupingInput } from './regrouping.input';
import type { Mover } from './regrouping.rules';

const KEPT = `insert into households.regrouping (id, kind, household_id, region_id, path, into_id, happened_on, reason, document_number, moved,
    state_before, state_year, done_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
export const DECIDED = `insert into households.household_state (household_id, region_id, path, year, ordinal, state, document_number, decided_by)
  select $1, $2, $3, $4::int, 1 + coalesce(max(s.ordinal), 0), $5, $6, $7
  from households.household_state s where s.household_id = $1 and s.year = $4::int`;

export function changeOf(deed: 'split' | 'merge', form: RegroupingInput, changedBy: string | null): RegroupingChange {
  return { deed, ground: { validFrom: form.on, reason: form.reason, documentNumber: form.documentNumber }, changedBy };
}

export async function keepRegrouping(
  { query }: WriteRows,
  kind: 'split' | 'merge',
  { id, regionId, path, state, stateYear }: Household,
  intoId: string,
  { on, reason, documentNumber }: RegroupingInput,
  movers: readonly Mover[],
  personId: string | null,
  year = stateYear,
): Promise<void> {
  const told = [newId(), kind, id, regionId, path, intoId, on, reason, documentNumber];
  await query(KEPT, [...told, JSON.stringify(movers), state, year, personId]);
}
