// Many settlements at once: patients as Zipf draws them, keys that come twice, caps that are used up; afterwards every year is as if they had come one by one.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { canonicalJson } from '#platform/vocabulary/canonical';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { resettle } from '../../services/funds/settlement/engines.rules';
import type { StoredInput } from '../../services/funds/settlement/stored-input.rules';
import { parsePolicyPack } from '../../services/funds/settlement-policy/settlement-policy.rules';
import { ADMIT, FEES, OUT, SETTLE } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

const AT_ONCE = 64;
const PATIENTS = 12;

let world: FundsOnly;
let hospitals: Caller[];
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 }, 8);
  const hospital = world.as('hospital-window');
  const grade3 = world.city.units.find(({ kind, grade }) => kind === 'hospital' && grade === 3)?.id as string;
  hospitals = [hospital, { ...hospital, unitId: grade3, personId: '01890000-0000-7000-8000-0000000000aa' }];
}, 120_000);
afterAll(() => world?.close());

const clerk = (at: number) => hospitals[at % hospitals.length] as Caller;
/** The first half as often as the second twice over, and so on: patient n comes in proportion to 1/n. */
function patientOf(at: number): number {
  const weights = Array.from({ length: PATIENTS }, (_, n) => 1 / (n + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let left = (((at * 37) % AT_ONCE) / AT_ONCE) * whole;
  const drawn = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return drawn < 0 ? PATIENTS - 1 : drawn;
}
const fee = (amount: string) => [{ name: '费用', feeClass: 'a', amount, outOfPolicy: '0.00' }];

async function encounter(at: number, idNumber: string): Promise<string> {
  const input = { idNumber, admittedOn: '2018-08-01', encounter: 'outpatient', disease: 'diabetes' };
  const { admitPatient } = await world.get(clerk(at), ADMIT, { input, key: `come-${at}-${randomUUID()}` });
  await world.get(clerk(at), FEES, { id: admitPatient.id, lines: fee(`${40 + 17 * (at % 9)}.${10 + (at % 7)}`) });
  return admitPatient.id;
}

/** In-policy 4,000,000: critical-illness insurance pays all that it pays in a year. */
async function useUpCaps(idNumber: string): Promise<void> {
  const { admitPatient } = await world.get(clerk(0), ADMIT, {
    input: { idNumber, admittedOn: '2018-07-02' },
    key: `cap-${randomUUID()}`,
  });
  await world.get(clerk(0), FEES, { id: admitPatient.id, lines: fee('4000000.00') });
  await world.get(clerk(0), OUT, { id: admitPatient.id, on: '2018-07-20' });
  const { settleStay } = await world.get(clerk(0), SETTLE, { id: admitPatient.id, key: `cap-${randomUUID()}` });
  expect(settleStay.layers[3]).toMatchObject({ layer: 'critical-illness', amount: '500000.00' });
}

test('64 at once, some of them twice: each encounter is settled once, and every year is exact', async () => {
  const patients = world.city.members.filter(({ insured }) => insured === 'resident').slice(0, PATIENTS);
  await useUpCaps(patients[1]?.idNumber as string);
  const stays: string[] = [];
  for (let at = 0; at < AT_ONCE; at++) stays.push(await encounter(at, patients[patientOf(at)]?.idNumber as string));
  const asked = stays.map((id, at) => ({ at, id, key: `settle-${at}-once` }));
  const answers = await Promise.all(
    [...asked, ...asked.filter(({ at }) => at % 20 === 0)].map(async ({ at, id, key }) => {
      const { data, codes } = await world.ask(clerk(at), SETTLE, { id, key });
      return { id, codes, made: data?.settleStay?.id as string | undefined };
    }),
  );
  expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
  for (const { id, made } of answers) expect(answers.find((each) => each.id === id)?.made).toBe(made);
  const { rows } = await world.sql.query<{
    member: string;
    input: StoredInput;
    outcome: object;
    content: object;
  }>(`select t.member_id as member, t.input, t.outcome, p.content from funds.settlement t join funds.pack p on p.id = t.policy_id
      where t.year = 2018 and t.kind = 'settlement' order by t.id`);
  expect(rows.filter(({ input }) => input.facts.encounter === 'outpatient')).toHaveLength(AT_ONCE);
  for (const { id } of patients) {
    let running: Record<string, bigint> = {};
    let stayOfYear = 1;
    const own = rows.filter(({ member }) => member === id);
    for (const { input, outcome, content } of own) {
      const now = Object.fromEntries(
        Object.entries(running)
          .filter(([, fen]) => fen !== 0n)
          .map(([name, fen]) => [name, String(fen)]),
      );
      expect(input.running).toEqual(now);
      expect(input.facts.stayOfYear).toBe(stayOfYear);
      const again = resettle('2', parsePolicyPack(content), input);
      expect(canonicalJson(outcome)).toBe(canonicalJson(again?.outcome));
      running = { ...running };
      for (const [name, fen] of Object.entries(again?.moved ?? {})) running[name] = (running[name] ?? 0n) + fen;
      if (input.facts.encounter === 'stay') stayOfYear += 1;
    }
    const { rows: totals } = await world.sql.query(
      `select name, sum(amount)::text as sum from funds.member_year_total where member_id = $1 and year = 2018 group by name`,
      [id],
    );
    expect(Object.fromEntries(totals.map(({ name, sum }) => [name, BigInt(sum)]))).toEqual(running);
    // the yearly deductible of 200 was taken once, whoever came first
    if (own.length > 4) expect(running['outpatient-deductible']).toBe(20000n);
    expect((running['critical-paid'] ?? 0n) <= 50000000n).toBe(true);
  }
  expect(Math.max(...patients.map(({ id }) => rows.filter(({ member }) => member === id).length))).toBeGreaterThan(12);
  expect(await checkLedger(world.sql)).toEqual([]);
});
