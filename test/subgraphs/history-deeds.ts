// Draws the deeds of a history (资金史) from a seed, each with the calls that do it and what the simulator expects of it.
import { createHash } from 'node:crypto';
import { prng } from '../../data/generate/prng';
import { apply } from './books-model';
import { authorityDeeds } from './history-authority';
import { Books, pathOf } from './history-books';
import { cardDeeds } from './history-cards';
import type { Drawn, Ground, Hand, Plan } from './history-hand';
import { paymentDeeds } from './history-payments';

const BOOKS_REFUSE =
  /^(balance_never_negative|balance_source_never_positive|balance_cash_covered|balance_cash_within_authority)$/;

const weights = [
  ...([
    ['allot', 3],
    ['decompose', 6],
    ['change', 14],
    ['cash', 14],
    ['apply', 16],
    ['approve', 14],
    ['drop', 4],
  ] as const),
  ...([
    ['order', 8],
    ['recall', 2],
    ['pay', 8],
    ['list', 8],
    ['answer', 9],
    ['return', 8],
    ['reissue', 5],
  ] as const),
  ...([
    ['reverse', 6],
    ['correct', 4],
    ['transfer', 1],
  ] as const),
] as const;
type DeedName = (typeof weights)[number][0];

export function drawHistory(seed: number, length: number, ground: Ground): Drawn[] {
  const random = prng(seed, 'history');
  const books = new Books();
  let made = 0;
  const hand: Hand = {
    ...{ books, ground, random },
    id() {
      const hash = createHash('md5').update(`${seed}/${++made}`).digest('hex');
      return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
    fen: () => BigInt(random.between(1, 60)),
    any: (items) => (items.length > 0 ? random.pick(items) : null),
    call: (by, at, sql) => ({ as: 'region', by: ground.people[by], at: at.id, sql: `select funds.${sql}` }),
    settled(effects, then) {
      if (!apply(...effects)) return BOOKS_REFUSE;
      then();
      return 'done';
    },
  };
  const deeds: Record<DeedName, () => Plan | null> = {
    ...authorityDeeds(hand),
    ...paymentDeeds(hand),
    ...cardDeeds(hand),
    transfer: () => transfer(ground),
  };
  const drawn: Drawn[] = [];
  while (drawn.length < length) {
    const name = books.lots.length === 0 ? 'allot' : random.weighted(weights);
    const plan = deeds[name]();
    if (plan) drawn.push({ name, lots: [], batches: [], ...plan, books: books.digest() });
  }
  Object.assign(ground.town, ground.homes[0]);
  return drawn;
}

/** The town goes to the other district, and all that lies in it. */
function transfer({ town, homes: [one, other] }: Ground): Plan {
  const from = pathOf(town);
  Object.assign(town, town.parent === one.parent ? other : one);
  const change = { effectiveOn: '2019-01-01', moves: [{ from, to: pathOf(town) }], ended: [], founded: [] };
  const sql = `select 'done' from funds.apply_regions((select epoch + 1 from funds.scope_epoch), '${JSON.stringify(change)}')`;
  return { calls: [{ as: null, sql }], expected: 'done' };
}
