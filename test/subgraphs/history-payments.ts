// The deeds of payment in a history (拨付): applied for, decided, paid as ordered, come back, and re-issued.
import { apply, type Effect } from './books-model';
import { applying } from './history-application';
import { type Batch, cameBack, isBelow, isOnCards, moved, paidOut, reissuedOf } from './history-books';
import type { Ground, Hand } from './history-hand';

export function paymentDeeds(hand: Hand) {
  const { books, ground, random, id, fen, any, call, settled } = hand;

  const decided = (batch: Batch, by: keyof Ground['people'], step: string) =>
    call(by, batch.region, `decide_disbursement('${batch.id}', '${step}', '原因', '${id()}')`);
  const letGo = (batch: Batch, state: string) => {
    const waiting = batch.lines.filter((line) => line.state === 'reserved');
    apply(
      moved(
        batch.lot,
        'reserved',
        'available',
        waiting.reduce((sum, line) => sum + line.fen, 0n),
      ),
    );
    for (const line of waiting) line.state = 'released';
    batch.state = state;
  };

  return {
    apply() {
      const lot = any(books.lots.filter((each) => each.available > 0n).slice(-8)) ?? any(books.lots);
      if (!lot) return null;
      const near = ground.households.filter(({ village }) => isBelow(village, lot.region));
      const from = near.length > 0 && random.below(12) > 0 ? near : ground.households;
      const who = [...new Set(Array.from({ length: random.between(1, 3) }, () => random.pick(from)))];
      const { batch, refused, calls, effect } = applying(
        hand,
        lot,
        who,
        who.map(() => fen() / 3n + 1n),
        null,
      );
      if (refused) return { calls, expected: refused };
      const expected = settled([effect], () => books.batches.push(batch));
      return { calls, expected, batches: [batch.id] };
    },
    approve() {
      const batch = any(books.batches.slice(-10));
      if (!batch) return null;
      const calls = [decided(batch, 'checker', 'approve')];
      if (batch.state !== 'applied') return { calls, expected: `state ${batch.state}` };
      batch.state = 'approved';
      return { calls, expected: 'done' };
    },
    /** Rejected, withdrawn by whoever applied, or revoked. */
    drop() {
      const batch = any(books.batches.slice(-12));
      if (!batch) return null;
      const [step, by] = random.pick([
        ['reject', 'checker'],
        ['withdraw', 'maker'],
        ['revoke', 'checker'],
      ] as const);
      const calls = [decided(batch, by, step)];
      if (batch.state !== (step === 'revoke' ? 'approved' : 'applied'))
        return { calls, expected: `state ${batch.state}` };
      if (isOnCards(batch)) return { calls, expected: 'disbursement_on_card_batch' };
      letGo(batch, step === 'reject' ? 'rejected' : 'withdrawn');
      return { calls, expected: 'done' };
    },
    pay() {
      const batch = any(books.batches.filter(({ state }) => state === 'ordered')) ?? any(books.batches);
      if (!batch) return null;
      const calls = [call('payer', batch.region, `pay_disbursement('${batch.id}', '${id()}')`)];
      if (batch.state !== 'ordered') return { calls, expected: `state ${batch.state}` };
      const waiting = batch.lines.filter((line) => line.state === 'reserved');
      const expected = settled(
        [
          paidOut(
            batch.lot,
            waiting.reduce((sum, line) => sum + line.fen, 0n),
          ),
        ],
        () => {
          for (const line of waiting) line.state = 'paid';
          batch.state = 'paid';
        },
      );
      return { calls, expected };
    },
    return() {
      const lines = books.batches.flatMap((batch) => batch.lines);
      const line = any(random.below(6) === 0 ? lines : lines.filter(({ state }) => state === 'paid'));
      if (!line) return null;
      const { batch } = line;
      const [amount, journal] = [fen() / 3n + 1n, id()];
      const calls = [
        call('payer', line.village, `return_payment('${line.id}', '${id()}', ${amount}, '退回', '${journal}')`),
      ];
      const canReturn =
        ['paid', 'part-returned'].includes(batch.state) || (batch.state === 'approved' && line.state === 'paid');
      if (!canReturn) return { calls, expected: `state ${batch.state}` };
      const open = line.state === 'paid' ? line.fen - line.returned : 0n;
      if (amount > open) return { calls, expected: `open ${open}` };
      const effect: Effect = [
        ...moved(batch.lot, 'paid', 'available', amount),
        ...moved(batch.lot, 'spent', 'held', amount),
      ];
      const expected = settled([effect], () => {
        cameBack(line, amount);
        books.deeds.push({
          journal,
          kind: 'return',
          at: batch.region,
          effect,
          isReversed: false,
          notice: null,
          back: { line, fen: amount },
        });
      });
      return { calls, expected };
    },
    reissue() {
      const lines = books.batches.flatMap((batch) => batch.lines).filter(({ returned }) => returned > 0n);
      const line = any(lines);
      if (!line) return null;
      const open = line.returned - reissuedOf(line);
      const amount = open > 0n && random.below(3) > 0 ? open : fen() / 3n + 1n;
      const made = applying(hand, line.batch.lot, [{ id: line.household, village: line.village }], [amount], line);
      const calls = [
        ...made.calls,
        call('maker', line.batch.region, `link_reissue('${line.batch.id}', '${made.batch.id}')`),
      ];
      if (made.refused) return { calls, expected: made.refused };
      if (amount > open) return { calls, expected: 'line_reissue_within_returned' };
      const expected = settled([made.effect], () => {
        books.batches.push(made.batch);
        line.again.push(...made.batch.lines);
      });
      return { calls, expected, batches: [made.batch.id] };
    },
  };
}
