// Four eyes by property: over every rule that weighs hands and any web of delegations, nobody makes and checks, for himself or for another.
import fc from 'fast-check';
import { type Checker, type Hand, mayCheck } from '#platform/vocabulary/hands';
import { type CheckingPath, checkingPaths as paths } from './checking-paths';
import { filesOf } from './source-files';

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Who delegated to whom, with chains and rings; each person acts for himself or for anybody whose post comes to him. */
const web = fc.uniqueArray(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE)), { maxLength: 10 });
type Web = readonly (readonly [from: string, to: string])[];

function standsFor(person: string, delegations: Web): string[] {
  const found = new Set<string>();
  for (const open = [person]; open.length > 0; ) {
    const at = open.pop();
    for (const [from, to] of delegations)
      if (to === at && from !== person && !found.has(from)) {
        found.add(from);
        open.push(from);
      }
  }
  return [...found];
}

const acting = web.chain((delegations) =>
  fc.record({
    delegations: fc.constant(delegations),
    maker: fc.constantFrom(...PEOPLE),
    checker: fc.constantFrom(...PEOPLE),
    forWhom: fc.nat(),
    checksFor: fc.nat(),
  }),
);
const principal = (stands: readonly string[], at: number) => [null, ...stands][at % (stands.length + 1)] ?? null;

/** Whether the two are one: somebody stands behind both hands. */
function isOne(made: Hand, checker: Checker): boolean {
  const mine = [checker.personId, checker.principalId, ...checker.standsFor];
  return [made.personId, made.principalId].some((one) => one !== null && mine.includes(one));
}

function passes(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

/** Every way in which somebody came through who should not have. */
function holes(path: CheckingPath, weigh: (checker: Checker) => Checker = (checker) => checker): string[] {
  const found: string[] = [];
  let allowed = 0;
  fc.assert(
    fc.property(acting, ({ delegations, maker, checker, forWhom, checksFor }) => {
      const stands = standsFor(checker, delegations);
      const made = { personId: maker, principalId: principal(standsFor(maker, delegations), forWhom) };
      const whole = { personId: checker, principalId: principal(stands, checksFor), standsFor: stands };
      const through = passes(() => path.run(made, weigh(whole)));
      // For whom the hand was laid is on the row, whose wall weighs it under the same name.
      const walled = path.wall === undefined || mayCheck({ ...whole, standsFor: stands }, made);
      if (through && walled) allowed++;
      if (through && walled && isOne(made, whole)) found.push(JSON.stringify({ made, whole }));
      if (through && isOne({ ...made, principalId: null }, whole))
        found.push(`rule alone: ${JSON.stringify({ made, whole })}`);
      // Two who have nothing to do with one another are let through: a wall that refuses everybody proves nothing.
      if (!through && !isOne(made, whole)) found.push(`refused for nothing: ${JSON.stringify({ made, whole })}`);
    }),
    { numRuns: 400, seed: 371_200 },
  );
  expect(allowed).toBeGreaterThan(40);
  return found;
}

test.each(Object.keys(paths))('nobody can both make and %s', (name) => {
  expect(holes(paths[name] as CheckingPath)).toEqual([]);
});

test('the control: a checker whose delegations are forgotten comes through everywhere', () => {
  const forgetful = (checker: Checker): Checker => ({ ...checker, standsFor: [], principalId: null });
  for (const path of Object.values(paths)) expect(holes(path, forgetful).length).toBeGreaterThan(0);
});

test('each of these rules still weighs hands, and each wall stands in a migration', () => {
  const weighing = filesOf(/\.rules\.ts$/)
    .filter(({ path, text }) => path.startsWith('services/') && /\bmayCheck\(/.test(text))
    .map(({ path }) => path);
  expect(weighing).toEqual(expect.arrayContaining(Object.values(paths).map(({ rule }) => rule)));
  const migrations = filesOf(/\.ts$/).filter(({ path }) => path.includes('/migrations/'));
  for (const { wall } of Object.values(paths))
    if (wall)
      expect([
        wall,
        migrations.some(({ text }) =>
          text
            .split(`constraint ${wall.constraint} check`)
            .slice(1)
            .some((after) => after.slice(0, 300).includes(wall.column)),
        ),
      ]).toEqual([wall, true]);
});
