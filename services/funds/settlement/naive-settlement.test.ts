// For every policy and bill: the shares and the patient sum to the bill, and a second, naive settlement agrees to the fen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';
import fc from 'fast-check';
import {
  type FeedPart,
  figureFields,
  hospitalGrades,
  layerBases,
  type PolicyLayer,
} from '../settlement-policy/policy-layer.rules';
import { type PolicyPack, parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import { type SettlementInput, settle, totalsOf } from './settlement.rules';

const shipped: PolicyPack = JSON.parse(
  readFileSync(join(__dirname, '../../../data/settlement-policies/rizhao-2018-04.json'), 'utf8'),
);
const like = shipped.layers[0] as PolicyLayer;
const yuan = fc.integer({ min: 0, max: 3_000_000 }).map((fen) => new Big(fen).div(100).toFixed(2));
// halves and eighths among them, because only ties of half a fen tell half-up from the other ways of rounding
const rate = fc.oneof(
  fc.constantFrom('0.5', '0.05', '0.125', '1'),
  fc.integer({ min: 0, max: 1000 }).map((mille) => new Big(mille).div(1000).toFixed(3)),
);
const byGrade = <T>(value: fc.Arbitrary<T>) => fc.record({ 'grade-1': value, 'grade-2': value, 'grade-3': value });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

const brackets = fc.uniqueArray(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 3 }).chain((cuts) => {
  const bounds = ['0', ...cuts.sort((a, b) => a - b).map((fen) => new Big(fen).div(100).toFixed(2))];
  const rates = fc.array(rate, { minLength: bounds.length, maxLength: bounds.length });
  return rates.map((all) => bounds.map((from, at) => ({ from, to: bounds[at + 1] ?? null, rate: all[at] ?? '0' })));
});

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

function layerAt(at: number): fc.Arbitrary<PolicyLayer> {
  return fc
    .record({
      kind: fc.constantFrom('share', 'share', 'share', 'top-up', 'year-cap'),
      base: fc.constantFrom(...layerBases),
      tags: fc.constantFrom([], [], ['poor'], ['other']),
      deductible: maybe(fc.record({ per: fc.constantFrom('stay', 'year'), amounts: byGrade(yuan) })),
      cut: maybe(fc.record({ brackets, measure: fc.constantFrom('year-burden', 'excess-over-deductible') })),
      rate: fc.oneof(rate, byGrade(rate)),
      capPerStay: maybe(yuan),
      capPerYear: maybe(yuan),
      excessByYear: fc.boolean(),
      share: byGrade(rate),
      capByGrade: byGrade(yuan),
      capYear: yuan,
    })
    .map((made): PolicyLayer => {
      const share = made.kind === 'share';
      const cut = share ? made.cut : null;
      const layer = {
        kind: made.kind,
        base: made.base,
        tags: made.tags,
        deductible: share ? made.deductible : null,
        brackets: cut?.brackets ?? [],
        bracketsMeasure: cut?.measure ?? null,
        rate: share && cut === null ? made.rate : null,
        capPerStay: made.capPerStay,
        capPerYear: made.capPerYear,
        patientShareByGrade: made.kind === 'top-up' ? made.share : null,
        patientCapByGrade: made.kind === 'year-cap' ? made.capByGrade : null,
        patientCapPerYear: made.kind === 'year-cap' ? made.capYear : null,
      } as const;
      const present = figureFields.filter((field) => layer[field] !== null && !isEmpty(layer[field]));
      const name = 'abcdef'[at];
      return {
        ...like,
        ...layer,
        tags: [...layer.tags],
        layer: `layer-${name}`,
        feeds: {
          deductible: `deductible-${name}`,
          base: `base-${name}`,
          // all layers share one yearly total of payments, as two layers of one insurer do
          paid: 'paid',
          ...(made.excessByYear ? { excess: `excess-${name}` } : {}),
        },
        figures: present.map((of) => ({ of, source: like.source })),
      };
    });
}

const pack: fc.Arbitrary<PolicyPack> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => layerAt(at))))
  .map((layers) => parsePolicyPack({ ...shipped, layers }));

const fen = fc.bigInt({ min: 0n, max: 5_000_000n });
const line = fc
  .record({ inPolicy: fen, outOfPolicy: fen })
  .map((line) => ({ amount: line.inPolicy + line.outOfPolicy, outOfPolicy: line.outOfPolicy }));
const totals = ['deductible-a', 'base-a', 'excess-a', 'base-b', 'excess-b', 'paid', 'patient-borne/in-policy/grade-1'];
const running = fc.dictionary(fc.constantFrom(...totals, 'patient-borne/out-of-policy/grade-2'), fen);
const input: fc.Arbitrary<SettlementInput & { lines: { amount: bigint; outOfPolicy: bigint }[] }> = fc
  .record({
    pack,
    lines: fc.array(line, { maxLength: 4 }),
    hospitalGrade: fc.constantFrom(...hospitalGrades),
    running,
    tags: fc.constantFrom(['poor'], []),
  })
  .map((made) => ({ ...made, totals: totalsOf(made.lines) }));

