// This project as a side of the bench: the whole graph in a process of its own, opened just as `npm start` opens it.
import { createLog } from '#platform/process/log';
import type { Addresses } from '../start/environment';
import { openGraph } from '../start/open-graph';
import type { Secrets } from '../start/secrets';
import { answerParent } from './process/parent';

export interface SideSetup {
  secrets: Secrets;
  addresses: Addresses;
}

answerParent({
  open: ({ secrets, addresses }: SideSetup) => openGraph(secrets, addresses, createLog('graph', { level: 'warn' })),
});
