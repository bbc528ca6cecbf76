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
  const { subgraph, caller, operation, idempotencyKey } = once;
  if (idempotencyKey.length < 8 || idempotencyKey.length > 100)
    throw invalidInput('idempotencyKey', '幂等键须为 8 至 100 个字符', 'an idempotency key has 8 to 100 characters');
  const hash = contentHash(once.payload);
  const keys = [caller.personId, operation, idempotencyKey];
  const taken = await rows.query<{ one: number }>(
    `with claim as (insert into ${subgraph}.idempotency (person_id, operation, key, payload_hash) values ($1, $2, $3, $4) on conflict do nothing returning 1)
     select 1 as one from claim`,
    [...keys, hash],
  );
  if (taken.length === 1) {
    const resultId = await run();
    await rows.query(
      `update ${subgraph}.idempotency set result_id = $4 where person_id = $1 and operation = $2 and key = $3`,
      [...keys, resultId],
    );
    return resultId;
  }
  const [earlier] = await rows.query<{ payload_hash: string; result_id: string }>(
    `select payload_hash, result_id from ${subgraph}.idempotency where person_id = $1 and operation = $2 and key = $3`,
    keys,
  );
  if (!earlier || earlier.payload_hash !== hash) throw commonRefusals.keyReused({ idempotencyKey });
  return earlier.result_id;
}
