// What the tests of traces do with money: a notice of the city for several places, parts of a line, batches of any town, each by the hands of the database.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { constraintOf } from './funds-direct';
import { runNotice } from './notice-steps';
import type { FundsOnly } from './open-funds';

export type TraceDeeds = ReturnType<typeof traceDeedsOf>;

export function traceDeedsOf(world: FundsOnly) {
  const pathOf = (regionId: string) => world.city.regions.find(({ id }) => id === regionId)?.path as string;
  const hand = (regionId: string): Caller => world.as('city-director', { regionId, personId: randomUUID() });
  const cityId = world.city.regions.find(({ kind }) => kind === 'city')?.id as string;
  const householdsOf = (regionId: string) =>
    world.city.households.filter(({ path }) => path.startsWith(pathOf(regionId)));
  /** the verdict, or the constraint that refused */
  async function told(caller: Caller, sql: string, parameters: unknown[]): Promise<string> {
    let verdict = '';
    const run = world.inRole('region', caller, async (client) => {
      verdict = (await client.query(`select ${sql} as verdict`, parameters)).rows[0].verdict;
    });
    const broken = await constraintOf(run);
    return broken === 'nothing was refused' ? verdict : String(broken);
  }
  const [maker, checker] = [hand(cityId), hand(cityId)];
  let notices = 0;

  /** Issued at once; each line may be a part of another. */
  async function issue(lines: { region: string; fen: bigint; parent?: string }[]) {
    const [id, lots] = [randomUUID(), lines.map(() => randomUUID())];
    const drafted = await told(
      maker,
      `funds.draft_notice($1, $2, '2018-06-01', 'province', 'special', 'industry-support', null, null, 'direct', null, null, $3, $4, $5, $6, $7)`,
      [
        ...[id, `鲁财农指〔2018〕追溯${++notices}号（拟）`, cityId, lots, lines.map(({ region }) => region)],
        ...[lines.map(({ parent }) => parent ?? null), lines.map(({ fen }) => fen.toString())],
      ],
    );
    const verdict =
      drafted === 'done' ? await told(checker, 'funds.issue_allotment($1, $2)', [id, randomUUID()]) : drafted;
    // Cash comes with it, so that what follows is about authority alone.
    const cash = '2018-06-02';
    const fens = lines.map(({ fen }) => fen.toString());
    if (verdict === 'done' && !lines[0]?.parent)
      await told(checker, 'funds.move_cash($1, $2, $3, $4, $5, $6, $7, $8)', [
        ...[randomUUID(), id, 'receive', id, cash, lots, fens, randomUUID()],
      ]);
    return { id, lots, verdict };
  }
  async function change(lot: string, kind: string, fen: bigint) {
    const id = randomUUID();
    const asked = [id, lot, kind, fen.toString(), '莱财调〔2018〕1号（拟）', '调整'];
    const drafted = await told(maker, 'funds.draft_authority_change($1, $2, $3, $4, $5, $6)', asked);
    return drafted === 'done'
      ? told(checker, 'funds.decide_authority_change($1, $2, $3)', [id, 'approve', randomUUID()])
      : drafted;
  }
  async function apply(region: string, lot: string, amounts: readonly bigint[], from = 0) {
    const id = randomUUID();
    const people = householdsOf(region).slice(from, from + amounts.length);
    const lines = people.map(() => randomUUID());
    const by = hand(region);
    const verdict = await told(
      by,
      `funds.apply_disbursement($1, $2, $3, 'industry-support', '镇政发〔2018〕8号（拟）', $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, id, lot, region, lines, people.map((each) => each.id), people.map(({ regionId }) => regionId)],
        ...[people.map(({ path }) => path), amounts.map(String), people.map(() => '某某'), people.map(() => null)],
        randomUUID(),
      ],
    );
    return { id, lines, by, verdict };
  }
  const decide = (id: string, step: string, by = checker) =>
    told(by, 'funds.decide_disbursement($1, $2, $3, $4)', [id, step, '原因', randomUUID()]);
  async function pay(id: string) {
    await runNotice(world.sql, id);
    const payer = hand(cityId);
    const ordered = await told(payer, 'funds.issue_payment_order($1, $2, $3)', [id, randomUUID(), id]);
    return ordered === 'done' ? told(payer, 'funds.pay_disbursement($1, $2)', [id, randomUUID()]) : ordered;
  }
  const back = (line: string, fen: bigint, journal: string = randomUUID()) =>
    told(checker, 'funds.return_payment($1, $2, $3, $4, $5)', [line, randomUUID(), fen.toString(), '退回', journal]);
  const reverse = (journal: string) =>
    told(checker, 'funds.reverse_journal($1, $2, $3)', [journal, randomUUID(), '误记']);
  const link = (of: string, by: { id: string; by: Caller }) => told(by.by, 'funds.link_reissue($1, $2)', [of, by.id]);
  async function paid(region: string, lot: string, amounts: readonly bigint[]) {
    const batch = await apply(region, lot, amounts);
    const verdicts = [batch.verdict, await decide(batch.id, 'approve'), await pay(batch.id)];
    if (verdicts.some((each) => each !== 'done')) throw new Error(verdicts.join());
    return batch;
  }
  return { cityId, pathOf, hand, householdsOf, issue, change, apply, decide, pay, back, reverse, link, paid };
}
