// What the tests of the ledger call directly, as a role of the database and past the graph.
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Caller } from '#platform/vocabulary/caller';
import { runNotice } from './notice-steps';
import type { FundsOnly } from './open-funds';

export const constraintOf = (run: Promise<unknown>) =>
  run.then(
    () => 'nothing was refused',
    (error: { constraint?: string; code?: string }) => error.constraint ?? error.code,
  );

export interface Line {
  household: string;
  region: string;
  path: string;
}
export type Direct = ReturnType<typeof directOf>;

export function directOf(world: FundsOnly) {
  function place(): { town: Caller; director: Caller; finance: Caller; lines: Line[] } {
    const [town, director, finance] = ['town-kouzhen', 'city-director', 'city-finance'].map((account) =>
      world.as(account),
    ) as [Caller, Caller, Caller];
    const path = world.city.regions.find(({ id }) => id === town.regionId)?.path as string;
    const lines = world.city.households
      .filter((household) => household.path.startsWith(path))
      .map(({ id, regionId, path: home }) => ({ household: id, region: regionId, path: home }));
    return { town, director, finance, lines };
  }

  async function lotOf(town: Caller): Promise<{ id: string; purpose: string }> {
    const { rows } = await world.sql.query(
      `select l.id, l.purpose from funds.allotment_line l join funds.balance b on b.lot_id = l.id and b.account = 'available'
       where l.region_id = $1 order by b.amount desc, l.id limit 1`,
      [town.regionId],
    );
    return rows[0];
  }

  async function apply(
    client: Client,
    town: Caller,
    amounts: bigint[],
    id = randomUUID(),
    from?: { id: string; purpose: string },
  ): Promise<{ id: string; verdict: string }> {
    const lot = from ?? (await lotOf(town));
    const lines = place().lines.slice(0, amounts.length);
    const { rows } = await client.query(
      'select funds.apply_disbursement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as verdict',
      [
        id,
        id,
        lot.id,
        lot.purpose,
        '口政发〔2018〕8号（拟）',
        town.regionId,
        lines.map(() => randomUUID()),
        lines.map(({ household }) => household),
        lines.map(({ region }) => region),
        lines.map(({ path }) => path),
        amounts.map(String),
        lines.map(() => '某某'),
        lines.map(() => null),
        randomUUID(),
      ],
    );
    return { id, verdict: rows[0].verdict };
  }
  const verdict = async (client: Client, sql: string, parameters: unknown[]) =>
    ((await client.query(`select ${sql} as verdict`, parameters)).rows[0] as { verdict: string }).verdict;
  const decide = (client: Client, id: string, step: string) =>
    verdict(client, 'funds.decide_disbursement($1, $2, $3, $4)', [id, step, '原因', randomUUID()]);
  const pay = async (client: Client, id: string) => {
    await runNotice(world.sql, id);
    const ordered = await verdict(client, 'funds.issue_payment_order($1, $2, $3)', [id, randomUUID(), id]);
    if (ordered !== 'done') return ordered;
    return verdict(client, 'funds.pay_disbursement($1, $2)', [id, randomUUID()]);
  };
  return { place, lotOf, apply, verdict, decide, pay };
}
