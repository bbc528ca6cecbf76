// Runs operations through both gateways as their askers, many askers at once, and tells each difference.
import type { Operation } from '#platform/graph/subgraph';
import type { BothWorlds } from './both-gateways';
import { type Asks, compareGateways } from './compare-gateways';
import { compareInto, emptyReport, MOST_FOUND, type Report } from './tell-difference';

export interface Asked {
  asker: string | null;
  operation: Operation;
}

export interface GatewayRun {
  both: BothWorlds;
  asked: readonly Asked[];
  /** puts something between the comparison and the compiled gateway, to see that it is found */
  bend?: (gateway: Asks) => Asks;
}

/** How many askers at once. */
const LANES = 3;

export async function differGateways({ both, asked, bend }: GatewayRun): Promise<Report> {
  const report = emptyReport();
  const ways = { plain: both.plain, compiled: bend ? bend(both.compiled) : both.compiled, rows: both.rows };
  const run = async (each: readonly Asked[]) => {
    for (const { asker, operation } of each) {
      if (report.found.length >= MOST_FOUND) return;
      const token = both.tokens.get(asker) ?? null;
      await compareInto(report, asker ?? 'nobody', operation, (one) => compareGateways(ways, one, token));
    }
  };
  // Logs are read alone, lest another lane's rows come between the two ways.
  const alone = asked.filter(({ operation }) => operation.query.includes('Log'));
  const rest = asked.filter(({ operation }) => !operation.query.includes('Log'));
  // One asker's operations run in turn: a sight is logged once a session.
  const askers = new Set(rest.map(({ asker }) => asker)).values();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const asker of askers) await run(rest.filter((each) => each.asker === asker));
    }),
  );
  await run(alone);
  return report;
}
