// The hands of a chaos history: lists that are made, verified, posted and released, and files that are brought and taken, each as the narrowest role.
import { randomUUID } from 'node:crypto';
import { RoleNames } from '#platform/database/roles';
import type { BankLine, Sent } from './chaos-bank';
import type { Direct } from './funds-direct';
import type { FundsOnly } from './open-funds';

export function chaosHands(world: FundsOnly, direct: Direct) {
  const one = async (sql: string, values: unknown[] = []) => (await world.sql.query(sql, values)).rows[0];
  const verdict = async (sql: string, values: unknown[]) => {
    const { told } = await one(`select ${sql} as told`, values);
    if (told !== 'done') throw new Error(`${sql.slice(0, sql.indexOf('('))}: ${told}`);
  };
  /** Everything is done as the narrowest role that does it. */
  async function hand(personId: string, kind: 'region' | 'own' = 'region'): Promise<void> {
    const role = new RoleNames('fund', 'funds').kind(kind);
    await world.sql.query(`select set_config('role', $1, true), set_config('scope.person', $2, true)`, [
      role,
      personId,
    ]);
  }

  async function listed(
    sources: readonly string[],
    cardOf: Map<string, string>,
    amountOf: Map<string, bigint>,
  ): Promise<Sent[]> {
    const { town, director, finance } = direct.place();
    const [id, number] = [randomUUID(), `YK${randomUUID().replaceAll('-', '').slice(-14)}`.toUpperCase()];
    const each = <T>(value: (source: string) => T) => sources.map(value);
    await hand(town.personId as string);
    await verdict('funds.list_card_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)', [
      ...[
        id,
        number,
        'delimited-utf8',
        'hash',
        '口政发〔2018〕40号（拟）',
        town.regionId,
        each(() => randomUUID()),
        sources,
      ],
      ...[each(() => '某某'), each(() => null), each(() => null), each(() => '某行'), each(() => Buffer.from('x'))],
      ...[each((source) => cardOf.get(source)), each(() => '0000'), each(() => null), each(() => null)],
    ]);
    await hand(director.personId as string);
    await verdict('funds.step_card_batch($1, $2, $3)', [id, 'verify', null]);
    await world.sql.query('reset role');
    await world.sql.query(
      `insert into funds.public_notice (id, type, subject_kind, subject_id, region_id, path, title, body, line_count, days, counted, from_on, until_on, pack_name, pack_hash, root, posted_by)
     select gen_random_uuid(), 'posting', 'card-batch', b.id, b.region_id, b.path, '公示', '公示', b.line_count, 7, 'workdays', funds.today() - 40, funds.today() - 20, 'p', 'h', repeat('0', 64), b.made_by
     from funds.card_batch b where b.id = $1`,
      [id],
    );
    await world.sql.query(
      `insert into funds.notice_line (notice_id, line, line_id, household_id, region_id, path, village, shown_name, name, amount, salt, leaf)
     select n.id, c.ordinal, c.id, c.household_id, c.region_id, c.path, '村', '某*', '某某', c.amount, repeat('0', 32), repeat('0', 64)
     from funds.card_line c join funds.public_notice n on n.subject_kind = 'card-batch' and n.subject_id = c.batch_id where c.batch_id = $1`,
      [id],
    );
    await hand(finance.personId as string);
    const total = sources.reduce((sum, source) => sum + (amountOf.get(source) ?? 0n), 0n);
    await verdict('funds.release_card_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)', [
      ...[
        id,
        [],
        [],
        [],
        [],
        sources.length,
        total.toString(),
        [],
        randomUUID(),
        'f',
        '0'.repeat(64),
        1,
        Buffer.from('x'),
      ],
    ]);
    return sources.map((source, at) => ({
      ...{ batch: number, reference: `${number}-${String(at + 1).padStart(5, '0')}`, source },
      ...{ card: cardOf.get(source) ?? '', fen: amountOf.get(source) ?? 0n },
    }));
  }

  async function taken(file: {
    batch: string;
    kind: string;
    sha256: string;
    lines: readonly BankLine[];
  }): Promise<void> {
    const { finance } = direct.place();
    const id = randomUUID();
    await hand(finance.personId as string, 'own');
    await verdict('funds.receive_bank_file($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[id, 'delimited-utf8', 'hash', '回盘.txt', file.sha256, 1, finance.regionId, Buffer.from('x')],
    ]);
    await hand(finance.personId as string);
    const { lines } = file;
    await verdict('funds.take_bank_file($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
      ...[id, file.kind, file.batch, lines.map(({ reference }) => reference), lines.map(({ card }) => card)],
      ...[lines.map(() => '0000'), lines.map(({ fen }) => fen.toString()), lines.map(({ direction }) => direction)],
      ...[lines.map(({ told }) => told), lines.map(() => null), lines.map(() => randomUUID())],
    ]);
  }
  return { one, hand, listed, taken };
}
