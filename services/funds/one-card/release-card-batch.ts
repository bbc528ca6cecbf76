// Releases a one-card batch (放款): payees are compared with the register of the day, the bank's file is written, read back and compared, and only then sent.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import { todayInBeijing } from '#platform/graph/today';
import { sha256Of } from '#platform/vocabulary/canonical';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { askStandings } from './ask-accounts';
import { type BankOrder, checkOrder, type OrderLine, recordsOfOrder } from './bank-file.rules';
import { CardBatch } from './card-batch.entity';
import { checkStep, stopOf } from './card-batch.rules';
import { findProfile } from './find-profile';
import { oneCardRefusals } from './one-card-refusals.rules';
import { cardEyesOf, tellBatchVerdict } from './tell-batch-verdict';

interface ListedLine extends Omit<OrderLine, 'card' | 'bank'> {
  id: string;
  memberId: string;
  bank: string | null;
  card: Buffer;
  objected: boolean;
}

const LINES = `select c.id, c.reference, c.payee, c.payee_member_id as "memberId", c.bank_name as bank, c.card_sealed as card, c.amount::text as fen,
    stops.some and funds.notice_stops('card-batch', c.batch_id, c.id) as objected
  from funds.card_line c cross join (select funds.notice_stops('card-batch', $1, null) as some) stops where c.batch_id = $1 and c.state = 'listed' order by c.ordinal`;

const RELEASE = 'select funds.release_card_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as verdict';

export async function releaseCardBatch(context: FundsContext, id: string, idempotencyKey: string): Promise<string> {
  checkId(id, '一卡通批次 one-card batch');
  const { caller, inScope, tools } = context;
  const once = { subgraph: 'funds', caller, operation: 'releaseCardBatch', idempotencyKey, payload: { id } } as const;
  const { batch, lines } = await listedLines(context, id);
  const weighed = batch.state === 'verified' ? await weighLines(context, lines) : { stopped: [], held: [], left: [] };
  const file = await makeFile(context, batch, weighed.left, await todayInBeijing.load(context, 'today'));
  await inScope
    .write(
      {
        action: 'releaseCardBatch',
        target: id,
        facts: {
          lines: weighed.left.length,
          stopped: weighed.stopped.length,
          held: weighed.held.length,
          sha256: file.sha256,
        },
      },
      (rows) =>
        onceOnly(rows, once, async () => {
          checkStep(batch.state, 'release');
          if (batch.madeBy === caller.personId || batch.verifiedBy === caller.personId)
            throw oneCardRefusals.cardBatchEyes();
          const [answer] = await rows.query<{ verdict: string }>(RELEASE, [
            id,
            weighed.stopped.map((line) => line.id),
            weighed.stopped.map(({ reason }) => reason),
            weighed.held.map((line) => line.id),
            weighed.held.map(({ reason }) => reason),
            weighed.left.length,
            weighed.left.reduce((sum, { amount }) => sum + amount, 0n).toString(),
            weighed.stopped.map(() => newId()),
            newId(),
            file.name,
            file.sha256,
            file.body.length,
            tools.personalData.sealBytes(file.body),
          ]);
          tellBatchVerdict(answer?.verdict ?? 'unknown', 'release');
          return id;
        }),
    )
    .catch((error: unknown) => {
      throw cardEyesOf(error) ?? error;
    });
  return id;
}

async function listedLines({ inScope }: FundsContext, id: string): Promise<{ batch: CardBatch; lines: ListedLine[] }> {
  return inScope.read(async ({ select, query }) => {
    const [[batch], found] = await Promise.all([
      select(CardBatch, 'where t.id = $1', [id]),
      query<Omit<ListedLine, 'amount'> & { fen: string }>(LINES, [id]),
    ]);
    if (!batch) throw commonRefusals.notFound({ what: '一卡通批次 one-card batch' });
    return { batch, lines: found.map(({ fen, ...line }) => ({ ...line, amount: BigInt(fen) })) };
  });
}

/** The dead and the removed are stopped, lines with an objection and those that the register could not tell of are held back. */
async function weighLines(context: FundsContext, lines: readonly ListedLine[]) {
  const standings = await askStandings(
    context,
    lines.map(({ memberId }) => memberId),
  );
  const weighed = lines.map((line) => ({
    line,
    stop:
      stopOf(standings.get(line.memberId)) ??
      (line.objected ? { step: 'hold' as const, reason: '公示有异议，缓发 · an objection is open' } : null),
  }));
  const of = (step: 'stop' | 'hold') =>
    weighed.flatMap(({ line, stop }) => (stop?.step === step ? [{ id: line.id, reason: stop.reason }] : []));
  return { stopped: of('stop'), held: of('hold'), left: weighed.flatMap(({ line, stop }) => (stop ? [] : [line])) };
}

async function makeFile(context: FundsContext, batch: CardBatch, left: readonly ListedLine[], day: string) {
  const { personalData, bankFiles } = context.tools;
  const profile = findProfile(context, batch.profile);
  const order: BankOrder = {
    batch: batch.number,
    day,
    purpose: batch.purpose,
    lines: left.map(({ reference, payee, card, bank, amount }) => ({
      reference,
      payee,
      card: personalData.open(card),
      bank: bank ?? '',
      amount,
    })),
  };
  const body = await bankFiles.write(profile, profile.payment, recordsOfOrder(profile, order));
  checkOrder(profile, order, await bankFiles.read(profile, profile.payment, body));
  const name = `${batch.number}-${day}.${profile.form === 'workbook' ? 'xlsx' : 'txt'}`;
  return { name, body, sha256: sha256Of(body) };
}
