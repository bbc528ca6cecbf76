// The window of a hospital: one query for one person who is here with a matching card, nothing about anybody else, every look kept, and only so many.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { lookUpLimits } from '../../services/funds/window/look-up.rules';
import { ADMIT, FEES, hospitalsOf, OUT, SETTLE, told } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let hospital: Caller;
let otherHospital: Caller;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  [hospital, otherHospital] = hospitalsOf(world);
}, 120_000);
afterAll(() => world?.close());

const key = () => `window-${randomUUID()}`;
let next = 0;
const patient = () =>
  world.city.members.filter(({ insured }) => insured === 'resident')[next++] as { id: string; idNumber: string };
const WINDOW = `query($number: String!, $matches: Boolean!) { patientAtWindow(idNumber: $number, cardMatches: $matches) { lookUpId
  stays { id status patient tags insured treatFirst admittedOn dischargedOn fees { name amount servedOn } yearTotals { name amount }
    quote { bill patientPays packHash layers { layer payer amount } explanation { zh } } }
  openRepayments { id amount open overdue } } }`;
const look = (who: Caller, number: string, matches = true) => world.ask(who, WINDOW, { number, matches });

test('one query has all that settling needs, and one mutation settles; the same key twice is one settlement', async () => {
  const { idNumber } = patient();
  const { admitPatient: stay } = await world.get(hospital, ADMIT, {
    input: { idNumber, admittedOn: '2018-05-02' },
    key: key(),
  });
  const lines = [
    { name: '住院费', feeClass: 'a', amount: '16000.00', outOfPolicy: '0.00' },
    { name: '自费药', feeClass: 'c', amount: '4000.00', outOfPolicy: '4000.00' },
  ];
  await world.get(hospital, FEES, { id: stay.id, lines });
  const before = (await look(hospital, idNumber)).data.patientAtWindow;
  expect(before.stays).toMatchObject([{ id: stay.id, status: 'admitted', quote: null, treatFirst: true }]);
  await world.get(hospital, OUT, { id: stay.id, on: '2018-05-12' });
  const { data, codes } = await look(hospital, idNumber);
  expect(codes).toEqual([]);
  const [shown] = data.patientAtWindow.stays;
  const golden = ['12560.00', '0.00', '744.00', '4687.20', '1208.80', '800.00'];
  expect(told(shown.quote)).toEqual(golden);
  expect(shown).toMatchObject({ status: 'discharged', tags: ['registered-poor'], insured: 'resident', yearTotals: [] });
  expect(shown.fees).toHaveLength(2);
  expect(JSON.stringify(data)).not.toContain(idNumber);
  const once = key();
  const [one, two] = await Promise.all([1, 2].map(() => world.get(hospital, SETTLE, { id: shown.id, key: once })));
  expect(one?.settleStay.id).toBe(two?.settleStay.id);
  expect(told(one?.settleStay)).toEqual(golden);
  // settled: he is not being treated here any more
  expect((await look(hospital, idNumber)).data.patientAtWindow).toBeNull();
});

test('of whoever is not here there is nothing, be he in another hospital, in no hospital, or in no register', async () => {
  const [elsewhere, atHome] = [patient(), patient()];
  await world.get(otherHospital, ADMIT, {
    input: { idNumber: elsewhere.idNumber, admittedOn: '2018-05-02' },
    key: key(),
  });
  const answers = [];
  for (const number of [elsewhere.idNumber, atHome.idNumber, '11010519491231002X'])
    answers.push(await look(hospital, number));
  for (const { data, codes } of answers) expect([data, codes]).toEqual([{ patientAtWindow: null }, []]);
  expect((await look(otherHospital, elsewhere.idNumber)).data.patientAtWindow.stays).toHaveLength(1);
});

test('without a matching card nobody is looked up; who is no clerk of a hospital has no window', async () => {
  const { idNumber } = patient();
  const { rows: before } = await world.sql.query('select count(*)::int as n from funds.window_look_up');
  expect((await look(hospital, idNumber, false)).codes).toEqual(['CARD_NOT_CONFIRMED']);
  expect((await look(hospital, '110105194912310021')).codes).toEqual(['INVALID_INPUT']);
  for (const account of ['insurer-clerk', 'city-director', 'town-kouzhen'])
    expect((await look(world.as(account), idNumber)).codes).toEqual(['FORBIDDEN']);
  const { rows: after } = await world.sql.query('select count(*)::int as n from funds.window_look_up');
  expect(after).toEqual(before);
});

test('each look is kept with whom it found, without a number, and stays as it is', async () => {
  const { idNumber } = patient();
  const { admitPatient: stay } = await world.get(hospital, ADMIT, {
    input: { idNumber, admittedOn: '2018-05-02' },
    key: key(),
  });
  const { lookUpId } = (await look(hospital, idNumber)).data.patientAtWindow;
  const { rows } = await world.sql.query(
    `select l.clerk_id, s.stay_id from funds.window_look_up l join funds.window_sight s on s.look_up_id = l.id where l.id = $1`,
    [lookUpId],
  );
  expect(rows).toEqual([{ clerk_id: hospital.personId, stay_id: stay.id }]);
  const { rows: log } = await world.sql.query(
    `select action, facts::text from funds.audit where target = $1 order by action`,
    [lookUpId],
  );
  expect(log.map(({ action }) => action)).toEqual(['patientAtWindow', 'seePatient']);
  expect(JSON.stringify(log)).not.toMatch(/\d{17}[\dX]/);
  await expect(world.owner.query('delete from funds.window_sight')).rejects.toMatchObject({
    constraint: 'funds_window_sight_append_only',
  });
});

test('who tries out numbers is stopped, and the other clerk is not', async () => {
  const clerk = { ...hospital, personId: '01890000-0000-7000-8000-0000000000bb' };
  for (let at = 0; at < lookUpLimits.mostMissed; at++) await look(clerk, '11010519491231002X');
  const stopped = await look(clerk, '11010519491231002X');
  expect(stopped.codes).toEqual(['LOOK_UP_LIMIT']);
  expect((await look(hospital, '11010519491231002X')).codes).toEqual([]);
});
