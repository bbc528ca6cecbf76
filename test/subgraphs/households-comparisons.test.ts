// Comparisons with other bureaus: rows that meet nobody leave a count, a match keeps one sealed thing, is verified by one, closed by another, and emptied.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import { subtreeOf } from '#platform/vocabulary/region';
import type { MemberRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
}, 60_000);
afterAll(() => world?.close());

let serial = 0;
const stranger = () => {
  const first17 = `37129919500101${String(++serial).padStart(3, '0')}`;
  return `${first17}${identityCheckDigit(first17)}`;
};
function membersIn(name: string): MemberRow[] {
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.id === world.regionId(name))?.path as string);
  const inside = new Set(world.city.households.filter(({ path }) => path >= lo && path < hi).map(({ id }) => id));
  return world.city.members.filter(({ householdId }) => inside.has(householdId));
}
const SUBMIT = `mutation($input: ComparisonInput!, $key: String!) { submitComparison(input: $input, idempotencyKey: $key) {
  id kind rowCount illFormed matched asked packName rule region { id } matches(first: 200) { edges { node { id fact member { id } verifyDueOn } } } } }`;
const VERIFY =
  'mutation($id: ID!, $verdict: MatchVerdict!) { verifyComparisonMatch(id: $id, verdict: $verdict, note: "入户核对属实") { id verdict } }';
const CLOSE =
  'mutation($id: ID!) { closeComparisonMatch(id: $id, outcome: corrected, note: "已自然减少") { id outcome fact closedAt } }';
const RETURN = 'mutation($id: ID!) { returnComparisonMatch(id: $id, note: "请补充证明") { id verdict } }';
const OPEN = '{ comparisonMatches(awaiting: true, first: 200) { edges { node { id kind fact member { id } } } } }';
const TODO = '{ householdsTodo(first: 200) { edges { node { kind subjectId dueOn } } } }';

const district = () => world.caller('district-officer', '371202');
const town = (more: Partial<Caller> = {}) => world.caller('town-officer', '口镇', more);
const waits = async (caller: Caller, kind: string): Promise<string[]> =>
  (await world.ask(caller, TODO)).data.householdsTodo.edges
    .filter(({ node }: { node: { kind: string } }) => node.kind === kind)
    .map(({ node }: { node: { subjectId: string } }) => node.subjectId);
const submit = (caller: Caller, kind: string, rows: object[], key: string = randomUUID()) =>
  world.ask(caller, SUBMIT, { input: { kind, bureau: '莱城区民政局', asOf: '2018-01-31', rows }, key });
async function oneMatch(kind: string, fact: string, member: MemberRow): Promise<string> {
  const { data, codes } = await submit(district(), kind, [{ idNumber: member.idNumber, fact }]);
  expect(codes).toEqual([]);
  return data.submitComparison.matches.edges[0].node.id;
}

test('a list is compared in range; what meets nobody, or asks nothing, is a count', async () => {
  const inside = membersIn('口镇');
  const beside = membersIn('颜庄镇')[0] as MemberRow;
  const strangers = [stranger(), stranger(), stranger()];
  const rows = [
    ...inside.slice(0, 2).map(({ idNumber }) => ({ idNumber, fact: '某某公司', amount: '2000.00' })),
    { idNumber: inside[2]?.idNumber, fact: '某某公司', amount: '300.00' },
    { idNumber: beside.idNumber, fact: '某某公司', amount: '2000.00' },
    ...strangers.map((idNumber) => ({ idNumber, fact: '某某公司', amount: '2000.00' })),
    { idNumber: '371299195505050000', fact: '某某公司', amount: '2000.00' },
  ];
  const key = randomUUID();
  const { data, codes } = await submit(district(), 'salary', rows, key);
  expect(codes).toEqual([]);
  const list = data.submitComparison;
  expect(list).toMatchObject({ rowCount: 8, illFormed: 1, matched: 3, asked: 2, packName: 'laiwu-2018' });
  expect(list.matches.edges.map(({ node }: { node: { member: { id: string } } }) => node.member.id).sort()).toEqual(
    inside
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  );
  const { rows: kept } = await world.sql.query<{ text: string }>(
    `select t::text as text from households.comparison t union all select t::text from households.comparison_match t
     union all select t::text from households.idempotency t union all select t::text from households.audit t`,
  );
  const text = kept.map((row) => row.text).join('\n');
  for (const number of [...strangers, ...inside.slice(0, 3).map(({ idNumber }) => idNumber)])
    expect(text).not.toContain(number);
  expect(text).not.toContain('某某公司');
});

