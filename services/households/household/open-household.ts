// Opens a household's card (贫困户卡片): what is asked beside the household rides in its trip, and is nobody's where it is not there.
import type { Loader } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { membersOfHousehold } from '../member/member.loader';
import { helperOfHousehold } from '../pairing/pairing.loader';
import type { HouseholdsContext } from '../tools';
import { lastVisitOf } from '../visit/visit.loader';
import type { Household } from './household.entity';
import { householdById } from './household.loader';

const beside: readonly (readonly [string, Loader<string, unknown>])[] = [
  ['members', membersOfHousehold],
  ['helper', helperOfHousehold],
  ['lastVisit', lastVisitOf],
];

export function openHousehold(context: HouseholdsContext, id: string): Promise<Household | null> {
  const asked = context.selected('Household');
  // Under the same scope as the household: of one that is hidden, nothing is found either. A failure is told where the field is asked.
  if (isId(id))
    for (const [field, loader] of beside) if (asked?.has(field)) loader.load(context, id).catch(() => undefined);
  return householdById.load(context, id);
}
