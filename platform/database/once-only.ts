// Idempotency (幂等): the same key with the same payload gives the same effect once; with another payload it is refused.

import type { Caller } from '../vocabulary/caller';
import { contentHash } from '../vocabulary/canonical';
import { commonRefusals, invalidInput } from '../vocabulary/refusal';
import type { WriteRows } from './in-scope';
import type { SubgraphName } from './roles';

export interface Once {
  subgraph: SubgraphName;
  caller: Caller;
  operation: string;
  idempotencyKey: string;
  payload: unknown;
}

/** Runs inside the write's own transaction; answers the id of the result, which the verb reads again under present rights. */
export async function onceOnly(rows: WriteRows, once: Once, run: () => Promise<string>): Promise<string> {
  const earlier = await takenBefore(rows, once);
  return earlier ?? keep(rows, once, await run());
}

/** What it runs on is read in the trip that takes the key, and in vain where the key was taken before. */
export async function onceOn<Ground>(
  rows: WriteRows,
  once: Once,
  read: () => Promise<Ground>,
  run: (ground: Ground) => Promise<string>,
): Promise<string> {
  const [earlier, ground] = await Promise.all([takenBefore(rows, once), read()]);
  return earlier ?? keep(rows, once, await run(ground));
}

function keep(rows: WriteRows, once: Once, resultId: string): string {
  rows.atEnd(
    `update ${once.subgraph}.idempotency set result_id = $4 where person_id = $1 and operation = $2 and key = $3`,
    [...keysOf(once), resultId],
  );
  return resultId;
}

const keysOf = ({ caller, operation, idempotencyKey }: Once) => [caller.personId, operation, idempotencyKey];

/** Null for a key that is taken now; else what was made under it before. */
async function takenBefore(rows: WriteRows, once: Once): Promise<string | null> {
  const { subgraph, idempotencyKey } = once;
  if (idempotencyKey.length < 8 || idempotencyKey.length > 100)
    throw invalidInput('idempotencyKey', '幂等键须为 8 至 100 个字符', 'an idempotency key has 8 to 100 characters');
  const hash = contentHash(once.payload);
  const taken = await rows.query<{ one: number }>(
    `with claim as (insert into ${subgraph}.idempotency (person_id, operation, key, payload_hash) values ($1, $2, $3, $4) on conflict do nothing returning 1)
     select 1 as one from claim`,
    [...keysOf(once), hash],
  );
  if (taken.length === 1) return null;
  const [earlier] = await rows.query<{ payload_hash: string; result_id: string }>(
    `select payload_hash, result_id from ${subgraph}.idempotency where person_id = $1 and operation = $2 and key = $3`,
    keysOf(once),
  );
  if (!earlier || earlier.payload_hash !== hash) throw commonRefusals.keyReused({ idempotencyKey });
  return earlier.result_id;
}
