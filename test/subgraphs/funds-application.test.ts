// What an application is refused for, that a repeated one has one effect, and that a rejection gives the money back.
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { APPLY, type Steps, stepsOf } from './funds-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let steps: Steps;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = stepsOf(world);
}, 120_000);
afterAll(() => world?.close());

test('more than the lot holds, another purpose, a foreign household, a household twice: refused, and nothing moved', async () => {
  const lot = await steps.townLot();
  const town = world.as('town-kouzhen');
  const tried = async (change: (input: Awaited<ReturnType<typeof steps.application>>) => void) => {
    const input = await steps.application(['10.00']);
    change(input);
    return (await world.ask(town, APPLY, { input, key: steps.key() })).codes;
  };
  expect(await tried((input) => Object.assign(input.lines[0] as object, { amount: '99999999.00' }))).toEqual([
    'LOT_INSUFFICIENT',
  ]);
  expect(await tried((input) => Object.assign(input, { purpose: 'vehicles' }))).toEqual(['PURPOSE_DIFFERS']);
  expect(
    await tried((input) => input.lines.push({ ...(input.lines[0] as { householdId: string; amount: string }) })),
  ).toEqual(['HOUSEHOLD_REPEATED']);
  const foreign = world.city.households.find(({ regionId }) => !steps.villages().has(regionId))?.id;
  expect(await tried((input) => Object.assign(input.lines[0] as object, { householdId: foreign }))).toEqual([
    'NOT_FOUND',
  ]);
  const { rows } = await world.sql.query('select id from funds.allotment_line where region_id <> $1 limit 1', [
    steps.kouzhen(),
  ]);
  expect(await tried((input) => Object.assign(input, { allotmentLineId: rows[0].id }))).toEqual(['NOT_FOUND']);
  expect((await steps.townLot()).available).toBe(lot.available);
  expect(
    (
      await world.ask(world.as('village-kouzhen'), APPLY, {
        input: await steps.application(['1.00']),
        key: steps.key(),
      })
    ).codes,
  ).toEqual(['FORBIDDEN']);
});

test('fifty times the same key at once is one disbursement; another payload under it is refused', async () => {
  const input = await steps.application(['33.00']);
  const same = steps.key();
  const town = world.as('town-kouzhen');
  const answers = await Promise.all(Array.from({ length: 50 }, () => world.get(town, APPLY, { input, key: same })));
  expect(new Set(answers.map(({ applyDisbursement }) => applyDisbursement.id)).size).toBe(1);
  const other = { ...input, documentNumber: '口政发〔2018〕10号（拟）' };
  expect((await world.ask(town, APPLY, { input: other, key: same })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  const { rows } = await world.sql.query('select count(*)::int as n from funds.journal where disbursement_id = $1', [
    answers[0].applyDisbursement.id,
  ]);
  expect(rows[0].n).toBe(1);
});

test('a rejection releases the reservation, and the same person holds two posts in vain', async () => {
  const lot = await steps.townLot();
  const made = await steps.apply(['55.00']);
  const refuse = `mutation($id: ID!) { refuseDisbursement(id: $id, reason: "材料不全") { state reason } }`;
  const twoPosts = world.as('city-director', { personId: world.as('town-kouzhen').personId });
  expect(
    (await world.ask(twoPosts, `mutation($id: ID!) { approveDisbursement(id: $id) { id } }`, { id: made.id })).codes,
  ).toEqual(['FOUR_EYES']);
  expect((await world.get(world.as('city-director'), refuse, { id: made.id })).refuseDisbursement).toEqual({
    state: 'rejected',
    reason: '材料不全',
  });
  expect((await world.ask(world.as('city-director'), refuse, { id: made.id })).codes).toEqual(['DISBURSEMENT_STATE']);
  expect((await steps.townLot()).available).toBe(lot.available);
  expect(await checkLedger(world.sql)).toEqual([]);
});
