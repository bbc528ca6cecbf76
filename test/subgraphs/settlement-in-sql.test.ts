// The engine and a naive settlement in SQL agree to the fen on drawn cases of every pack that ships; `npm run check:settlements` draws 50,000.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#platform/process/project-root';
import { partsOf } from '../../services/funds/settlement/layer-payment.rules';
import { settle } from '../../services/funds/settlement/settlement.rules';
import { feesOfLines } from '../../services/funds/settlement/stay-fees.rules';
import {
  areas,
  encounterKinds,
  feeParts,
  hospitalGrades,
  hospitalLevels,
  insuredKinds,
} from '../../services/funds/settlement-policy/encounter-facts.rules';
import { type PolicyPack, parsePolicyPack } from '../../services/funds/settlement-policy/settlement-policy.rules';
import { NAIVE_SETTLEMENT } from './naive-settlement.sql';
import { type FundsOnly, openFunds } from './open-funds';

const CASES = Number(process.env.SETTLEMENT_CASES ?? 2400);
const AT_ONCE = 400;
const folder = join(projectRoot, 'data/settlement-policies');
const packs = readdirSync(folder).map((file) => parsePolicyPack(JSON.parse(readFileSync(join(folder, file), 'utf8'))));

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

// amounts of every size, so that deductibles, brackets and caps are met alike
const fen = fc.oneof(
  fc.bigInt({ min: 0n, max: 100_000n }),
  fc.bigInt({ min: 0n, max: 5_000_000n }),
  fc.bigInt({ min: 0n, max: 60_000_000n }),
);
const running = fc.dictionary(
  fc.constantFrom(
    ...packs.flatMap(({ layers }) => layers.flatMap(({ feeds }) => Object.values(feeds))),
    ...hospitalLevels.map((level) => `patient-borne-at/in-policy/${level}`),
    ...hospitalGrades.map((grade) => `patient-borne/in-policy/${grade}`),
  ) as fc.Arbitrary<string>,
  fen,
  { maxKeys: 6 },
);
const drawn = fc.record({
  pack: fc.constantFrom(...packs),
  parts: fc.record(Object.fromEntries(feeParts.map((part) => [part, fen]))),
  facts: fc.record({
    hospitalGrade: fc.constantFrom(...hospitalGrades),
    hospitalLevel: fc.constantFrom(...hospitalLevels),
    encounter: fc.constantFrom(...encounterKinds),
    insured: fc.constantFrom('resident' as const, ...insuredKinds),
    area: fc.constantFrom('in' as const, ...areas),
    referred: fc.boolean(),
    stayOfYear: fc.integer({ min: 1, max: 4 }),
    disease: fc.constant(null),
    tags: fc.constantFrom(['registered-poor'], ['registered-poor', 'dibao'], []),
  }),
  running,
  /** of what the first layer has to pay of, in thousandths; null: nothing was paid elsewhere */
  given: fc.option(fc.bigInt({ min: 0n, max: 1000n }), { nil: null, freq: 4 }),
});

/** Told of the first layer, in fen. */
function givenOf(
  { layers: [first] }: PolicyPack,
  parts: Record<string, bigint>,
  thousandths: bigint | null,
): Record<string, bigint> {
  if (thousandths === null || !first) return {};
  const open = partsOf(first).reduce((sum, part) => sum + (parts[part] ?? 0n), 0n);
  return { [first.layer]: (open * thousandths) / 1000n };
}

const told = (value: unknown) =>
  JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? each.toString() : each));

test(`engine and SQL agree on ${CASES} cases`, async () => {
  await world.sql.query(NAIVE_SETTLEMENT);
  for (let at = 0; at < CASES; at += AT_ONCE) {
    const cases = fc.sample(drawn, { numRuns: AT_ONCE, seed: at + 20180401 });
    const asked = cases.map(({ pack, facts, parts, running: year, given }) => {
      const left = Object.entries(parts).flatMap(([part, amount]) => [
        [part, amount],
        [`left ${part}`, amount],
      ]);
      return { pack: pack.name, facts, parts: Object.fromEntries(left), year, given: givenOf(pack, parts, given) };
    });
    const { rows } = await world.sql.query(
      `select pg_temp.naive_settle($2::jsonb -> (c ->> 'pack'), c -> 'facts', c -> 'parts', c -> 'year', c -> 'given') as amounts
       from jsonb_array_elements($1::jsonb) with ordinality as given(c, at) order by given.at`,
      [told(asked), JSON.stringify(Object.fromEntries(packs.map((pack) => [pack.name, pack])))],
    );
    const settled = cases.map(({ pack, facts, parts, running: year, given }) => {
      const amount = Object.values(parts).reduce((sum, each) => sum + each, 0n);
      const { layers, patientPays } = settle({
        pack,
        facts,
        fees: feesOfLines([{ amount, parts }]),
        running: year,
        given: givenOf(pack, parts, given),
      });
      return [...layers.map(({ pays }) => pays), patientPays].map(String);
    });
    rows.forEach(({ amounts }, index) => {
      expect({ case: told(asked[index]), amounts }).toEqual({ case: told(asked[index]), amounts: settled[index] });
    });
  }
}, 3_600_000);
