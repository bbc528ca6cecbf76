// The daily seals that hold notices, batched.
import { defineLoader } from '#platform/graph/loader';
import { Seal } from './seal.entity';

/** Null until its day is over. */
export const sealOfNotice = defineLoader<Seal | null>(
  'seal of notice',
  () => null,
  async (rows, ids) => {
    const places = await rows.query<{ id: string; number: number }>(
      `select id, number from funds.sealed_row where stream = 'notices' and id = any ($1::text[])`,
      [ids],
    );
    const numbers = [...new Set(places.map(({ number }) => number))];
    const seals = await rows.select(Seal, `where t.stream = 'notices' and t.number = any ($1::int[])`, [numbers]);
    const byNumber = new Map(seals.map((seal) => [seal.number, seal]));
    return new Map(places.map(({ id, number }) => [id, byNumber.get(number) ?? null]));
  },
  'public',
);