test('the same list under the same key is compared once, and nobody is asked about twice at a time', async () => {
  const [, , , one] = membersIn('口镇');
  const caller = district();
  const rows = [
    { idNumber: one?.idNumber, fact: '鲁S12345' },
    { idNumber: one?.idNumber, fact: '鲁S8A88K' },
  ];
  const key = randomUUID();
  const first = await submit(caller, 'vehicle', rows, key);
  const again = await submit(caller, 'vehicle', rows, key);
  expect(again.data).toEqual(first.data);
  expect((await submit(caller, 'vehicle', rows.slice(1), key)).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  expect(first.data.submitComparison.matches.edges.map(({ node }: { node: { fact: string } }) => node.fact)).toEqual([
    '345、88K',
  ]);
  const later = await submit(caller, 'vehicle', rows);
  expect(later.data.submitComparison).toMatchObject({ matched: 2, asked: 1, matches: { edges: [] } });
});

test('the town verifies, another person closes, and the fact is gone with that', async () => {
  const member = membersIn('口镇')[4] as MemberRow;
  const id = await oneMatch('death', '2018-01-03', member);
  const verifier = town();
  expect(await waits(verifier, 'verify-comparison-match')).toContain(id);
  expect(await waits(town({ regionId: world.regionId('羊里镇') }), 'verify-comparison-match')).not.toContain(id);
  expect((await world.ask(town(), CLOSE, { id })).codes).toEqual(['COMPARISON_STEP']);
  const seen = await world.ask(verifier, OPEN);
  const shown = seen.data.comparisonMatches.edges.find(({ node }: { node: { id: string } }) => node.id === id);
  expect(shown.node.fact).toBe('2018-01-03');
  const sight = `select 1 from households.audit where action = 'seeComparisonFact' and target = $1 and person_id = $2`;
  expect((await world.sql.query(sight, [id, verifier.personId])).rowCount).toBe(1);
  expect((await world.ask(verifier, VERIFY, { id, verdict: 'confirmed' })).codes).toEqual([]);
  expect((await world.ask(verifier, CLOSE, { id })).codes).toEqual(['COMPARISON_SAME_PERSON']);
  // Nor whoever stands for him.
  const friend = town({ standsFor: [verifier.personId as string] });
  expect((await world.ask(friend, CLOSE, { id })).codes).toEqual(['COMPARISON_SAME_PERSON']);
  expect((await world.ask(district(), RETURN, { id })).codes).toEqual([]);
  expect((await world.ask(verifier, VERIFY, { id, verdict: 'confirmed' })).codes).toEqual([]);
  expect(await waits(verifier, 'close-comparison-match')).not.toContain(id);
  const closer = district();
  expect(await waits(closer, 'close-comparison-match')).toContain(id);
  const closed = await world.ask(closer, CLOSE, { id });
  expect(closed).toMatchObject({ codes: [], data: { closeComparisonMatch: { outcome: 'corrected', fact: null } } });
  const { rows } = await world.sql.query('select fact_sealed from households.comparison_match where id = $1', [id]);
  expect(rows).toEqual([{ fact_sealed: null }]);
  expect((await world.ask(verifier, VERIFY, { id, verdict: 'notSo' })).codes).toEqual(['COMPARISON_STEP']);
});

test('the database refuses by itself: one hand, a fact kept after close-out, a change of what was asked', async () => {
  const member = membersIn('口镇')[5] as MemberRow;
  const id = await oneMatch('company', '某某合作社', member);
  const verify = `update households.comparison_match set verdict = 'confirmed', verified_by = $2, verified_at = now() where id = $1`;
  const person = randomUUID();
  await world.sql.query(verify, [id, person]);
  const close = (by: string, fact: string) =>
    world.sql.query(
      `update households.comparison_match set outcome = 'stands', closed_by = $2, closed_at = now(), fact_sealed = ${fact} where id = $1`,
      [id, by],
    );
  await expect(close(person, 'null')).rejects.toMatchObject({ constraint: 'comparison_match_four_eyes' });
  await expect(close(randomUUID(), 'fact_sealed')).rejects.toMatchObject({
    constraint: 'comparison_match_erased_at_close',
  });
  const bend = `update households.comparison_match set member_id = $2 where id = $1`;
  await expect(world.sql.query(bend, [id, membersIn('口镇')[6]?.id])).rejects.toMatchObject({
    constraint: 'comparison_match_goes_on',
  });
  await close(randomUUID(), 'null');
});

test('a match of another town is as if it were not there; who only reads is not told the fact', async () => {
  const member = membersIn('口镇')[7] as MemberRow;
  const id = await oneMatch('benefit', '残疾人护理补贴', member);
  const elsewhere = world.caller('town-officer', '羊里镇');
  const hidden = await world.ask(elsewhere, VERIFY, { id, verdict: 'confirmed' });
  expect(hidden).toEqual(await world.ask(elsewhere, VERIFY, { id: randomUUID(), verdict: 'confirmed' }));
  expect(hidden.codes).toEqual(['NOT_FOUND']);
  const auditor = await world.ask(world.caller('auditor', '371200'), OPEN);
  expect(auditor.data.comparisonMatches.edges.every(({ node }: { node: { fact: null } }) => node.fact === null)).toBe(
    true,
  );
  expect(new Set(auditor.codes)).toEqual(new Set(['FORBIDDEN']));
  expect((await world.ask(world.caller('village-clerk', '口镇'), OPEN)).codes).toEqual(['FORBIDDEN']);
  const told = { idNumber: member.idNumber, fact: '法人 11010519491231002X' };
  expect((await submit(district(), 'company', [told])).codes).toEqual(['PERSONAL_NUMBER_IN_TEXT']);
});
