// What was re-issued of lines and batches, and which batches are complete, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Disbursement } from './disbursement.entity';
import { COMPLETE, REISSUED } from './reissue.query';

export const reissuedOfLine = defineLoader<bigint>(
  're-issued of a payment line',
  () => 0n,
  async (rows, ids) => {
    const found = await rows.query<{ id: string; fen: string }>(
      `select l.id, ${REISSUED}::text as fen from funds.disbursement_line l where l.id = any ($1::uuid[]) and l.returned > 0`,
      [ids],
    );
    return new Map(found.map(({ id, fen }) => [id, BigInt(fen)]));
  },
);

/** One or a few a batch: what came back in several parts, or again. */
export const reissuesOfDisbursement = defineLoader<Disbursement[]>(
  're-issues of a disbursement',
  () => [],
  async (rows, ids) => {
    const pairs = await rows.query<{ of: string; by: string }>(
      `select distinct l.disbursement_id as of, r.disbursement_id as by from funds.line_reissue r join funds.disbursement_line l on l.id = r.line_id
       where l.disbursement_id = any ($1::uuid[]) order by 1, 2`,
      [ids],
    );
    const batches = mapBy(
      await rows.select(Disbursement, 'where t.id = any($1::uuid[])', [pairs.map(({ by }) => by)]),
      ({ id }) => id,
    );
    const found = pairs.flatMap(({ of, by }) => {
      const batch = batches.get(by);
      return batch ? [{ of, batch }] : [];
    });
    return new Map([...groupBy(found, ({ of }) => of)].map(([id, each]) => [id, each.map(({ batch }) => batch)]));
  },
);

/** The batch whose returned lines it pays anew. */
export const reissueOfDisbursement = defineLoader<string | null>(
  'what a disbursement re-issues',
  () => null,
  async (rows, ids) => {
    const found = await rows.query<{ id: string; of: string }>(
      `select distinct r.disbursement_id as id, l.disbursement_id as of from funds.line_reissue r join funds.disbursement_line l on l.id = r.line_id
       where r.disbursement_id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map(({ id, of }) => [id, of]));
  },
);

export const completeDisbursement = defineLoader<boolean>(
  'disbursement is complete',
  () => false,
  async (rows, ids) => {
    const found = await rows.query<{ id: string }>(COMPLETE, [ids]);
    return new Map(found.map(({ id }) => [id, true]));
  },
);
