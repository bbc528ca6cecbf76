// A payer and a hospital succeed another (支付方、医疗机构承继): open stays and roles pass, what was settled stays and is answered for.
import { randomUUID } from 'node:crypto';
import { arrived } from '../harness/arrived';
import { openUnitReform, type UnitReform } from './unit-reform';

let reformed: UnitReform;
let unit: UnitReform['unit'];
let rows: UnitReform['rows'];
let carryOut: UnitReform['carryOut'];
let world: UnitReform['world'];
beforeAll(async () => {
  reformed = await openUnitReform();
  ({ unit, rows, carryOut, world } = reformed);
}, 120_000);
afterAll(() => reformed?.world.close());

test('a payer goes into another payer: it pays from then on, and told twice nothing happens', async () => {
  const [gone, heir] = [unit('payer-medical-assistance'), unit('payer-critical-illness')];
  const [payer] = await rows('select payer from funds.settlement_payer where unit_id = $1', [gone.id]);
  expect(payer).toBeDefined();
  const { epoch } = await carryOut('2019-02-01', [{ verb: 'merge', unit: gone.id, into: heir.id }]);
  const clerk = await world.as('insurer-clerk');
  await arrived(clerk, '{ settlements { edges { node { id } } } }');
  const paid = () => rows('select unit_id from funds.settlement_payer where payer = $1', [payer.payer]);
  expect(await paid()).toEqual([{ unit_id: heir.id }]);
  const merged = JSON.stringify([{ from: gone.id, to: heir.id }]);
  await rows(`select funds.apply_regions($1, '{"effectiveOn":"2019-02-01","moves":[],"ended":[],"founded":[]}')`, [
    epoch,
  ]);
  await rows(`select funds.apply_units($1, '2019-02-01')`, [merged]);
  expect(await paid()).toEqual([{ unit_id: heir.id }]);
  expect(await rows('select heir_id from funds.unit_heir where unit_id = $1', [gone.id])).toEqual([
    { heir_id: heir.id },
  ]);
});

test('a hospital goes into a larger one: its open stays are discharged there, what was settled is struck there, a stranger sees neither', async () => {
  const [gone, heir] = [unit('hospital-kouzhen'), unit('hospital-laicheng')];
  const [member] = await rows('select id, household_id, region_id, path from households.member order by id limit 1');
  const stay = async (status: string, discharged: string | null) => {
    const id = randomUUID();
    await rows(
      `insert into funds.stay (id, hospital_id, hospital_grade, member_id, household_id, region_id, path, patient_name, tags, insured, register_version,
         treat_first, admitted_on, discharged_on, status, admitted_by)
       values ($1, $2, 'grade-1', $3, $4, $5, $6, '某人', '{}', 'resident', '2018', true, '2018-05-01', $7, $8, $9)`,
      [
        ...[id, gone.id, member.id, member.household_id, member.region_id, member.path],
        ...[discharged, status, world.city.persons[0]?.id],
      ],
    );
    await rows(
      `insert into funds.stay_fee (stay_id, ordinal, hospital_id, name, fee_class, amount, out_of_policy) values ($1, 1, $2, '床位费', 'a', 100, 0)`,
      [id, gone.id],
    );
    return id;
  };
  const [open, settled] = [await stay('admitted', null), await stay('settled', '2018-05-09')];
  const clerk = await world.as('hospital-window');
  const stays = async () => {
    const { data } = await arrived(clerk, '{ stays(first: 200) { edges { node { id } } } }');
    return data.stays.edges.map(({ node }: { node: { id: string } }) => node.id) as string[];
  };
  expect(await stays()).not.toContain(open);
  await carryOut('2019-03-01', [{ verb: 'merge', unit: gone.id, into: heir.id }]);
  expect(await stays()).toEqual(expect.arrayContaining([open, settled]));
  const hospitalOf = (id: string) =>
    rows(
      'select s.hospital_id, f.hospital_id as of_fee from funds.stay s join funds.stay_fee f on f.stay_id = s.id where s.id = $1',
      [id],
    );
  expect(await hospitalOf(open)).toEqual([{ hospital_id: heir.id, of_fee: heir.id }]);
  expect(await hospitalOf(settled)).toEqual([{ hospital_id: gone.id, of_fee: gone.id }]);
  const discharge = `mutation { dischargePatient(stayId: "${open}", on: "2018-05-09") { id } }`;
  expect((await arrived(clerk, discharge)).errors).toEqual([]);
  expect(
    await rows(`select 1 from pg_proc where proname = 'strike_settlement' and prosrc like '%heir_of(s.hospital_id)%'`),
  ).toHaveLength(1);

  // Under the role itself: a third hospital reads neither.
  const seenBy = async (unitId: string) => {
    await rows('begin');
    await rows(
      `select set_config('role', (select rolname from pg_roles where rolname like 'small_city_funds_institution' limit 1), true), set_config('scope.unit', $1, true)`,
      [unitId],
    );
    const { length } = await rows('select 1 from funds.stay where id = any($1)', [[open, settled]]);
    await rows('rollback');
    return length;
  };
  expect(await seenBy(heir.id)).toBe(2);
  expect(await seenBy(unit('hospital-laiwu').id)).toBe(0);
}, 60_000);
