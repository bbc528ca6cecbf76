// What the tests of the two books call directly, as the narrowest post: a town officer's role of the database, under several hands.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { constraintOf, type Direct, directOf } from './funds-direct';
import type { FundsOnly } from './open-funds';

export type Books = ReturnType<typeof booksOf>;

export function booksOf(world: FundsOnly) {
  const direct: Direct = directOf(world);
  const { town, lines } = direct.place();
  const hand = (personId: string): Caller => ({ ...town, personId });
  const [maker, checker, payer] = [hand(randomUUID()), hand(randomUUID()), hand(randomUUID())];
  /** the verdict, or the constraint that refused */
  const told = (caller: Caller, sql: string, parameters: unknown[]): Promise<string> => {
    let verdict = '';
    const run = world.inRole('region', caller, async (client) => {
      verdict = await direct.verdict(client, sql, parameters);
    });
    return constraintOf(run).then((broken) => (broken === 'nothing was refused' ? verdict : String(broken)));
  };
  const villages = [...new Set(lines.map(({ region }) => region))];
  let notices = 0;

  async function draft(
    from: { region: string; parent: string | null; fen: bigint }[],
    more: { book?: string; purpose?: string; issuedOn?: string; basis?: string } = {},
  ) {
    const { book = 'special', purpose = 'industry-support', issuedOn = '2018-06-01', basis = null } = more;
    const id = randomUUID();
    const lots = from.map(() => randomUUID());
    const verdict = await told(
      maker,
      'funds.draft_notice($1, $2, $3, $4, $5, $6, null, null, $7, null, $8, $9, $10, $11, $12, $13)',
      [
        id,
        `口财指〔2018〕${++notices}号（拟）`,
        issuedOn,
        'city',
        book,
        purpose,
        'direct',
        basis,
        town.regionId,
        lots,
        from.map(({ region }) => region),
        from.map(({ parent }) => parent),
        from.map(({ fen }) => fen.toString()),
      ],
    );
    return { id, lots, verdict };
  }
  const issue = (id: string, journal: string = randomUUID()) =>
    told(checker, 'funds.issue_allotment($1, $2)', [id, journal]);
  async function change(lot: string, kind: string, fen: bigint, journal: string = randomUUID()) {
    const id = randomUUID();
    const drafted = await told(maker, 'funds.draft_authority_change($1, $2, $3, $4, $5, $6)', [
      ...[id, lot, kind, fen.toString(), '口财指〔2018〕调整（拟）', '调整'],
    ]);
    if (drafted !== 'done') return drafted;
    return told(checker, 'funds.decide_authority_change($1, $2, $3)', [id, 'approve', journal]);
  }
  const cash = (
    notice: string,
    lot: string,
    kind: string,
    fen: bigint,
    journal: string = randomUUID(),
    day = '2018-06-02',
  ) =>
    told(payer, 'funds.move_cash($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[randomUUID(), notice, kind, randomUUID(), day, [lot], [fen.toString()], journal],
    ]);
  const reverse = (journal: string) =>
    told(payer, 'funds.reverse_journal($1, $2, $3)', [journal, randomUUID(), '误记']);
  const balances = async (lot: string): Promise<Record<string, bigint>> => {
    const { rows } = await world.sql.query(`select account, amount::text as fen from funds.balance where lot_id = $1`, [
      lot,
    ]);
    return Object.fromEntries(rows.map(({ account, fen }) => [account, BigInt(fen)]));
  };
  return {
    ...{ direct, town, maker, checker, payer, villages, told },
    ...{ draft, issue, change, cash, reverse, balances },
  };
}
