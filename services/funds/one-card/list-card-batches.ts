// Lists one-card batches, their lines, lines of the bank's answers, and recoveries, a page at a time.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { BankFileLine } from './bank-file-line.entity';
import { CardBatch } from './card-batch.entity';
import { CardLine } from './card-line.entity';
import type { CardBatchesArgs } from './one-card.input';
import { Recovery } from './recovery.entity';

export async function listCardBatches({ inScope }: Context, args: CardBatchesArgs): Promise<Page<CardBatch>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  const { lo, hi } = await inScope.range();
  return inScope.read(async ({ select }) =>
    pageOf(
      await select(
        CardBatch,
        `where t.path >= $1 and t.path < $2 and ($3::text is null or t.state = $3)
         and ($4::text is null or (t.path, t.id) > ($4, $5::uuid)) order by t.path, t.id limit $6`,
        [lo, hi, args.state ?? null, after?.[0] ?? null, after?.[1] ?? null, size + 1],
      ),
      size,
    ),
  );
}

export async function listCardLines(
  { inScope }: Context,
  batchId: string,
  args: PageArgs,
  state: string | null,
): Promise<Page<CardLine>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ select }) =>
    pageOf(
      await select(
        CardLine,
        `where t.batch_id = $1 and t.ordinal > $2 and ($3::text is null or t.state = $3) order by t.ordinal limit $4`,
        [batchId, after?.[0] ?? 0, state, size + 1],
      ),
      size,
    ),
  );
}

export async function listBankFileLines(
  { inScope }: Context,
  fileId: string,
  args: PageArgs,
  outcome: string | null,
): Promise<Page<BankFileLine>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  const found = await inScope.read(({ query }) =>
    query<Omit<BankFileLine, 'amount'> & { fen: string }>(
      `select l.ordinal, l.reference, l.amount::text as fen, l.direction, l.reason, l.outcome, l.differs, l.card_line_id as "cardLineId"
       from funds.bank_file_line l where l.file_id = $1 and l.ordinal > $2 and ($3::text is null or l.outcome = $3) order by l.ordinal limit $4`,
      [fileId, after?.[0] ?? 0, outcome, size + 1],
    ),
  );
  const lines = found.map(({ fen, ...line }) => Object.assign(new BankFileLine(), line, { amount: BigInt(fen) }));
  return pageOf(lines, size);
}

export async function listRecoveries({ inScope }: Context, args: PageArgs): Promise<Page<Recovery>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  const { lo, hi } = await inScope.range();
  return inScope.read(async ({ select }) =>
    pageOf(
      await select(
        Recovery,
        `where t.path >= $1 and t.path < $2 and ($3::text is null or (t.path, t.id) > ($3, $4::uuid)) order by t.path, t.id limit $5`,
        [lo, hi, after?.[0] ?? null, after?.[1] ?? null, size + 1],
      ),
      size,
    ),
  );
}
