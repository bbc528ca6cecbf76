// Responsibility letters: drafted above, signed by the region and then by another person above, amended only by a new version.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { type Desk, openDesk } from './organisation-desk';

let desk: Desk;
let district: Caller;
let town: Caller;
let director: Caller;
beforeAll(async () => {
  desk = await openDesk();
  district = await desk.as('district-laicheng');
  town = await desk.as('town-kouzhen');
  director = await desk.as('city-director');
}, 60_000);
afterAll(() => desk?.close());

/** Answers as JSON is read: each test says what it expects to find in them. */
async function ask(caller: Caller, query: string, variables?: Record<string, unknown>) {
  const { data, codes } = await desk.ask(caller, query, variables);
  return { data: data as ReturnType<typeof JSON.parse>, codes };
}

const fields = `id year version state reason boundFrom boundUntil regionSignedBy { id } superiorSignedBy { id } region { name }
  duties { duty title weight lines }`;
const draft = `mutation($input: LetterInput!) { draftLetter(input: $input) { ${fields} } }`;
const sign = `mutation($id: ID!) { signLetter(id: $id) { ${fields} } }`;
const list = `query($year: Int, $state: LetterState, $first: Int, $after: String) {
  responsibilityLetters(year: $year, state: $state, first: $first, after: $after) { edges { cursor node { id version state region { id kind } } } pageInfo { hasNextPage endCursor } } }`;
const regionId = (name: string) => desk.city.regions.find((region) => region.name === name)?.id as string;
const kouzhen = () => ({ regionId: regionId('口镇'), year: 2018, documentNumber: '莱区镇责字〔2018〕99号' });

test('the demo city has signed its letters of 2018, each with the seven duties and 100 points', async () => {
  const { data } = await ask(director, list, { year: 2018, first: 200 });
  const letters = data.responsibilityLetters.edges.map((edge: { node: object }) => edge.node);
  const kinds = letters.map((letter: { region: { kind: string } }) => letter.region.kind);
  expect(kinds.filter((kind: string) => kind === 'district')).toHaveLength(2);
  expect(kinds.filter((kind: string) => kind === 'town').length).toBeGreaterThan(10);
  expect(new Set(letters.map((letter: { state: string }) => letter.state))).toEqual(new Set(['inForce']));
  const { data: one } = await ask(town, `query($id: ID!) { responsibilityLetter(id: $id) { ${fields} } }`, {
    id: letters.find((letter: { region: { id: string } }) => letter.region.id === regionId('口镇')).id,
  });
  expect(one.responsibilityLetter).toMatchObject({ version: 1, boundFrom: '2018-01-12', boundUntil: '2019-01-01' });
  expect(one.responsibilityLetter.duties).toHaveLength(7);
  const weights = one.responsibilityLetter.duties.map(({ weight }: { weight: number }) => weight);
  expect(weights.reduce((sum: number, weight: number) => sum + weight, 0)).toBe(100);
});

test('pages follow one another without gap, and each sees the letters of the own range', async () => {
  const whole = (await ask(district, list, { year: 2018, first: 200 })).data.responsibilityLetters.edges;
  const walked: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data } = await ask(district, list, { year: 2018, first: 3, after });
    walked.push(...data.responsibilityLetters.edges.map(({ node }: { node: { id: string } }) => node.id));
    after = data.responsibilityLetters.pageInfo.endCursor;
    if (!data.responsibilityLetters.pageInfo.hasNextPage) break;
  }
  expect(walked).toEqual(whole.map(({ node }: { node: { id: string } }) => node.id));
  const ofTown = (await ask(town, list, { year: 2018 })).data.responsibilityLetters.edges;
  expect(ofTown.map(({ node }: { node: { region: { id: string } } }) => node.region.id)).toEqual([regionId('口镇')]);
  expect((await ask(await desk.as('citizen'), list, {})).codes).toEqual(['FORBIDDEN']);
  const byRegion = 'query($code: String!) { regionByCode(code: $code) { responsibilityLetters(year: 2018) { id } } }';
  expect((await ask(town, byRegion, { code: '371203' })).data.regionByCode.responsibilityLetters).toEqual([]);
});

