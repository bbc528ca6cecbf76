// A subgraph catches up with re-organisations (区划调整跟进): it pulls what organisation announced after its own epoch, and applies one after the other.
import type { Pool } from 'pg';
import { onConnection } from './on-connection';
import type { SubgraphName } from './roles';

/** What organisation announced: the tree's epoch, and what leads to it: regions that move, units that succeed each other, or packs that stand. */
export interface RegionEvent {
  epoch: number;
  change: unknown;
}

export interface CatchUpParts {
  pool: () => Pool;
  subgraph: SubgraphName;
  log: { error(facts: object, message: string): void };
  pull(after: number): Promise<RegionEvent[]>;
}

/** lock_not_available, deadlock_detected: somebody is writing in a region that moves; the next attempt may find it free. */
const AGAIN = new Set(['55P03', '40P01']);
const ATTEMPTS = 20;
const PAUSE_MS = 100;

export class RegionCatchUp {
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(private readonly parts: CatchUpParts) {}

  /** Returns at once; whoever asked meanwhile is told SCOPE_MOVING and comes again. */
  start(): void {
    if (this.running || this.closed) return;
    this.running = this.run()
      .catch((error: unknown) => this.parts.log.error({ err: error }, 'the region tree could not be caught up with'))
      .finally(() => {
        this.running = null;
      });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async run(): Promise<void> {
    const { pool, subgraph, pull } = this.parts;
    const { rows } = await pool().query<{ epoch: number }>(`select epoch from ${subgraph}.scope_epoch`);
    const events = await pull(rows[0]?.epoch ?? 0);
    for (const event of [...events].sort((a, b) => a.epoch - b.epoch)) await this.apply(event);
  }

  private async apply(event: RegionEvent): Promise<void> {
    for (let attempt = 1; !this.closed; attempt++)
      try {
        return await applyOnce(this.parts, event);
      } catch (error) {
        if (!AGAIN.has((error as { code?: string }).code ?? '') || attempt >= ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
  }
}

/** The cursor is the epoch itself, raised in the same transaction: applied twice, an event moves nothing. */
function applyOnce({ pool, subgraph }: CatchUpParts, { epoch, change }: RegionEvent): Promise<void> {
  return onConnection(pool(), async (client, lose) => {
    try {
      await client.query('begin');
      // Rows of a whole city may move: no limit meant for a request applies.
      await client.query('set local statement_timeout = 0');
      await client.query(`select ${subgraph}.apply_regions($1, $2)`, [epoch, JSON.stringify(change)]);
      const { merged, packs, effectiveOn } = change as { merged?: unknown; packs?: unknown; effectiveOn: string };
      // Told a second time, nothing is left that could pass to the successor.
      if (merged) await client.query(`select ${subgraph}.apply_units($1, $2)`, [JSON.stringify(merged), effectiveOn]);
      if (packs) await client.query(`select ${subgraph}.apply_packs($1)`, [JSON.stringify(packs)]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(lose);
      throw error;
    }
  });
}
