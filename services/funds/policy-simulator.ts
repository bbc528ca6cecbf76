// Simulates policies in a thread of their own (政策测算), one after the other behind the answers of the graph.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FaultLog } from '#platform/graph/errors';
import { projectRoot } from '#platform/process/project-root';
import type { PolicySimulator, SimulationMessage } from './simulation/simulation-job.rules';

/** Threads run what was built, also where the rest runs from its sources. */
const WORKER = join(projectRoot, 'dist', 'services', 'funds', 'simulation-worker.js');
/** Sums and twenty samples: a tenth of it is in use. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

export function policySimulator(log: FaultLog): PolicySimulator {
  let last: Promise<void> = Promise.resolve();
  return {
    run(work) {
      last = last
        .then(work)
        .catch((error: unknown) => log.error({ err: error, reference: randomUUID() }, 'a simulation failed'));
    },
    async simulate(job, pages, took) {
      const worker = new Worker(WORKER, { workerData: job, resourceLimits: MEMORY });
      const gone = new AbortController();
      worker.once('exit', () => gone.abort());
      // Whoever waits for an answer hears of it; nobody waits while a page is read.
      worker.once('error', () => gone.abort());
      const answer = async () => {
        const [message] = (await once(worker, 'message', { signal: gone.signal })) as [SimulationMessage];
        if ('fault' in message) throw new Error(message.fault);
        return message;
      };
      try {
        let before: Promise<SimulationMessage> | null = null;
        // One page is read while the one before is settled.
        for await (const page of pages) {
          await tell(before, took);
          before = answer();
          before.catch(() => undefined);
          worker.postMessage(page);
        }
        await tell(before, took);
        const end = answer();
        worker.postMessage(null);
        const message = await end;
        if (!('outcome' in message)) throw new Error('a simulation ended without an outcome');
        return message.outcome;
      } finally {
        await worker.terminate();
      }
    },
  };
}

async function tell(before: Promise<SimulationMessage> | null, took: (stays: number) => Promise<void>): Promise<void> {
  const message = await before;
  if (message && 'took' in message) await took(message.took);
}
