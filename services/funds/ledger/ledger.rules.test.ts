// The ledger against a plain model: whatever is tried, nothing is lost, nothing is negative, and what is undone is as it was.
import fc from 'fast-check';
import {
  drawLots,
  isBalanced,
  type Leg,
  type LotAmount,
  type LotBalance,
  legsOf,
  postLegs,
  returnToLots,
  reverseLegs,
} from './ledger.rules';

const lots = ['a', 'b', 'c'];

test('two legs a lot, from one place to the other', () => {
  expect(legsOf('return', [{ lot: 'a', amount: 5n }])).toEqual([
    { lot: 'a', account: 'paid', amount: -5n },
    { lot: 'a', account: 'available', amount: 5n },
  ]);
});

test('amounts of zero or below, a lot twice, and nothing at all are refused', () => {
  expect(() => legsOf('allot', [{ lot: 'a', amount: 0n }])).toThrow(
    expect.objectContaining({ code: 'AMOUNT_NOT_POSITIVE' }),
  );
  expect(() => legsOf('allot', [])).toThrow(expect.objectContaining({ code: 'AMOUNT_NOT_POSITIVE' }));
  const twice = [1n, 2n].map((amount) => ({ lot: 'a', amount }));
  expect(() => legsOf('pay', twice)).toThrow(expect.objectContaining({ code: 'LOT_REPEATED' }));
});

test('legs that balance only across lots do not balance', () => {
  const across: Leg[] = [
    { lot: 'a', account: 'available', amount: -5n },
    { lot: 'b', account: 'available', amount: 5n },
  ];
  expect(isBalanced(across)).toBe(false);
  expect(() => postLegs(new Map(), across)).toThrow('do not sum to zero');
});

test('the oldest lot is emptied first, and what is missing is told', () => {
  const held = [
    { lot: 'a', amount: 30n },
    { lot: 'b', amount: 0n },
    { lot: 'c', amount: 100n },
  ];
  expect(drawLots(held, 50n)).toEqual([
    { lot: 'a', amount: 30n },
    { lot: 'c', amount: 20n },
  ]);
  expect(() => drawLots(held, 200n)).toThrow(
    expect.objectContaining({ code: 'LOT_INSUFFICIENT', facts: { account: 'available', missing: '0.70' } }),
  );
});

test('a return goes to the lots that paid, last drawn first, and never beyond', () => {
  const paid = [
    { lot: 'a', amount: 30n },
    { lot: 'c', amount: 20n },
  ];
  expect(returnToLots(paid, [], 25n)).toEqual([
    { lot: 'c', amount: 20n },
    { lot: 'a', amount: 5n },
  ]);
  expect(
    returnToLots(
      paid,
      [
        { lot: 'c', amount: 20n },
        { lot: 'a', amount: 5n },
      ],
      25n,
    ),
  ).toEqual([{ lot: 'a', amount: 25n }]);
  expect(() => returnToLots(paid, [{ lot: 'a', amount: 5n }], 46n)).toThrow(
    expect.objectContaining({ code: 'RETURN_TOO_LARGE' }),
  );
});

/** The model: three plain numbers a lot and one sentence a command, written without legs. */
class Model {
  readonly available = new Map<string, bigint>(lots.map((lot) => [lot, 0n]));
  readonly reserved = new Map(this.available);
  readonly paid = new Map(this.available);
  move(from: Map<string, bigint> | null, to: Map<string, bigint> | null, { lot, amount }: LotAmount): boolean {
    if (from !== null && (from.get(lot) ?? 0n) < amount) return false;
    if (from !== null) from.set(lot, (from.get(lot) ?? 0n) - amount);
    if (to !== null) to.set(lot, (to.get(lot) ?? 0n) + amount);
    return true;
  }
}
interface Books {
  balances: Map<string, LotBalance>;
  allotted: bigint;
}
const kinds = ['allot', 'reserve', 'release', 'pay', 'return'] as const;

function check(model: Model, books: Books): void {
  let held = 0n;
  for (const lot of lots) {
    const balance = books.balances.get(lot) ?? { issued: 0n, available: 0n, reserved: 0n, paid: 0n };
    const { available, reserved, paid } = balance;
    const told = `${available} ${reserved} ${paid}`;
    const should = `${model.available.get(lot)} ${model.reserved.get(lot)} ${model.paid.get(lot)}`;
    if (told !== should) throw new Error(`${lot} holds ${told}, the model ${should}`);
    if (available < 0n || reserved < 0n || paid < 0n) throw new Error(`${lot} fell below zero`);
    if (balance.issued + available + reserved + paid !== 0n) throw new Error(`${lot} does not sum to zero`);
    held += available + reserved + paid;
  }
  expect(held).toBe(books.allotted);
}

class MoveCommand implements fc.Command<Model, Books> {
  constructor(
    readonly kind: (typeof kinds)[number],
    readonly lot: LotAmount,
    readonly undo: boolean,
  ) {}
  check = () => true;
  run(model: Model, books: Books): void {
    const { available, reserved, paid } = model;
    const steps = {
      allot: [null, available],
      reserve: [available, reserved],
      release: [reserved, available],
      pay: [reserved, paid],
      return: [paid, available],
    } as const;
    const [from, to] = steps[this.kind];
    const legs = legsOf(this.kind, [this.lot]);
    if (!model.move(from, to, this.lot)) {
      expect(() => postLegs(books.balances, legs)).toThrow(expect.objectContaining({ code: 'LOT_INSUFFICIENT' }));
    } else {
      const before = books.balances;
      books.balances = postLegs(before, legs);
      if (this.kind === 'allot') books.allotted += this.lot.amount;
      if (this.undo) {
        books.balances = postLegs(books.balances, reverseLegs(legs));
        model.move(to, from, this.lot);
        if (this.kind === 'allot') books.allotted -= this.lot.amount;
        for (const lot of before.keys()) expect(books.balances.get(lot)).toEqual(before.get(lot));
      }
    }
    check(model, books);
  }
  toString = () => `${this.kind} ${this.lot.amount} of ${this.lot.lot}${this.undo ? ', undone' : ''}`;
}

test('thousands of commands agree with the model', () => {
  const lot = fc.record({ lot: fc.constantFrom(...lots), amount: fc.bigInt({ min: 1n, max: 100n }) });
  const command = fc.tuple(fc.constantFrom(...kinds), lot, fc.boolean()).map((of) => new MoveCommand(...of));
  fc.assert(
    fc.property(fc.commands([command], { maxCommands: 100, size: 'max' }), (commands) => {
      fc.modelRun(() => ({ model: new Model(), real: { balances: new Map(), allotted: 0n } }), commands);
    }),
    { numRuns: 150 },
  );
});

test('undoing an allotment that is already reserved is refused', () => {
  const allotted = legsOf('allot', [{ lot: 'a', amount: 10n }]);
  const reserved = postLegs(postLegs(new Map(), allotted), legsOf('reserve', [{ lot: 'a', amount: 4n }]));
  expect(() => postLegs(reserved, reverseLegs(allotted))).toThrow(
    expect.objectContaining({ code: 'LOT_INSUFFICIENT' }),
  );
});
