// Golden vectors of every engine: what each version ever made of one stay is known by its hash, and a change of it is a new version.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { contentHash } from '#platform/vocabulary/canonical';
import { formatYuan } from '#platform/vocabulary/money';
import { ordinaryStay } from '../settlement-policy/encounter-facts.rules';
import { parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import { engineVersions, resettle } from './engines.rules';
import { engineVersion } from './settlement.rules';
import { feesOf } from './stay-fees.rules';
import { readInput, storedInput } from './stored-input.rules';

const pack = parsePolicyPack(
  JSON.parse(readFileSync(join(projectRoot, 'data/settlement-policies/rizhao-2018-04.json'), 'utf8')),
);
const stored = storedInput({
  pack,
  facts: { ...ordinaryStay, hospitalGrade: 'grade-3', tags: ['registered-poor'] },
  fees: feesOf(25000000n, 5000000n),
  running: { 'critical-burden': 100000n, 'critical-deductible': 100000n },
  given: {},
});

// (250000-500)·65 % · (87825-5000)·55 % · 10 % · 70 % · what is above 4 %
const paid = ['162175.00', '45553.75', '9227.13', '58130.88', '12913.24', '12000.00'];

test.each([
  ['1', '9ba6aa39b55982ba4673f65092843687a6913557eacf7c8c84cca5a3ad63ee4d'],
  ['2', 'd45bfad5f68ef4e7c79fe5616ac6aa672f3ec4bb6bb5cf13425fef69ea9a1372'],
])('engine %s makes of this stay what it always made', (version, golden) => {
  const again = resettle(version, pack, stored);
  const amounts = (again?.outcome.layers ?? []).map(({ amount }) => formatYuan(BigInt(String(amount))));
  expect([...amounts, formatYuan(again?.patientPays ?? 0n)]).toEqual(paid);
  expect(contentHash(again?.outcome)).toBe(golden);
});

test('the present engine is among those that stay runnable; one that never was is none', () => {
  expect(engineVersions).toContain(engineVersion);
  expect(resettle('0', pack, stored)).toBeNull();
});

test('an input is the same after it was stored', () => {
  expect(storedInput(readInput(pack, JSON.parse(JSON.stringify(stored))))).toEqual(stored);
});
