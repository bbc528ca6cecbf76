// The stage of a measurement under load: the whole city, many people with their sessions, and the project opened with the settings asked for.
import { createLog } from '#platform/process/log';
import { tokenSigner } from '../../services/organisation/token-signer';
import { drawGround } from '../ground/draw-ground';
import { prepareDatabase } from '../ground/prepare-database';
import { Child } from '../process/child';
import type { Shot } from './offer-requests';
import { separateCores } from './separate-cores';
import type { LoadedSetup } from './serve-loaded';

/** A short question of everybody's own: what is measured is how much is borne, not how heavy one is. */
const QUESTION = `{ me { post region { name } } households(first: 5) { edges { node { number type region { name } } } } }`;

export interface Opened {
  url: string;
  shots: readonly Shot[];
  close(): Promise<void>;
}

export interface Stage {
  open(setup: Pick<LoadedSetup, 'env' | 'workers'>): Promise<Opened>;
  say(text: string): void;
}

export async function openStage(say: (text: string) => void): Promise<Stage> {
  const { sql, secrets, addresses } = await prepareDatabase(createLog('bench', { level: 'warn' }));
  const signer = tokenSigner(secrets.token.privateKey, { issuer: 'organisation', audience: 'graph' });
  return {
    say,
    async open(setup) {
      const child = new Child('graph', 'bench/under-load/serve-loaded.js');
      // Several gateways are for all cores there are.
      if (setup.workers === undefined && !(await separateCores(sql, child.pid)))
        say('  ! 负载与服务同核 · the load shares the cores of what it measures');
      const url = await child.ask<string>('open', { secrets, addresses, ...setup });
      const ground = await drawGround(sql, url);
      const shots = ground.users.map(async ({ personId, sessionId }) => {
        const { token } = await signer.sign(personId, sessionId, new Date());
        return { token, body: JSON.stringify({ query: QUESTION }) };
      });
      return { url, shots: await Promise.all(shots), close: () => child.end() };
    },
  };
}
