// By what right somebody visits a household (走访资格): as its helper on that day; a first secretary needs none, he visits the village.

import type { Rows } from '#platform/database/in-scope';
import { TODAY } from '#platform/database/today';
import type { Caller } from '#platform/vocabulary/caller';
import type { VisitRight } from './visit.rules';

/** Undefined where no right is asked for, null where one is and there is none. */
export async function rightToVisit(
  rows: Rows,
  { post, personId }: Caller,
  householdId: string,
  _visitedOn: string,
): Promise<VisitRight | null | undefined> {
  if (post === 'first-secretary') return undefined;
  const [pairing] = await rows.query<VisitRight>(
    `select p.valid_from as "validFrom", null as "validTo" from households.pairing p
     where p.household_id = $1 and p.helper_id = $2 and p.valid_from <= ${TODAY}
       and (p.valid_to is null or p.valid_to > ${TODAY})`,
    [householdId, personId],
  );
  return pairing ?? null;
}
