// A side that answers HTTP: its process or processes, where it listens, and how a round is put to it.

import type { Load, Measured, Shot } from '../measure/generate-load';
import { type NamedProcess, processesUnder } from '../measure/process-cpu';
import type { MeasuredSide } from '../measure/run-rounds';
import type { ServedName } from '../peers/all-peers';
import type { Child } from '../process/child';
import type { Ground } from '../workload';

export interface ServedSide {
  name: ServedName;
  /** `http://host:port/` */
  origin: string;
  processes: readonly NamedProcess[];
}

export interface LoadSource {
  load: Child;
  /** tokens made now, by place of the user: none grows old during a long run */
  freshTokens: (users: Ground['users']) => Promise<string[]>;
  users: Ground['users'];
}

/** `alsoAsked` are processes of another side that work for this one too. */
export async function openServed(
  child: Child,
  name: ServedName,
  setup: unknown,
  alsoAsked: readonly NamedProcess[] = [],
): Promise<ServedSide> {
  const url = await child.ask<string>('open', setup);
  const processes = [...processesUnder('server', child.pid), ...alsoAsked];
  return { name, origin: new URL('/', url).href, processes };
}

export function measuredSide(
  { name, origin, processes }: ServedSide,
  shots: readonly Shot[],
  source: LoadSource,
): MeasuredSide {
  return {
    name,
    processes,
    async run({ connections, milliseconds, from }) {
      const tokens = await source.freshTokens(source.users);
      const given: Load = { origin, shots, tokens, connections, milliseconds, from };
      return source.load.ask<Measured>('load', given);
    },
  };
}
