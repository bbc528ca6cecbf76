// Reads register sheets in a thread of their own (登记表读取), and runs imports one after the other behind the answers of the graph.
import { randomUUID } from 'node:crypto';
import { on } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PersonalDataKeys } from '#platform/database/personal-data';
import type { FaultLog } from '#platform/graph/errors';
import { projectRoot } from '#platform/process/project-root';
import { Refusal } from '#platform/vocabulary/refusal';
import type {
  RegisterSheets,
  SheetAsked,
  SheetBatch,
  SheetJob,
  SheetMessage,
} from './register-import/sheet-batch.rules';

/** Threads run what was built, also where the rest runs from its sources. */
const WORKER = join(projectRoot, 'dist', 'services', 'households', 'register-sheet-worker.js');

const LIMITS: SheetJob['limits'] = {
  rows: 60_000,
  columns: 60,
  cellCharacters: 4000,
  unpackedBytes: 300 * 1024 * 1024,
};
/** A sheet of 60,000 rows takes a third of it; a sheet that takes more is not worth more. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };

export function registerSheets(keys: PersonalDataKeys, log: FaultLog): RegisterSheets {
  let last: Promise<void> = Promise.resolve();
  return {
    read: (asked) => readInThread(keys, asked),
    run(work) {
      last = last
        .then(work)
        .catch((error: unknown) => log.error({ err: error, reference: randomUUID() }, 'an import failed'));
    },
  };
}

async function* readInThread({ keys, blindIndexKey }: PersonalDataKeys, asked: SheetAsked): AsyncGenerator<SheetBatch> {
  const job: SheetJob = { ...asked, keys: { keys, blindIndexKey }, limits: LIMITS };
  const worker = new Worker(WORKER, { workerData: job, resourceLimits: MEMORY });
  const gone = new AbortController();
  worker.once('exit', () => gone.abort());
  try {
    for await (const [message] of on(worker, 'message', { signal: gone.signal }) as AsyncIterable<[SheetMessage]>) {
      if ('done' in message) return;
      if ('refusal' in message) throw new Refusal(message.refusal.code, message.refusal.text, message.refusal.facts);
      if ('fault' in message) throw new Error(message.fault);
      // One batch is read while the one before is written.
      worker.postMessage('next');
      yield message.batch;
    }
  } finally {
    await worker.terminate();
  }
}