/** In exact decimals of yuan and with areas under a step function, where the engine cuts pieces of integer fen. */
function naive({ pack, hospitalGrade, totals, running, tags }: SettlementInput): string[] {
  const of = (amount: bigint) => new Big(amount.toString()).div(100);
  const year = new Map(Object.entries(running).map(([name, amount]) => [name, of(amount)]));
  const get = (name?: string) => (name && year.get(name)) || new Big(0);
  const left = { in: of(totals.inPolicy), out: of(totals.outOfPolicy) };
  const positive = (value: Big) => (value.lt(0) ? new Big(0) : value);
  const smaller = (one: Big, other: Big) => (one.lt(other) ? one : other);
  const paid = pack.layers.map((layer) => {
    if (layer.tags.length > 0 && !layer.tags.some((tag) => tags.includes(tag))) return new Big(0);
    const [reachIn, reachOut] = [layer.base !== 'out-of-policy-residual', layer.base !== 'in-policy-residual'];
    const reach = (i: Big, o: Big) => (reachIn ? i : new Big(0)).plus(reachOut ? o : 0);
    const open = reach(left.in, left.out);
    const base = layer.base === 'whole-bill' ? of(totals.bill) : open;
    let deductible = new Big(layer.deductible?.amounts[hospitalGrade] ?? 0);
    if (layer.deductible?.per === 'year') deductible = positive(deductible.minus(get(layer.feeds.deductible)));
    deductible = smaller(deductible, base);
    const excess = base.minus(deductible);
    let due: Big;
    if (layer.kind === 'top-up') {
      due = open.minus(
        reach(of(totals.inPolicy), of(totals.outOfPolicy)).times(layer.patientShareByGrade?.[hospitalGrade] ?? 0),
      );
    } else if (layer.kind === 'year-cap') {
      const borne = (grade: string) =>
        reach(get(`patient-borne/in-policy/${grade}`), get(`patient-borne/out-of-policy/${grade}`));
      const all = hospitalGrades.reduce((sum, grade) => sum.plus(borne(grade)), new Big(0));
      const mayBear = smaller(
        new Big(layer.patientCapByGrade?.[hospitalGrade] ?? 0).minus(borne(hospitalGrade)),
        new Big(layer.patientCapPerYear ?? 0).minus(all),
      );
      due = open.minus(positive(mayBear));
    } else if (layer.brackets.length > 0) {
      const area = (upTo: Big) =>
        layer.brackets.reduce(
          (sum, { from, to, rate }) => sum.plus(positive(smaller(upTo, new Big(to ?? '1e15')).minus(from)).times(rate)),
          new Big(0),
        );
      const start =
        layer.bracketsMeasure === 'year-burden' ? get(layer.feeds.base).plus(deductible) : get(layer.feeds.excess);
      due = area(start.plus(excess)).minus(area(start));
    } else {
      due = excess.times(typeof layer.rate === 'string' ? layer.rate : (layer.rate?.[hospitalGrade] ?? 0));
    }
    let pays = positive(due).round(2, Big.roundHalfUp);
    if (layer.capPerStay) pays = smaller(pays, new Big(layer.capPerStay));
    if (layer.capPerYear) pays = smaller(pays, positive(new Big(layer.capPerYear).minus(get(layer.feeds.paid))));
    pays = smaller(pays, open);
    const fromIn = reachIn ? smaller(pays, left.in) : new Big(0);
    left.in = left.in.minus(fromIn);
    left.out = left.out.minus(pays.minus(fromIn));
    for (const [part, amount] of Object.entries({ deductible, base, excess, paid: pays })) {
      const name = layer.feeds[part as FeedPart];
      if (name) year.set(name, get(name).plus(amount));
    }
    return pays;
  });
  return [...paid, left.in.plus(left.out)].map((amount) => amount.times(100).toFixed(0));
}

test('the naive settlement agrees, layer by layer, to the fen', () => {
  fc.assert(
    fc.property(input, (stay) => {
      const { layers, patientPays } = settle(stay);
      expect([...layers.map((layer) => layer.pays), patientPays].map(String)).toEqual(naive(stay));
    }),
    { numRuns: 2000 },
  );
});

test('shares and patient sum to the bill; no layer is negative or above its base; a zero line and another order of lines change nothing', () => {
  fc.assert(
    fc.property(input, (stay) => {
      const { layers, patientPays } = settle(stay);
      const otherLines = totalsOf([{ amount: 0n, outOfPolicy: 0n }, ...[...stay.lines].reverse()]);
      expect(settle({ ...stay, totals: otherLines }).layers).toEqual(layers);
      expect(layers.reduce((sum, layer) => sum + layer.pays, patientPays)).toBe(stay.totals.bill);
      expect(patientPays >= 0n).toBe(true);
      for (const layer of layers) {
        expect(layer.pays >= 0n && layer.pays <= layer.baseAmount).toBe(true);
        expect(layer.residualInPolicyAfter >= 0n && layer.residualOutOfPolicyAfter >= 0n).toBe(true);
        expect(layer.paysInPolicy + layer.paysOutOfPolicy).toBe(layer.pays);
        const inBrackets = layer.brackets.reduce((sum, { paid }) => sum + paid, 0n);
        expect(layer.brackets.length === 0 || inBrackets === layer.entitled).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
