// This project as a side of the bench once more: five processes over HTTP, spawned just as `npm run start:services` spawns them.
import { createLog } from '#platform/process/log';
import { spawnServices } from '../start/spawn-services';
import { answerParent } from './process/parent';
import type { SideSetup } from './serve-graph';

answerParent({
  open: ({ secrets, addresses }: SideSetup) =>
    spawnServices(secrets, addresses, createLog('services', { level: 'warn' })),
});
