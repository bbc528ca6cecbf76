// The treasury of a chaos history: batches and stages paid by order, told twice, cut off in the middle of a write, brought back and re-issued; what it did in truth it keeps for itself.
import { randomUUID } from 'node:crypto';
import type { prng } from '../../data/generate/prng';
import type { chaosHands } from './chaos-hands';
import { constraintOf, type Direct } from './funds-direct';
import { runNotice } from './notice-steps';
import type { FundsOnly } from './open-funds';

const DOCUMENTS = JSON.stringify(
  ['contract', 'start-report'].map((kind) => ({
    kind,
    number: '〔2018〕1号',
    day: '2018-06-01',
    sealed: true,
    sha256: 'ab'.repeat(32),
  })),
);

export function treasuryOf(
  world: FundsOnly,
  direct: Direct,
  hands: ReturnType<typeof chaosHands>,
  random: ReturnType<typeof prng>,
) {
  const { town, director, finance } = direct.place();
  const chance = (percent: number) => random.between(1, 100) <= percent;
  const said = async (sql: string, values: unknown[]): Promise<string> =>
    (await hands.one(`select funds.${sql} as told`, values)).told;
  const by = ({ personId }: { personId: string | null }) => hands.hand(personId as string);
  /** The process dies before the commit, and the client asks again: nothing of the first time is left. */
  async function survived<T>(write: () => Promise<T>): Promise<T> {
    if (chance(25)) {
      await world.sql.query('savepoint power');
      await write();
      await world.sql.query('rollback to power');
    }
    return write();
  }
  /** Told a second time, it is refused in words or by a constraint, and the books stay as they are. */
  async function once(sql: string, values: unknown[]): Promise<void> {
    const told = await survived(() => said(sql, values));
    if (told !== 'done') throw new Error(`${sql}: ${told}`);
    if (!chance(40)) return;
    await world.sql.query('savepoint again');
    const again = await constraintOf(said(sql, values).then((verdict) => Promise.reject({ constraint: verdict })));
    await world.sql.query('rollback to again');
    if (again === 'done') throw new Error(`done twice: ${sql}`);
  }
  async function applied(lot: { id: string; purpose: string }, amounts: bigint[]): Promise<string> {
    await by(town);
    return (await direct.apply(world.sql, town, amounts, randomUUID(), lot)).id;
  }
  async function paid(id: string): Promise<void> {
    await by(director);
    await once('decide_disbursement($1, $2, null, $3)', [id, 'approve', randomUUID()]);
    await world.sql.query('reset role');
    await runNotice(world.sql, id);
    await by(finance);
    const order = () => once('issue_payment_order($1, $2, $3)', [id, randomUUID(), randomUUID()]);
    await order();
    if (chance(20)) {
      await once('recall_payment_order($1, $2)', [id, '账户变更']);
      await order();
    }
    await once('pay_disbursement($1, $2)', [id, randomUUID()]);
  }

  return {
    /** A batch that is paid whole; some of it comes back, and some of that is issued again. Answers what stayed paid. */
    async batch(lot: { id: string; purpose: string }): Promise<bigint> {
      const amounts = Array.from({ length: random.between(1, 3) }, () => BigInt(random.between(1, 400)));
      const id = await applied(lot, amounts);
      await paid(id);
      const lines = await world.sql.query<{ id: string; household: string; fen: string }>(
        'select id, household_id as household, amount::text as fen from funds.disbursement_line where disbursement_id = $1 order by id',
        [id],
      );
      let stayed = amounts.reduce((sum, fen) => sum + fen, 0n);
      const back = lines.rows.filter(() => chance(50));
      for (const line of back) {
        await by(finance);
        await once('return_payment($1, $2, $3, $4, $5)', [line.id, randomUUID(), line.fen, '退回', randomUUID()]);
        stayed -= BigInt(line.fen);
      }
      const [first] = back;
      const at = lines.rows.findIndex(({ household }) => household === direct.place().lines[0]?.household);
      if (!first || lines.rows[at] !== first || !chance(70)) return stayed;
      const again = await applied(lot, [BigInt(first.fen)]);
      await once('link_reissue($1, $2)', [id, again]);
      await paid(again);
      return stayed + BigInt(first.fen);
    },
    /** The first stage of a contract: claimed, ordered and paid by three people. */
    async stage(lot: { id: string }): Promise<bigint> {
      const [contract, claim] = [randomUUID(), randomUUID()];
      const fen = BigInt(random.between(100, 2000));
      await by(town);
      await once('open_reimbursement($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
        ...[contract, contract, lot.id, town.regionId, '小型水利', '某建筑队', 'HT-1', fen.toString(), fen.toString()],
      ]);
      await once('claim_stage($1, $2, $3, $4, $5)', [contract, claim, 'start', DOCUMENTS, randomUUID()]);
      await by(director);
      await once('decide_stage_claim($1, $2, null, $3)', [claim, 'approve', randomUUID()]);
      await by(finance);
      const order = () => once('order_stage_claim($1, $2, $3)', [claim, randomUUID(), randomUUID()]);
      await order();
      if (chance(20)) {
        await once('recall_stage_order($1, $2)', [claim, '账户变更']);
        await order();
      }
      await once('decide_stage_claim($1, $2, null, $3)', [claim, 'pay', randomUUID()]);
      return (fen * 4n) / 10n;
    },
    survived,
  };
}
