// One-card batches, their sums and files, lines of payments and recoveries, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { BankFile } from './bank-file.entity';
import { CardBatch, CardBatchSum } from './card-batch.entity';
import { CardLine } from './card-line.entity';
import { Recovery } from './recovery.entity';

export const cardBatchById = defineLoader<CardBatch | null>(
  'one-card batch by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(CardBatch, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

type SumRow = CardBatchSum & { batchId: string };

/** What of a batch stands how, in the order of a line's life. */
export const sumsOfBatch = defineLoader<CardBatchSum[]>(
  'sums of a one-card batch',
  () => [],
  async (rows, ids) => {
    const found = await rows.query<Omit<SumRow, 'amount'> & { fen: string }>(
      `select c.batch_id as "batchId", c.state, count(*)::int as lines, sum(c.amount)::text as fen from funds.card_line c
       where c.batch_id = any ($1::uuid[]) group by c.batch_id, c.state
       order by array_position(array['listed', 'sent', 'paid', 'failed', 'bounced', 'held', 'stopped', 'withdrawn'], c.state)`,
      [ids],
    );
    const shown = found.map(
      ({ fen, ...sum }) => Object.assign(new CardBatchSum(), sum, { amount: BigInt(fen) }) as SumRow,
    );
    return groupBy(shown, ({ batchId }) => batchId);
  },
);

/** The order and what the bank answered: a handful a batch. */
export const filesOfBatch = defineLoader<BankFile[]>(
  'bank files of a one-card batch',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(BankFile, 'where t.batch_id = any($1::uuid[]) order by t.id', [ids]);
    return groupBy(found, ({ batchId }) => batchId ?? '');
  },
);

export const bankFileById = defineLoader<BankFile | null>(
  'bank file by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(BankFile, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

/** All attempts at one payment, the latest first. */
export const cardLinesOfPayment = defineLoader<CardLine[]>(
  'one-card lines of a payment',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(CardLine, 'where t.disbursement_line_id = any($1::uuid[]) order by t.id desc', [
      ids,
    ]);
    return groupBy(found, ({ disbursementLineId }) => disbursementLineId);
  },
);

export const cardLineById = defineLoader<CardLine | null>(
  'one-card line by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(CardLine, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

export const batchesOfDisbursement = defineLoader<CardBatch[]>(
  'one-card batches of a disbursement',
  () => [],
  async (rows, ids) => {
    const pairs = await rows.query<{ disbursement: string; batch: string }>(
      'select distinct c.disbursement_id as disbursement, c.batch_id as batch from funds.card_line c where c.disbursement_id = any($1::uuid[]) order by 1, 2',
      [ids],
    );
    const batches = mapBy(
      await rows.select(CardBatch, 'where t.id = any($1::uuid[])', [[...new Set(pairs.map(({ batch }) => batch))]]),
      ({ id }) => id,
    );
    const found = pairs.flatMap(({ disbursement, batch }) => {
      const known = batches.get(batch);
      return known ? [{ disbursement, known }] : [];
    });
    const grouped = groupBy(found, ({ disbursement }) => disbursement);
    return new Map([...grouped].map(([id, of]) => [id, of.map(({ known }) => known)]));
  },
);

export const recoveryById = defineLoader<Recovery | null>(
  'recovery by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Recovery, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

export const recoveriesOfPayment = defineLoader<Recovery[]>(
  'recoveries of a payment',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(Recovery, 'where t.line_id = any($1::uuid[]) order by t.id', [ids]);
    return groupBy(found, ({ lineId }) => lineId);
  },
);
