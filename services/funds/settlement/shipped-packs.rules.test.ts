// Of every pack that ships: shares and patient make the bill, no layer is negative or above its base, order and zero lines change nothing, and no byte of a pack can change unseen.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#platform/process/project-root';
import { canonicalJson, packHash } from '#platform/vocabulary/canonical';
import {
  areas,
  encounterKinds,
  type FeePart,
  feeParts,
  hospitalGrades,
  hospitalLevels,
  insuredKinds,
} from '../settlement-policy/encounter-facts.rules';
import { type PolicyPack, parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import { engineVersions, resettle } from './engines.rules';
import { settle } from './settlement.rules';
import { feesOfLines } from './stay-fees.rules';
import { storedInput } from './stored-input.rules';

const folder = join(projectRoot, 'data/settlement-policies');
const packs = readdirSync(folder).map((file): [string, PolicyPack] => [
  file,
  parsePolicyPack(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
]);

const fen = fc.oneof(fc.bigInt({ min: 0n, max: 100_000n }), fc.bigInt({ min: 0n, max: 60_000_000n }));
const line = fc
  .record({ parts: fc.record(Object.fromEntries(feeParts.map((part) => [part, fen]))), unconsented: fen })
  .map(({ parts, unconsented }) => ({
    amount: Object.values(parts).reduce((sum, each) => sum + each, unconsented),
    parts: parts as Record<FeePart, bigint>,
    unconsented,
  }));
const casesOf = ({ layers, outpatient }: PolicyPack) => {
  const names = layers.flatMap(({ feeds }) => Object.values(feeds) as string[]);
  return fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    running: fc.dictionary(fc.constantFrom('patient-borne-at/in-policy/county', ...names), fen, { maxKeys: 5 }),
    facts: fc.record({
      hospitalGrade: fc.constantFrom(...hospitalGrades),
      hospitalLevel: fc.constantFrom(...hospitalLevels),
      encounter: fc.constantFrom(...encounterKinds),
      insured: fc.constantFrom(...insuredKinds),
      area: fc.constantFrom(...areas),
      referred: fc.boolean(),
      stayOfYear: fc.integer({ min: 1, max: 4 }),
      disease: fc.constantFrom(null, ...(outpatient?.diseases ?? []).map(({ code }) => code)),
      tags: fc.constantFrom(['registered-poor'], []),
    }),
  });
};

test.each(packs)('%s settles every bill to the fen, whatever its lines are in order', (_, pack) => {
  fc.assert(
    fc.property(casesOf(pack), ({ lines, running, facts }) => {
      const fees = feesOfLines(lines);
      const outcome = settle({ pack, facts, fees, running, given: {} });
      const paid = outcome.layers.reduce((sum, { pays }) => sum + pays, outcome.hospitalBears);
      expect(paid + outcome.patientPays).toBe(fees.bill);
      expect(outcome.patientPays >= 0n).toBe(true);
      for (const { pays, baseAmount } of outcome.layers) expect(pays >= 0n && pays <= baseAmount).toBe(true);
      const zero = { amount: 0n, parts: {}, unconsented: 0n };
      for (const same of [[...lines].reverse(), [zero, ...lines, zero]])
        expect(settle({ pack, facts, fees: feesOfLines(same), running, given: {} })).toEqual(outcome);
      const stored = JSON.parse(JSON.stringify(storedInput({ pack, facts, fees, running, given: {} })));
      expect(resettle('2', pack, stored)?.patientPays).toBe(outcome.patientPays);
    }),
    { numRuns: 60 },
  );
});

test.each(packs)('%s has another hash, or is no pack at all, as soon as one character of it differs', (_, pack) => {
  const [text, hash] = [canonicalJson(pack), packHash(pack)];
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '7', 'x', ' ', '"'), (at, other) => {
      const altered = text.slice(0, at) + other + text.slice(at + 1);
      if (altered === text) return;
      const read = parsed(altered);
      expect(read === null || packHash(read) !== hash).toBe(true);
    }),
    { numRuns: 80 },
  );
});

function parsed(text: string): object | null {
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}

test('all engines that there ever were are still runnable', () => {
  expect(engineVersions).toEqual(expect.arrayContaining(['1', '2']));
});
