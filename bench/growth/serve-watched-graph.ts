// The whole graph in a process whose memory can be told: after a collection, so that what is counted is what is kept.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLog } from '#platform/process/log';
import { openGraph } from '../../start/open-graph';
import { answerParent } from '../process/parent';
import type { SideSetup } from '../serve-graph';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export interface Memory {
  heap: number;
  resident: number;
}

answerParent({
  open: ({ secrets, addresses }: SideSetup) => openGraph(secrets, addresses, createLog('graph', { level: 'warn' })),
  async memory(): Promise<Memory> {
    // Twice, with a turn between: finalizers of the first free what the second collects.
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    return { heap: heapUsed, resident: rss };
  },
});
