// Asks households who is to be paid, on behalf of the applicant: a household outside the own scope does not come back.
import type { Context } from '#platform/graph/context';

export interface PayableHousehold {
  id: string;
  number: string;
  regionId: string;
  path: string;
  headName: string;
  maskedCard: string | null;
  state: string | null;
}

/** Households answers so many at once. */
const MOST = 5000;

const QUESTION =
  'query($ids:[ID!]!){householdsForPayment(ids:$ids){id number regionId path headName maskedCard state}}';

export async function findPayableHouseholds(
  { ask }: Context,
  ids: readonly string[],
): Promise<Map<string, PayableHousehold>> {
  const known = new Map<string, PayableHousehold>();
  for (let at = 0; at < ids.length; at += MOST) {
    const variables = { ids: ids.slice(at, at + MOST) };
    const answer = await ask<{ householdsForPayment: PayableHousehold[] | null }>('households', QUESTION, variables);
    for (const household of answer.householdsForPayment ?? []) known.set(household.id, household);
  }
  return known;
}
