// Works a simulation out (执行测算): page by page from read-only transactions, in a thread; what it came to is written in one.
import type { Context } from '#platform/graph/context';
import { refusalOf } from '#platform/graph/errors';
import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import { contentHash } from '#platform/vocabulary/canonical';
import { subtreeOf } from '#platform/vocabulary/region';
import type { PolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { FundsContext } from '../tools';
import { COSTS, SAMPLES } from './simulation.query';
import type { SimulationOutcome } from './simulation-sums.rules';

export interface BegunSimulation {
  id: string;
  path: string;
  from: CalendarDay;
  until: CalendarDay;
  pack: PolicyPack;
  hash: string;
}

/** Settlements a page: some milliseconds of one connection, some hundred of the thread. */
const ROWS_A_PAGE = 1000;
const TOLD_EVERY_MS = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

export async function runSimulation(context: FundsContext, begun: BegunSimulation): Promise<void> {
  const { id, from, until, pack, hash } = begun;
  try {
    const [counted] = await context.inScope.read(({ query }) =>
      query<{ total: number }>('select funds.simulation_total($1, $2, $3, $4, $5) as total', placeOf(begun)),
    );
    await step(context, id, 'update funds.simulation set total = $2, touched_at = now() where id = $1', [
      counted?.total ?? 0,
    ]);
    let told = performance.now();
    const outcome = await context.tools.simulator.simulate(
      { pack, hash, period: { effectiveFrom: from, effectiveTo: until } },
      pagesOf(context, begun),
      async (stays) => {
        if (performance.now() - told < TOLD_EVERY_MS) return;
        told = performance.now();
        await step(context, id, 'update funds.simulation set done = $2, touched_at = now() where id = $1', [stays]);
      },
    );
    await keep(context, id, outcome);
  } catch (error) {
    const code = refusalOf(error)?.code ?? 'INTERNAL';
    await step(
      context,
      id,
      `update funds.simulation set state = 'failed', failure = $2, finished_at = now() where id = $1`,
      [code],
    );
    if (code === 'INTERNAL') throw error;
  }
}

function placeOf({ path, from, until, pack }: BegunSimulation): unknown[] {
  const { lo, hi } = subtreeOf(path);
  return [lo, hi, from, until, pack.dateBasis === 'admission'];
}

async function* pagesOf({ inScope }: Pick<Context, 'inScope'>, begun: BegunSimulation): AsyncGenerator<string> {
  const place = placeOf(begun);
  let after: string | null = FIRST;
  while (after !== null) {
    const from: string = after;
    const [page] = await inScope.read(({ query }) =>
      query<{ upto: string | null; stays: string }>(
        'select upto, stays from funds.simulation_page($1, $2, $3, $4, $5, $6, $7)',
        [...place, from, ROWS_A_PAGE],
      ),
    );
    if (page) yield page.stays;
    after = page?.upto ?? null;
  }
}

function step(
  { inScope }: Pick<Context, 'inScope'>,
  id: string,
  sql: string,
  values: readonly unknown[],
): Promise<unknown> {
  return inScope.write({ action: 'simulatePolicy', target: id, isStep: true }, ({ query }) =>
    query(sql, [id, ...values]),
  );
}

async function keep({ inScope }: Pick<Context, 'inScope'>, id: string, outcome: SimulationOutcome): Promise<void> {
  const { costs, samples, ...result } = outcome;
  await inScope.write({ action: 'simulatePolicy', target: id, isStep: true }, async ({ query }) => {
    await query(COSTS, [id, JSON.stringify(costs)]);
    await query(SAMPLES, [id, JSON.stringify(samples)]);
    await query(
      `update funds.simulation set state = 'done', done = $2, result = $3, result_hash = $4, finished_at = now(), touched_at = now() where id = $1`,
      [id, result.stays, JSON.stringify(result), contentHash(outcome)],
    );
  });
}
