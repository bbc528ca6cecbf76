// A stay (住院) is its hospital's alone: another hospital, a payer and the patient's own town ask for it as for one that does not exist.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { openWorld, type World } from '../harness/world';
import { callerOfAccount } from '../policy/caller-of-account';

let world: World;
let stay: string;
beforeAll(async () => {
  world = await openWorld();
  const member = world.city.members.find(({ insured }) => insured === 'resident');
  const { admitPatient } = await (await world.as('hospital-window')).get<{ admitPatient: { id: string } }>(
    'mutation($idNumber: String!) { admitPatient(idempotencyKey: "stays-of-hospitals", input: { idNumber: $idNumber, admittedOn: "2018-05-02" }) { id } }',
    { idNumber: member?.idNumber },
  );
  stay = admitPatient.id;
});
afterAll(() => world.close());

const own = () => callerOfAccount(world.city, 'hospital-window');
const ofOtherHospital = (): Caller => ({
  ...own(),
  unitId: world.city.units.find(({ code }) => code === 'hospital-laiwu3' || code === 'hospital-laiwu')?.id ?? null,
});

async function asked(caller: Caller, id: string) {
  const query = 'query($id: ID!) { stay(id: $id) { id patient admittedOn } stays(first: 5) { edges { node { id } } } }';
  const { data, errors = [] } = await world.subgraphs.funds.execute({ query, variables: { id } }, caller);
  return JSON.stringify({ data, codes: errors.map((error) => error.extensions?.code) });
}

test('the control: the hospital that admitted the patient sees the stay', async () => {
  expect(await asked(own(), stay)).toContain(stay);
});

test('another hospital is answered as if the stay did not exist, by id and in the list', async () => {
  expect(ofOtherHospital().unitId).not.toBeNull();
  const hidden = await asked(ofOtherHospital(), stay);
  expect(hidden).toBe('{"data":{"stay":null,"stays":{"edges":[]}},"codes":[]}');
  expect(await asked(ofOtherHospital(), randomUUID())).toBe(hidden);
});

test('another hospital can neither discharge nor price the stay, and cannot tell it from an absent one', async () => {
  const tried = async (id: string) => {
    const query =
      'mutation($id: ID!) { dischargePatient(stayId: $id, on: "2018-05-09") { id } uploadFees(stayId: $id, lines: [{ name: "药费", feeClass: CLASS, amount: "10.00", outOfPolicy: "0.00" }]) { id } }';
    const feeClass = world.subgraphs.funds.compiled.plain.getType('FeeClass') as unknown as {
      getValues(): { name: string }[];
    };
    const text = query.replace('CLASS', feeClass.getValues()[0]?.name ?? '');
    const { data, errors = [] } = await world.subgraphs.funds.execute(
      { query: text, variables: { id } },
      ofOtherHospital(),
    );
    return JSON.stringify({ data, codes: errors.map((error) => error.extensions?.code) });
  };
  expect(await tried(stay)).toBe(
    '{"data":{"dischargePatient":null,"uploadFees":null},"codes":["NOT_FOUND","NOT_FOUND"]}',
  );
  expect(await tried(randomUUID())).toBe(await tried(stay));
});

test.each(['insurer-clerk', 'town-kouzhen', 'auditor', 'city-director'])(
  '%s may not ask for stays at all',
  async (account) => {
    expect(await asked(callerOfAccount(world.city, account), stay)).toContain('FORBIDDEN');
    expect(await asked(callerOfAccount(world.city, account), stay)).not.toContain(stay);
  },
);
