// Shows what the other bureau told (查看比对事实): standing sight of whoever verifies or closes, logged once a match and session.
import type { HouseholdsContext } from '../tools';

export async function seeFact(context: HouseholdsContext, matchId: string): Promise<string | null> {
  const sight = { action: 'seeComparisonFact', kind: 'sight' as const, target: matchId };
  const [row] = await context.inScope.write(sight, (rows) =>
    rows.query<{ sealed: Buffer | null }>(
      'select fact_sealed as sealed from households.comparison_match where id = $1',
      [matchId],
    ),
  );
  return row?.sealed ? context.tools.personalData.open(row.sealed) : null;
}
