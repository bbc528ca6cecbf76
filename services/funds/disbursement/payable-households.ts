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

const QUESTION =
  'query($ids:[ID!]!){householdsForPayment(ids:$ids){id number regionId path headName maskedCard state}}';

export async function payableHouseholds(
  { ask }: Context,
  ids: readonly string[],
): Promise<Map<string, PayableHousehold>> {
  const { householdsForPayment } = await ask<{ householdsForPayment: PayableHousehold[] | null }>('households', QUESTION, {
    ids,
  });
  return new Map((householdsForPayment ?? []).map((household) => [household.id, household]));
}
