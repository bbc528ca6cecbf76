// Which pairings (结对) stood on a day, and who stood in, of a helper or of a household, within the asker's scope: whose rights reached it.
import type { HouseholdsContext } from '../tools';
import type { PairingsOnArgs } from './pairing.input';

export interface PairedOn {
  householdId: string;
  helperId: string;
}

export function pairingsOn(
  { inScope }: HouseholdsContext,
  { on, helperId, householdId }: PairingsOnArgs,
): Promise<PairedOn[]> {
  return inScope.read(({ query }) =>
    query<PairedOn>(
      `select p.household_id as "householdId", p.helper_id as "helperId" from (
         select p.id, p.household_id, p.helper_id, p.valid_from, p.valid_to from households.pairing p
         union all select s.id, s.household_id, s.stand_in_id, s.valid_from, s.valid_to from households.stand_in s) p
       where ($2::uuid is null or p.helper_id = $2) and ($3::uuid is null or p.household_id = $3) and ($2::uuid is not null or $3::uuid is not null)
         and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to > $1::date) order by p.id`,
      [on, helperId ?? null, householdId ?? null],
    ),
  );
}
