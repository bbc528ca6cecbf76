// Simulates a policy (政策测算): begun at once and worked out in the background; how far it has come, and what it came to, is asked for by its id.
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { engineVersion } from '../settlement/settlement.rules';
import { parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { FundsContext } from '../tools';
import { runSimulation } from './run-simulation';
import type { SimulationArgs } from './simulation.input';
import { simulationRefusals } from './simulation-refusals.rules';

const MOST_YEARS = 3;

interface FoundPack {
  hash: string;
  name: string;
  path: string;
  content: unknown;
}

export async function simulatePolicy(
  context: FundsContext,
  { packId, regionId, ...days }: SimulationArgs,
): Promise<string> {
  checkId(packId, '规则包 pack');
  checkId(regionId, '地区 region');
  const { caller, inScope, tools } = context;
  const from = parseCalendarDay(days.from, 'from');
  const until = parseCalendarDay(days.until, 'until');
  if (until <= from || yearsLater(from) < until) throw simulationRefusals.simulationPeriod({ field: 'until' });
  const [path, pack] = await Promise.all([
    inScope.pathWithin(regionId),
    inScope.read(({ query }) => query<FoundPack>(PACK, [packId])).then(([found]) => found),
  ]);
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  if (!pack) throw commonRefusals.notFound({ what: '结算政策包 settlement policy' });
  const content = parsePolicyPack(pack.content);
  if (!path.startsWith(pack.path))
    throw simulationRefusals.simulationPlace({ field: 'regionId', region: content.region });
  const id = newId();
  await inScope
    .write(
      { action: 'simulatePolicy', target: id, facts: { packHash: pack.hash, from, until, regionId } },
      async ({ query }) => {
        await query(STALE, [caller.personId]);
        await query(BEGIN, [
          id,
          packId,
          pack.hash,
          pack.name,
          engineVersion,
          from,
          until,
          regionId,
          path,
          caller.personId,
        ]);
      },
    )
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'simulation_one_running') throw simulationRefusals.simulationRunning();
      throw error;
    });
  tools.simulator.run(() => runSimulation(context, { id, path, from, until, pack: content, hash: pack.hash }));
  return id;
}

const yearsLater = (day: string): string => `${Number(day.slice(0, 4)) + MOST_YEARS}${day.slice(4)}`;

const PACK = `select hash, name, path, content from funds.pack where id = $1 and kind = 'settlement-policy' and withdrawn_at is null`;
/** What a process that ended left behind. */
const STALE = `update funds.simulation set state = 'failed', failure = 'INTERRUPTED', finished_at = now()
  where asked_by = $1 and state = 'running' and touched_at < now() - interval '10 minutes'`;
const BEGIN = `insert into funds.simulation (id, pack_id, pack_hash, pack_name, engine_version, from_day, until_day, region_id, path, asked_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
