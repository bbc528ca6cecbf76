// Tells how far an import has come (进度): in a transaction of its own, so that it is seen while the rows are not yet.
import type { Context } from '#platform/graph/context';
import { refusalOf } from '#platform/graph/errors';
import type { SheetBatch } from './sheet-batch.rules';

const EVERY_MS = 500;

export interface Progress {
  /** what was read so far */
  readonly counts: { lines: number; households: number; members: number };
  took(batch: SheetBatch): Promise<void>;
}

export function tellProgress(context: Pick<Context<never>, 'inScope'>, id: string): Progress {
  const counts = { lines: 0, households: 0, members: 0 };
  let told = performance.now();
  return {
    counts,
    async took({ rows, households }) {
      counts.lines += rows;
      counts.households += households.length;
      for (const { members } of households) counts.members += members.length;
      if (performance.now() - told < EVERY_MS) return;
      told = performance.now();
      await context.inScope.write({ action: 'registerImport', target: id, isStep: true }, (write) =>
        write.query(
          'update households.register_import set line_count = $2, household_count = $3, member_count = $4, touched_at = now() where id = $1',
          [id, counts.lines, counts.households, counts.members],
        ),
      );
    },
  };
}

/** What stopped an import is told by its code, where it was a refusal; a fault is logged by whoever runs it. */
export async function tellFailure(context: Pick<Context<never>, 'inScope'>, id: string, error: unknown): Promise<void> {
  const refusal = refusalOf(error);
  await context.inScope.write({ action: 'registerImport', target: id, isStep: true }, (write) =>
    write.query(
      `update households.register_import set state = 'failed', failure = $2, touched_at = now() where id = $1 and state <> 'committed'`,
      [id, refusal?.code ?? 'INTERNAL'],
    ),
  );
  if (!refusal) throw error;
}