test('an amendment is a new version: the old one binds until both have signed the new one, and stays readable', async () => {
  expect((await ask(district, draft, { input: kouzhen() })).codes).toEqual(['INVALID_INPUT']);
  expect((await ask(town, draft, { input: kouzhen() })).codes).toEqual(['FORBIDDEN']);
  expect((await ask(director, draft, { input: kouzhen() })).codes).toEqual(['LETTER_NOT_YOURS']);
  const reason = '增加兜底机制的分值';
  const terms = (await versions())[0].duties.map(
    ({ duty, weight, lines }: { duty: string; weight: number; lines: string[] }) => ({
      duty,
      weight: duty === 'complete-the-floor' ? weight + 5 : duty === 'hold-helpers' ? weight - 5 : weight,
      lines,
    }),
  );
  const wrong = terms.map((term: { duty: string; weight: number }) => ({ ...term, weight: term.weight + 1 }));
  expect((await ask(district, draft, { input: { ...kouzhen(), reason, duties: wrong } })).codes).toEqual([
    'LETTER_WEIGHTS',
  ]);
  const { data } = await ask(district, draft, { input: { ...kouzhen(), reason, duties: terms } });
  expect(data.draftLetter).toMatchObject({ version: 2, state: 'awaitsRegion', reason, regionSignedBy: null });
  const { id } = data.draftLetter;

  expect((await ask(district, sign, { id })).codes).toEqual(['LETTER_REGION_FIRST']);
  expect((await ask(director, sign, { id })).codes).toEqual(['LETTER_NOT_YOURS']);
  expect((await ask(await desk.as('district-gangcheng'), sign, { id })).codes).toEqual(['NOT_FOUND']);
  expect((await ask(town, sign, { id })).data.signLetter).toMatchObject({
    state: 'awaitsSuperior',
    regionSignedBy: { id: town.personId },
  });
  expect((await ask(town, sign, { id })).codes).toEqual(['LETTER_SIGNED']);
  expect((await versions()).map(({ version, state }: { version: number; state: string }) => [version, state])).toEqual([
    [2, 'awaitsSuperior'],
    [1, 'inForce'],
  ]);
  const same = { ...district, personId: town.personId };
  expect((await ask(same, sign, { id })).codes).toEqual(['LETTER_TWO_HANDS']);
  const signed = (await ask(district, sign, { id })).data.signLetter;
  expect(signed).toMatchObject({ state: 'inForce', superiorSignedBy: { id: district.personId } });
  expect((await versions()).map(({ version, state }: { version: number; state: string }) => [version, state])).toEqual([
    [2, 'inForce'],
    [1, 'superseded'],
  ]);
});

async function versions() {
  const query = `query($code: String!) { regionByCode(code: $code) { responsibilityLetters(year: 2018) { ${fields} } } }`;
  return (await ask(town, query, { code: '371202100' })).data.regionByCode.responsibilityLetters;
}

test('a newer version ends the signing of the older, and a year without template has none', async () => {
  const first = (await ask(district, draft, { input: { ...kouzhen(), reason: '第一次修订' } })).data.draftLetter;
  await ask(district, draft, { input: { ...kouzhen(), reason: '再次修订' } });
  expect((await ask(town, sign, { id: first.id })).codes).toEqual(['LETTER_SUPERSEDED']);
  expect((await ask(district, draft, { input: { ...kouzhen(), year: 2031 } })).codes).toEqual(['NO_LETTER_TEMPLATE']);
  const village = { ...kouzhen(), regionId: desk.city.regions.find(({ code }) => code === '371202100207')?.id };
  expect((await ask(district, draft, { input: village })).codes).toEqual(['LETTER_NOT_FOR_KIND']);
});

test('the database itself refuses one person on both sides, the superior alone, and any change of a letter', async () => {
  const [{ id, region_id, path }] = (
    await desk.sql.query(
      `select l.* from organisation.responsibility_letter l where not exists (select 1 from organisation.letter_signature s where s.letter_id = l.id) limit 1`,
    )
  ).rows;
  const insert = (side: string, after: string | null, by: string | null) =>
    desk.sql.query(
      'insert into organisation.letter_signature (letter_id, region_id, path, side, after_side, signed_by) values ($1, $2, $3, $4, $5, $6)',
      [id, region_id, path, side, after, by],
    );
  await expect(insert('superior', 'region', town.personId)).rejects.toMatchObject({
    constraint: 'letter_signature_after',
  });
  await expect(insert('superior', null, town.personId)).rejects.toMatchObject({
    constraint: 'letter_signature_superior_second',
  });
  await insert('region', null, town.personId);
  await expect(insert('superior', 'region', town.personId)).rejects.toMatchObject({
    constraint: 'letter_signature_two_hands',
  });
  await expect(
    desk.sql.query(`update organisation.responsibility_letter set duties = '[]' where id = $1`, [id]),
  ).rejects.toMatchObject({ constraint: 'organisation_responsibility_letter_append_only' });
  await expect(
    desk.sql.query('delete from organisation.letter_signature where letter_id = $1', [id]),
  ).rejects.toMatchObject({ constraint: 'organisation_letter_signature_append_only' });
  expect((await ask(town, sign, { id: randomUUID() })).codes).toEqual(['NOT_FOUND']);
});
