// For every policy and bill: the shares and the patient sum to the bill, and a second, naive settlement agrees to the fen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';
import fc from 'fast-check';
import { projectRoot } from '#platform/process/project-root';
import {
  areas,
  type EncounterFacts,
  encounterKinds,
  type FeePart,
  feeParts,
  hospitalGrades,
  hospitalLevels,
  insuredKinds,
} from '../settlement-policy/encounter-facts.rules';
import { type FeedPart, figureFields, layerBases, type PolicyLayer } from '../settlement-policy/policy-layer.rules';
import { type PolicyPack, parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import { fedParts } from '../settlement-policy/year-total.rules';
import { type SettlementInput, settle } from './settlement.rules';
import { feesOfLines } from './stay-fees.rules';

const shipped: PolicyPack = JSON.parse(
  readFileSync(join(projectRoot, 'data/settlement-policies/rizhao-2018-04.json'), 'utf8'),
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

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
const names = 'abcdef';
const some = <T>(values: readonly T[]) =>
  fc.option(
    fc.constantFrom(...values).map((value) => [value]),
    { nil: undefined },
  );
const condition = fc
  .record({
    grades: some(hospitalGrades),
    encounters: some(encounterKinds),
    insured: some(insuredKinds),
    areas: some(areas),
    referred: fc.option(fc.boolean(), { nil: undefined }),
    stayFrom: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    tags: some(['poor', 'dibao']),
  })
  .map((when) => JSON.parse(JSON.stringify(when)) as NonNullable<PolicyLayer['when']>)
  .filter((when) => Object.keys(when).length > 0);

function layerAt(at: number): fc.Arbitrary<PolicyLayer> {
  return fc
    .record({
      kind: fc.constantFrom('share', 'share', 'share', 'top-up', 'year-cap'),
      base: fc.constantFrom(...layerBases),
      parts: fc.subarray([...feeParts], { minLength: 1 }),
      tags: fc.constantFrom<string[]>([], [], ['poor'], ['dibao'], ['other']),
      when: fc.option(condition, { nil: undefined, freq: 1 }),
      grouped: fc.boolean(),
      payer: fc.constantFrom('basic-insurance', 'medical-assistance'),
      deductible: maybe(
        fc.record({
          per: fc.constantFrom('stay', 'year'),
          amounts: byGrade(yuan),
          variants: fc.array(fc.record({ when: condition, amounts: byGrade(yuan) }), { maxLength: 2 }),
        }),
      ),
      cut: maybe(fc.record({ brackets, measure: fc.constantFrom('year-burden', 'excess-over-deductible') })),
      rate: fc.oneof(rate, byGrade(rate)),
      rateVariants: fc.array(fc.record({ when: condition, rate }), { maxLength: 2 }),
      capPerStay: maybe(yuan),
      capPerYear: maybe(yuan),
      onCost: fc.boolean(),
      share: byGrade(rate),
      capByGrade: byGrade(yuan),
      capByLevel: fc.record({ county: yuan, city: yuan }),
      capYear: yuan,
    })
    .map((made): PolicyLayer => {
      const share = made.kind === 'share';
      const cut = share ? made.cut : null;
      const base = made.kind === 'year-cap' && made.base === 'fee-class' ? 'all-residual' : made.base;
      const rated = share && cut === null;
      const capped = made.capPerStay !== null || made.capPerYear !== null;
      const layer: Partial<PolicyLayer> = {
        kind: made.kind,
        base,
        ...(base === 'fee-class' ? { feeParts: made.parts } : {}),
        tags: made.tags,
        ...(made.when === undefined ? {} : { when: made.when }),
        ...(made.grouped && made.tags.length > 0 && !made.tags.includes('other') ? { group: 'one' } : {}),
        deductible: share ? made.deductible : null,
        brackets: cut?.brackets ?? [],
        bracketsMeasure: cut?.measure ?? null,
        rate: rated ? made.rate : null,
        ...(rated && made.rateVariants.length > 0 ? { rateVariants: made.rateVariants } : {}),
        capPerStay: made.capPerStay,
        capPerYear: made.capPerYear,
        ...(share && capped && made.onCost ? { capBasis: 'admitted-cost' as const } : {}),
        patientShareByGrade: made.kind === 'top-up' ? made.share : null,
        patientCapByGrade: made.kind === 'year-cap' ? made.capByGrade : null,
        ...(made.kind === 'year-cap' ? { patientCapByLevel: made.capByLevel } : {}),
        patientCapPerYear: made.kind === 'year-cap' ? made.capYear : null,
      };
      const present = figureFields.filter((field) => layer[field] !== null && !isEmpty(layer[field]));
      const name = names[at];
      return {
        ...like,
        ...layer,
        payer: made.payer,
        layer: `layer-${name}`,
        feeds: {
          deductible: `deductible-${name}`,
          base: `base-${name}`,
          excess: `excess-${name}`,
          // all layers share one yearly total of payments, as two layers of one insurer do
          paid: 'paid',
        },
        figures: present.map((of) => ({ of, source: like.source })),
      };
    });
}

/** The base of the first layer, read as a burden, is fed by anything of any layer. */
const totalsFor = (count: number) =>
  fc
    .array(
      fc.oneof(
        fc.record({ part: fc.constantFrom('first-borne' as const, 'above-limit' as const) }),
        fc.record({
          layer: fc.integer({ min: 0, max: count - 1 }).map((at) => `layer-${names[at]}`),
          part: fc.constantFrom(...fedParts.slice(0, 6)),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((fedBy) => [{ name: 'base-a', title: { zh: '负担', en: 'burden' }, fedBy }]);

const pack: fc.Arbitrary<PolicyPack> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) =>
    fc.record({
      layers: fc.tuple(...Array.from({ length: count }, (_, at) => layerAt(at))),
      totals: fc.option(totalsFor(count), { nil: undefined }),
    }),
  )
  .map(({ layers, totals }) =>
    parsePolicyPack({ ...shipped, layers, tagPriority: ['dibao', 'poor'], ...(totals ? { totals } : {}) }),
  );

const fen = fc.bigInt({ min: 0n, max: 5_000_000n });
const line = fc
  .record({ parts: fc.record(Object.fromEntries(feeParts.map((part) => [part, fen]))), unconsented: fen })
  .map(({ parts, unconsented }) => ({
    amount: Object.values(parts).reduce((sum, each) => sum + each, unconsented),
    parts: parts as Record<FeePart, bigint>,
    unconsented,
  }));
const totals = ['deductible-a', 'base-a', 'excess-a', 'base-b', 'excess-b', 'paid', 'patient-borne/in-policy/grade-1'];
const running = fc.dictionary(
  fc.constantFrom(...totals, 'patient-borne/out-of-policy/grade-2', 'patient-borne-at/in-policy/city'),
  fen,
);
const facts: fc.Arbitrary<EncounterFacts> = fc.record({
  hospitalGrade: fc.constantFrom(...hospitalGrades),
  hospitalLevel: fc.option(fc.constantFrom(...hospitalLevels)),
  encounter: fc.constantFrom(...encounterKinds),
  insured: fc.constantFrom(...insuredKinds),
  area: fc.constantFrom(...areas),
  referred: fc.boolean(),
  stayOfYear: fc.integer({ min: 1, max: 4 }),
  disease: fc.constant(null),
  tags: fc.subarray(['poor', 'dibao']),
});
type Case = SettlementInput & { lines: { amount: bigint; parts: Record<FeePart, bigint>; unconsented: bigint }[] };
const input: fc.Arbitrary<Case> = fc
  .record({
    pack,
    lines: fc.array(line, { maxLength: 4 }),
    facts,
    running,
    given: fc.option(fen, { nil: null, freq: 6 }),
  })
  .map(({ given, ...made }) => {
    const fees = feesOfLines(made.lines);
    // what was paid elsewhere is at most what the first layer may pay of
    const first = made.pack.layers[0] as PolicyLayer;
    const open = reachOf(first).reduce((sum, part) => sum + fees.parts[part], 0n);
    const paid: Record<string, bigint> = given === null ? {} : { [first.layer]: given < open ? given : open };
    return { ...made, fees, given: paid };
  });

function reachOf({ base, feeParts: named = [] }: PolicyLayer): readonly FeePart[] {
  if (base === 'fee-class') return named;
  return feeParts.filter((part) =>
    part === 'class-a' || part === 'class-b' ? base !== 'out-of-policy-residual' : base !== 'in-policy-residual',
  );
}

function holds(when: PolicyLayer['when'], facts: EncounterFacts): boolean {
  const told: Record<string, unknown[]> = {
    grades: [facts.hospitalGrade],
    encounters: [facts.encounter],
    insured: [facts.insured],
    areas: [facts.area],
    tags: [...facts.tags],
  };
  return Object.entries(when ?? {}).every(([key, wanted]) => {
    if (key === 'referred') return wanted === facts.referred;
    if (key === 'stayFrom') return facts.stayOfYear >= (wanted as number);
    return (wanted as unknown[]).some((each) => told[key]?.includes(each));
  });
}

/** In exact decimals of yuan and with areas under a step function, where the engine cuts pieces of integer fen. */
function naive({ pack, facts, fees, running, given }: SettlementInput): string[] {
  const { hospitalGrade: grade } = facts;
  const of = (amount: bigint) => new Big(amount.toString()).div(100);
  const year = new Map(Object.entries(running).map(([name, amount]) => [name, of(amount)]));
  const get = (name?: string) => (name && year.get(name)) || new Big(0);
  const add = (name: string | undefined, amount: Big) => name && year.set(name, get(name).plus(amount));
  const left = new Map(feeParts.map((part) => [part, of(fees.parts[part])]));
  const positive = (value: Big) => (value.lt(0) ? new Big(0) : value);
  const smaller = (one: Big, other: Big) => (one.lt(other) ? one : other);
  const sum = (all: Big[]) => all.reduce((whole, each) => whole.plus(each), new Big(0));
  const held = (layer: PolicyLayer) =>
    (layer.tags.length === 0 || layer.tags.some((tag) => facts.tags.includes(tag))) &&
    !(facts.insured === 'none' && layer.payer === 'basic-insurance' && !layer.when?.insured?.includes('none')) &&
    holds(layer.when, facts);
  const inGroup = pack.layers.filter((layer) => layer.group && held(layer));
  const winner = inGroup.find(({ tags }) => tags.includes('dibao')) ?? inGroup[0];
  const told = new Map<string, Record<string, Big>>();
  const paid = pack.layers.map((layer) => {
    const elsewhere = given[layer.layer];
    if (elsewhere === undefined && (!held(layer) || (layer.group && layer !== winner))) return new Big(0);
    const reach = reachOf(layer);
    const open = sum(reach.map((part) => left.get(part) as Big));
    const base = layer.base === 'whole-bill' ? sum(feeParts.map((part) => of(fees.parts[part]))) : open;
    const amounts = layer.deductible?.variants?.find(({ when }) => holds(when, facts)) ?? layer.deductible;
    let deductible = new Big(amounts?.amounts[grade] ?? 0);
    if (layer.deductible?.per === 'year') deductible = positive(deductible.minus(get(layer.feeds.deductible)));
    deductible = smaller(deductible, base);
    const above = base.minus(deductible);
    let excess = above;
    const cost = layer.capBasis === 'admitted-cost';
    if (cost && layer.capPerStay) excess = smaller(excess, new Big(layer.capPerStay));
    if (cost && layer.capPerYear)
      excess = smaller(excess, positive(new Big(layer.capPerYear).minus(get(layer.feeds.excess))));
    let due: Big;
    if (layer.kind === 'top-up') {
      const whole = sum(reach.map((part) => of(fees.parts[part])));
      due = open.minus(whole.times(layer.patientShareByGrade?.[grade] ?? 0));
    } else if (layer.kind === 'year-cap') {
      const sides = ['in-policy', 'out-of-policy'].filter((side) =>
        layer.base.endsWith('y-residual') ? layer.base === `${side}-residual` : true,
      );
      const borne = (at: string) => sum(sides.map((side) => get(at.replace('*', side))));
      const all = sum(hospitalGrades.map((each) => borne(`patient-borne/*/${each}`)));
      let mayBear = smaller(
        new Big(layer.patientCapByGrade?.[grade] ?? 0).minus(borne(`patient-borne/*/${grade}`)),
        new Big(layer.patientCapPerYear ?? 0).minus(all),
      );
      const level = facts.hospitalLevel;
      const limit = level && layer.patientCapByLevel?.[level];
      if (limit) mayBear = smaller(mayBear, new Big(limit).minus(borne(`patient-borne-at/*/${level}`)));
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
      const rate = layer.rateVariants?.find(({ when }) => holds(when, facts))?.rate ?? layer.rate;
      due = excess.times(typeof rate === 'string' ? rate : (rate?.[grade] ?? 0));
    }
    const entitled = elsewhere === undefined ? positive(due).round(2, Big.roundHalfUp) : of(elsewhere);
    let pays = entitled;
    if (elsewhere === undefined) {
      if (!cost && layer.capPerStay) pays = smaller(pays, new Big(layer.capPerStay));
      if (!cost && layer.capPerYear)
        pays = smaller(pays, positive(new Big(layer.capPerYear).minus(get(layer.feeds.paid))));
      pays = smaller(pays, open);
    }
    let rest = pays;
    for (const part of reach.length === 5 || layer.base !== 'fee-class'
      ? reach
      : feeParts.filter((each) => reach.includes(each))) {
      const some = smaller(rest, left.get(part) as Big);
      left.set(part, (left.get(part) as Big).minus(some));
      rest = rest.minus(some);
    }
    const cut = above.minus(excess);
    const fed = { deductible, base, excess, paid: pays };
    told.set(layer.layer, {
      ...fed,
      'co-pay': positive(excess.minus(entitled)),
      'above-cap': cut.plus(positive(entitled.minus(pays))),
    });
    for (const [part, amount] of Object.entries(fed)) {
      const name = layer.feeds[part as FeedPart];
      if (!pack.totals?.some((total) => total.name === name)) add(name, amount);
    }
    return pays;
  });
  for (const { name, fedBy } of pack.totals ?? [])
    for (const { layer, part } of fedBy)
      add(
        name,
        layer ? (told.get(layer)?.[part] ?? new Big(0)) : of(fees.parts[part as 'first-borne' | 'above-limit']),
      );
  return [...paid, sum([...left.values()]), get('base-a')].map((amount) => amount.times(100).toFixed(0));
}

test('the naive settlement agrees, layer by layer, to the fen, and so does what feeds the year', () => {
  fc.assert(
    fc.property(input, (stay) => {
      const { layers, patientPays, runningAfter } = settle(stay);
      const burden = runningAfter['base-a'] ?? 0n;
      expect([...layers.map((layer) => layer.pays), patientPays, burden].map(String)).toEqual(naive(stay));
    }),
    { numRuns: 500 },
  );
});

test('shares and patient sum to the bill; no layer is negative or above its base; a zero line and another order of lines change nothing', () => {
  fc.assert(
    fc.property(input, (stay) => {
      const { layers, patientPays, hospitalBears } = settle(stay);
      const otherLines = feesOfLines([{ amount: 0n, parts: {} }, ...[...stay.lines].reverse()]);
      expect(settle({ ...stay, fees: otherLines }).layers).toEqual(layers);
      expect(layers.reduce((sum, layer) => sum + layer.pays, patientPays + hospitalBears)).toBe(stay.fees.bill);
      expect(patientPays >= 0n).toBe(true);
      for (const layer of layers) {
        expect(layer.pays >= 0n && layer.pays <= layer.baseAmount).toBe(true);
        expect(layer.residualInPolicyAfter >= 0n && layer.residualOutOfPolicyAfter >= 0n).toBe(true);
        expect(layer.paysInPolicy + layer.paysOutOfPolicy).toBe(layer.pays);
        const inBrackets = layer.brackets.reduce((sum, { paid }) => sum + paid, 0n);
        expect(layer.given || layer.brackets.length === 0 || inBrackets === layer.entitled).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
