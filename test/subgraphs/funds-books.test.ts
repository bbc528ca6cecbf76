// The two linked books against a plain model (两本账对照): whatever is tried in whatever order, also at once, by the narrowest post.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { type Books, booksOf } from './books-direct';
import { apply, balancesOf, born, changed, type Effect, freshLot, type ModelLot, undone } from './books-model';
import { runNotice } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let books: Books;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  books = booksOf(world);
}, 120_000);
afterAll(() => world?.close());

const REFUSED =
  /^(balance_never_negative|balance_source_never_positive|balance_cash_covered|balance_cash_within_authority|short \d+)$/;
const kinds = [
  'allot',
  'decompose',
  'add',
  'cut',
  'freeze',
  'unfreeze',
  'reclaim',
  'receive',
  'hand-back',
  'pay',
  'return',
  'reverse',
] as const;
interface Deed {
  kind: string;
  journal: string;
  effect: Effect;
  lot: ModelLot;
  line: string | null;
}

test('random histories of both books agree with a plain model at every end', async () => {
  const operation = fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(5),
    fen: fc.bigInt({ min: 1n, max: 60n }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 8, maxLength: 16 }), async (operations) => {
      const lots: ModelLot[] = [];
      const noticeOf = new Map<string, string>();
      const deeds: Deed[] = [];
      const settle = (verdict: string, deed: Deed) => {
        const sound = apply(deed.effect);
        if (sound) expect([deed.kind, verdict]).toEqual([deed.kind, 'done']);
        else expect(verdict).toMatch(REFUSED);
        if (sound) deeds.push(deed);
        return sound;
      };
      for (const { kind, at, fen } of [{ kind: 'allot' as const, at: 0, fen: 100n }, ...operations]) {
        const journal = randomUUID();
        const of = lots[at % Math.max(1, lots.length)];
        if (kind === 'allot' || (kind === 'decompose' && of)) {
          const parent = kind === 'allot' ? null : (of as ModelLot);
          const region = parent
            ? (books.villages[at % books.villages.length] as string)
            : (books.town.regionId as string);
          const made = await books.draft([{ region, parent: parent?.id ?? null, fen }]);
          if (parent?.withdrawn) {
            expect(made.verdict).toBe('parent-unknown');
            continue;
          }
          // A part of a village's line lies in that village.
          if (made.verdict === 'parent-region') continue;
          expect(made.verdict).toBe('done');
          const lot = freshLot(made.lots[0] as string, parent);
          const verdict = await books.issue(made.id, journal);
          if (settle(verdict, { kind: 'allot', journal, effect: born(lot, fen), lot, line: null })) {
            lots.push(lot);
            noticeOf.set(lot.id, made.id);
          }
          continue;
        }
        if (!of) continue;
        const base = { kind, journal, lot: of, line: null };
        if (kind === 'receive' || kind === 'hand-back') {
          const sign = kind === 'receive' ? fen : -fen;
          const verdict = await books.cash(noticeOf.get(of.id) as string, of.id, kind, fen, journal);
          if (of.withdrawn) expect(verdict).toBe('unknown');
          else
            settle(verdict, {
              ...base,
              effect: [
                [of, 'received', sign],
                [of, 'held', sign],
              ],
            });
        } else if (kind === 'pay') {
          const id = randomUUID();
          const applied = await world.inRole('region', books.maker, (client) =>
            books.direct.apply(client, books.maker, [fen], id, { id: of.id, purpose: 'industry-support' }),
          );
          if (of.withdrawn) {
            expect(applied.verdict).toBe('lot-unknown');
            continue;
          }
          if (
            !settle(applied.verdict, {
              ...base,
              kind: 'reserve',
              effect: [
                [of, 'available', -fen],
                [of, 'reserved', fen],
              ],
            })
          )
            continue;
          await world.inRole('region', books.checker, (client) => books.direct.decide(client, id, 'approve'));
          await runNotice(world.sql, id);
          const { rows } = await world.sql.query('select id from funds.disbursement_line where disbursement_id = $1', [
            id,
          ]);
          await books.told(books.payer, 'funds.issue_payment_order($1, $2, $3)', [id, randomUUID(), id]);
          const paid = await books.told(books.payer, 'funds.pay_disbursement($1, $2)', [id, journal]);
          settle(paid, {
            ...{ ...base, line: rows[0].id },
            effect: [
              [of, 'reserved', -fen],
              [of, 'paid', fen],
              [of, 'held', -fen],
              [of, 'spent', fen],
            ],
          });
        } else if (kind === 'return') {
          const paid = deeds.find((deed) => deed.kind === 'pay' && deed.line !== null);
          if (!paid) continue;
          const whole = -(paid.effect[0] as [ModelLot, string, bigint])[2];
          const back = await books.told(books.payer, 'funds.return_payment($1, $2, $3, $4, $5)', [
            ...[paid.line, randomUUID(), whole.toString(), '退回', journal],
          ]);
          const { lot } = paid;
          paid.line = null;
          settle(back, {
            ...{ ...base, kind: 'return', lot },
            effect: [
              [lot, 'paid', -whole],
              [lot, 'available', whole],
              [lot, 'held', whole],
              [lot, 'spent', -whole],
            ],
          });
        } else if (kind === 'reverse') {
          const last = deeds.findLast((deed) => !['reserve', 'pay', 'reversed'].includes(deed.kind));
          if (!last) continue;
          const verdict = await books.reverse(last.journal);
          const wasAllot = last.kind === 'allot';
          if (settle(verdict, { ...last, kind: 'reversed', effect: undone(last.effect) })) {
            last.kind = 'reversed';
            if (wasAllot) last.lot.withdrawn = true;
          }
        } else {
          const verdict = await books.change(of.id, kind, fen, journal);
          if (of.withdrawn) expect(verdict).toBe('unknown');
          else settle(verdict, { ...base, effect: changed(of, kind, fen) });
        }
      }
      for (const lot of lots) {
        const { issued = 0n, ...kept } = await books.balances(lot.id);
        const zero = Object.fromEntries(Object.keys(balancesOf(lot)).map((account) => [account, 0n]));
        expect({ ...zero, ...kept }).toEqual(balancesOf(lot));
        expect(-issued).toBe(lot.available + lot.frozen + lot.reserved + lot.paid + lot.passed + lot.reclaimed);
      }
    }),
    { numRuns: 12 },
  );
  expect(await checkLedger(world.sql)).toEqual([]);
}, 180_000);
