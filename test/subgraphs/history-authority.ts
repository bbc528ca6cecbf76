// The deeds of authority and cash in a history (指标、资金收付): allotted, decomposed, changed, received; reversed, or undone and entered anew.
import { born, changed, type Effect, undone } from './books-model';
import { cameBack, type Deed, isBelow, type Lot, type Notice, newLot, type Place, reissuedOf } from './history-books';
import { type Hand, listOf, type Plan } from './history-hand';
import type { Call } from './play-history';

const REVERSAL_REFUSED = /^(line_reissue_within_returned|balance_.*)$/;
const changes = ['add', 'cut', 'freeze', 'unfreeze', 'reclaim'] as const;

export function authorityDeeds(hand: Hand) {
  const { books, ground, random, id, fen, any, call, settled } = hand;

  function issue(region: Place, parts: { region: Place; parent: Lot | null }[]): Plan {
    const notice: Notice = { id: id(), region, isWithdrawn: false, lots: [] };
    const journal = id();
    // Cash of a parent goes to its parts in the order of their ids.
    const lots = parts
      .map((part) => newLot(id(), part.parent, part.region, notice))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const amounts = lots.map(fen);
    const given = [
      lots.map((lot) => lot.id),
      lots.map((lot) => lot.region.id),
      lots.map((lot) => lot.parent?.id ?? null),
    ];
    const calls = [
      call(
        'maker',
        ground.city,
        `draft_notice('${notice.id}', '史〔2018〕${journal.slice(0, 13)}号', '2018-06-01', 'city', 'special', 'industry-support', null, null, 'direct', null, null, '${region.id}', ${given.map((each) => listOf(each, 'uuid')).join(', ')}, ${listOf(amounts, 'bigint')})`,
      ),
      call('checker', ground.city, `issue_allotment('${notice.id}', '${journal}')`),
    ];
    const parent = parts[0]?.parent as Lot | null;
    if (parent?.notice.isWithdrawn) return { calls, expected: 'parent-unknown' };
    if (parent && parts.some((part) => !isBelow(part.region, parent.region)))
      return { calls, expected: 'parent-region' };
    // Each part takes along what the ones before it left: worked out one by one, booked as one.
    const effect: Effect = [];
    lots.forEach((lot, at) => {
      const step = born(lot, amounts[at] as bigint);
      for (const [of, figure, by] of step) of[figure] += by;
      effect.push(...step);
    });
    for (const [of, figure, by] of effect) of[figure] -= by;
    const expected = settled([effect], () => {
      notice.lots.push(...lots);
      books.notices.push(notice);
      books.lots.push(...lots);
      books.deeds.push({ journal, kind: 'allot', at: region, effect, isReversed: false, notice, back: null });
    });
    return { calls, expected, lots: expected === 'done' ? lots.map((lot) => lot.id) : [] };
  }

  /** A change of authority or a movement of cash: its calls, what it does, and where. */
  function movement(lot: Lot, kind: string, amount: bigint) {
    const journal = id();
    if (kind === 'receive' || kind === 'hand-back') {
      const sign = kind === 'receive' ? amount : -amount;
      const effect: Effect = [
        [lot, 'received', sign],
        [lot, 'held', sign],
      ];
      const sql = `move_cash('${id()}', '${lot.notice.id}', '${kind}', '${journal}', '2018-06-02', ${listOf([lot.id], 'uuid')}, ${listOf([amount], 'bigint')}, '${journal}')`;
      return { calls: [call('payer', lot.notice.region, sql)], effect, at: lot.notice.region, journal };
    }
    const change = id();
    const calls = [
      call(
        'maker',
        lot.region,
        `draft_authority_change('${change}', '${lot.id}', '${kind}', ${amount}, '史〔2018〕调整', '调整')`,
      ),
      call('checker', lot.region, `decide_authority_change('${change}', 'approve', '${journal}')`),
    ];
    return { calls, effect: changed(lot, kind, amount), at: lot.region, journal };
  }
  function move(kind: string): Plan | null {
    const lot = any(books.lots);
    if (!lot) return null;
    const { calls, effect, at, journal } = movement(lot, kind, fen());
    if (lot.notice.isWithdrawn) return { calls, expected: 'unknown' };
    const expected = settled([effect], () =>
      books.deeds.push({ journal, kind, at, effect, isReversed: false, notice: null, back: null }),
    );
    return { calls, expected };
  }

  function reversal(deed: Deed): { sql: Call; effect: Effect; settle(): void } {
    return {
      sql: call('payer', deed.at, `reverse_journal('${deed.journal}', '${id()}', '误记')`),
      effect: undone(deed.effect),
      settle() {
        deed.isReversed = true;
        if (deed.notice) deed.notice.isWithdrawn = true;
        if (deed.back) cameBack(deed.back.line, -deed.back.fen);
      },
    };
  }

  return {
    allot() {
      const region = random.pick([...ground.homes.map(({ parent }) => parent), ground.town, ground.town]);
      return issue(region, [{ region, parent: null }]);
    },
    decompose() {
      const parent = any(books.lots.slice(-12));
      if (!parent) return null;
      const regions = [ground.town, ...ground.villages.slice(0, 3)];
      const first = random.pick(regions);
      const second = random.pick(regions);
      const parts = random.below(2) === 0 || first === second ? [first] : [first, second];
      return issue(
        parent.region,
        parts.map((region) => ({ region, parent })),
      );
    },
    change: () => move(random.pick(changes)),
    cash: () =>
      move(
        random.weighted([
          ['receive', 3],
          ['hand-back', 1],
        ] as const),
      ),
    reverse() {
      const deed = any(random.below(4) > 0 ? books.deeds.filter(({ isReversed }) => !isReversed) : books.deeds);
      if (!deed) return null;
      const { sql, effect, settle } = reversal(deed);
      if (deed.isReversed) return { calls: [sql], expected: 'journal_reversed_once' };
      if (deed.back && deed.back.line.returned - deed.back.fen < reissuedOf(deed.back.line))
        return { calls: [sql], expected: REVERSAL_REFUSED };
      return { calls: [sql], expected: settled([effect], settle) };
    },
    /** Undone and entered anew with another amount, in one transaction (红字更正). */
    correct() {
      const deed = any(books.deeds.filter(({ isReversed, notice, back }) => !isReversed && !notice && !back));
      const lot = deed?.effect[0]?.[0] as Lot | undefined;
      if (!deed || !lot) return null;
      const { sql, effect, settle } = reversal(deed);
      // What follows the parent is worked out when the wrong entry is undone.
      for (const [of, figure, by] of effect) of[figure] += by;
      const anew = movement(lot, deed.kind, fen());
      for (const [of, figure, by] of effect) of[figure] -= by;
      const calls = [sql, ...anew.calls];
      if (lot.notice.isWithdrawn) return { calls, expected: /^(unknown|balance_.*)$/ };
      const expected = settled([effect, anew.effect], () => {
        settle();
        books.deeds.push({ ...deed, journal: anew.journal, effect: anew.effect, isReversed: false });
      });
      return { calls, expected };
    },
  };
}
