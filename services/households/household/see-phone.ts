// Shows a helper the phone of a paired household: standing sight (常设可见), logged once a household and session.
import type { HouseholdsContext } from '../tools';

export async function seePhone(context: HouseholdsContext, householdId: string): Promise<string | null> {
  const sight = { action: 'seePhone', kind: 'sight' as const, target: householdId };
  const [row] = await context.inScope.write(sight, (rows) =>
    rows.query<{ sealed: Buffer | null }>('select phone_sealed as sealed from households.household where id = $1', [
      householdId,
    ]),
  );
  return row?.sealed ? context.tools.personalData.open(row.sealed) : null;
}
