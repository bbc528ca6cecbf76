// The rules of organisation as packs: drafted, approved by a second person who does not stand for the first, and what counts from their first day on.
import type { Caller } from '#platform/vocabulary/caller';
import { type Desk, openDesk } from './organisation-desk';
import { type Json, type PackSteps, packSteps, shipped } from './organisation-pack-steps';

let desk: Desk;
let officer: Caller;
let director: Caller;
let ask: PackSteps['ask'];
let draft: PackSteps['draft'];
let drafted: PackSteps['drafted'];
let approve: PackSteps['approve'];
let dayFrom: PackSteps['dayFrom'];
beforeAll(async () => {
  desk = await openDesk();
  officer = await desk.as('city-officer');
  director = await desk.as('city-director');
  ({ ask, draft, drafted, approve, dayFrom } = packSteps(desk, officer, director));
}, 60_000);
afterAll(() => desk?.close());

test('what ships is in force by document; whoever is in office reads it', async () => {
  const query =
    '{ organisationPacks { edges { node { kind name shipped documentNumber status draftedBy { id } region { code } } } } }';
  const { data } = await ask(await desk.as('town-kouzhen'), query);
  const packs = data.organisationPacks.edges.map(({ node }: Json) => node);
  expect(packs.map(({ kind }: Json) => kind).sort()).toEqual(
    ['calendar', 'calendar', 'delegation', 'layout', 'letter', 'notice-clock', 'obligation', 'second-factor'].sort(),
  );
  for (const pack of packs)
    expect(pack).toMatchObject({ shipped: true, status: 'approved', draftedBy: null, region: { code: '371200' } });
  const { rows } = await desk.sql.query(
    'select kind, count(*)::int from organisation.standing_pack group by kind order by kind',
  );
  expect(rows).toEqual([
    { kind: 'calendar', count: 2 },
    { kind: 'notice-clock', count: 1 },
    { kind: 'obligation', count: 1 },
  ]);
});

test('an unknown key, a missing source, an unknown place or line is refused by the name of its field', async () => {
  const pathOf = async (kind: string, content: Json) => {
    const { codes, facts } = await draft(kind, content);
    return [...codes, facts[0]?.path];
  };
  const letter = {
    ...shipped('letters/laiwu-2018.json'),
    name: 'l-2019',
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
  };
  expect(await pathOf('letter', { ...letter, extra: 1 })).toEqual(['PACK_FLAWED', 'extra']);
  for (const [kind, file] of [
    ['letter', 'letters/laiwu-2018.json'],
    ['calendar', 'calendars/2019.json'],
    ['obligation', 'obligations/laiwu-2018.json'],
    ['delegation', 'delegation/laiwu-2018.json'],
    ['layout', 'layout/2018-2020.json'],
    ['notice-clock', 'notice-clocks/laiwu-2018.json'],
    ['second-factor', 'second-factor/laiwu-2018.json'],
  ] as const) {
    const { source: _, ...without } = shipped(file);
    expect(await pathOf(kind, without)).toEqual(['PACK_FLAWED', 'source']);
    expect(await pathOf(kind, { ...without, source: [] })).toEqual(['PACK_FLAWED', 'source']);
  }
  expect(await pathOf('letter', { ...letter, region: '371202' })).toEqual(['PACK_FLAWED', 'region']);
  const [first, ...others] = letter.duties;
  const unknown = { ...letter, duties: [{ ...first, lines: ['nothing-owed'] }, ...others] };
  expect(await pathOf('letter', unknown)).toEqual(['PACK_FLAWED', 'duties']);
  const factor = { ...shipped('second-factor/laiwu-2018.json'), effectiveFrom: '2019-01-01' };
  factor.posts = factor.posts.filter((post: string) => post !== 'office-director');
  expect(await pathOf('second-factor', factor)).toEqual(['PACK_FLAWED', 'posts']);
  for (const account of ['city-director', 'town-kouzhen', 'city-finance', 'secadmin'])
    expect((await draft('letter', letter, await desk.as(account))).codes).toEqual(['FORBIDDEN']);
});

test('neither who drafted it nor who stands for him approves, in the graph and in plain SQL', async () => {
  const content = {
    ...shipped('letters/laiwu-2018.json'),
    name: 'l-2019',
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
  };
  const made = await drafted('letter', content);
  expect((await approve(made, officer)).codes).toEqual(['FORBIDDEN']);
  expect((await approve(made, { ...director, personId: officer.personId })).codes).toEqual(['PACK_FOUR_EYES']);
  const standing = { ...director, standsFor: [officer.personId as string] };
  expect((await approve(made, standing)).codes).toEqual(['PACK_FOUR_EYES']);
  const delegated = { ...director, principalId: officer.personId };
  expect((await approve(made, delegated)).codes).toEqual(['PACK_FOUR_EYES']);
  const broken = await desk.sql
    .query(
      `update organisation.pack set approved_by = drafted_by, approved_at = now(), document_number = 'x' where id = $1`,
      [made.id],
    )
    .catch(({ constraint }) => constraint);
  expect(broken).toBe('pack_four_eyes');

  const letter = {
    regionId: desk.city.regions.find(({ name }) => name === '口镇')?.id,
    year: 2019,
    documentNumber: '莱区镇责字〔2019〕9号',
  };
  const DRAFT_LETTER = 'mutation($input: LetterInput!) { draftLetter(input: $input) { version duties { weight } } }';
  const district = await desk.as('district-laicheng');
  expect((await ask(district, DRAFT_LETTER, { input: letter })).codes).toEqual(['NO_LETTER_TEMPLATE']);
  expect((await approve(made)).data.approveOrganisationPack).toMatchObject({
    status: 'approved',
    approvedBy: { id: director.personId },
  });
  expect((await ask(district, DRAFT_LETTER, { input: letter })).data.draftLetter.version).toBe(1);
  expect((await ask(district, DRAFT_LETTER, { input: { ...letter, year: 2017 } })).codes).toEqual([
    'NO_LETTER_TEMPLATE',
  ]);
});

test('a year counts workdays once its notice is approved, and again not when it was withdrawn before its first day', async () => {
  const district = await desk.as('district-laicheng');
  const owed =
    'query($p: String!) { regionByCode(code: "371202") { meetingObligations(period: $p) { counts { owed } } } }';
  const of = async (p: string) => ask(district, owed, { p });
  const year = Number((await dayFrom(0)).slice(0, 4)) + 2;
  const notice = {
    ...shipped('calendars/2019.json'),
    name: `n-${year}`,
    year,
    effectiveFrom: `${year}-01-01`,
    effectiveTo: null,
    holidays: [{ name: { zh: '元旦', en: 'New Year' }, from: `${year}-01-01`, to: `${year}-01-01`, workdays: [] }],
  };
  expect((await of(`${year}-03`)).codes).toEqual(['CALENDAR_UNKNOWN']);
  const made = await drafted('calendar', notice);
  expect((await of(`${year}-03`)).codes).toEqual(['CALENDAR_UNKNOWN']);
  const before = await of('2018');
  expect((await approve(made)).codes).toEqual([]);
  expect((await of(`${year}-03`)).codes).toEqual([]);
  expect(await of('2018')).toEqual(before);
  const withdraw = 'mutation($id: ID!) { withdrawOrganisationPack(id: $id, reason: "国务院另行通知") { status } }';
  expect((await ask(director, withdraw, { id: made.id })).codes).toEqual([]);
  expect((await of(`${year}-03`)).codes).toEqual(['CALENDAR_UNKNOWN']);
  const { rows } = await desk.sql.query(
    'select count(*)::int as told, max(epoch) = (select epoch from organisation.region_tree) as newest from organisation.region_event',
  );
  expect(rows).toEqual([{ told: 2, newest: true }]);
});

test('posts are delegated by the pack of the day: a shorter term counts from its first day', async () => {
  const town = await desk.as('town-kouzhen');
  const delegate = desk.city.persons.find(({ unitId, id }) => unitId !== null && id !== town.personId)?.id;
  const give = async (days: number) =>
    ask(
      town,
      'mutation($d: ID!, $f: CalendarDay!, $t: CalendarDay!) { delegateAppointment(delegateId: $d, validFrom: $f, validTo: $t, reason: "外出培训") { id } }',
      {
        d: delegate,
        f: await dayFrom(0),
        t: await dayFrom(days),
      },
    );
  const rules = shipped('delegation/laiwu-2018.json');
  const later = await drafted('delegation', {
    ...rules,
    name: 'd-later',
    effectiveFrom: await dayFrom(30),
    longestDays: 1,
  });
  expect((await approve(later)).codes).toEqual([]);
  const first = await give(5);
  expect(first.codes).toEqual([]);
  const { rows } = await desk.sql.query('select pack_hash from organisation.delegation where id = $1', [
    first.data.delegateAppointment.id,
  ]);
  const packs = await desk.sql.query(`select hash from organisation.pack where name = 'laiwu-delegation-2018'`);
  expect(rows[0].pack_hash).toBe(packs.rows[0].hash);
  await ask(town, 'mutation($id: ID!) { revokeDelegation(id: $id, reason: "提前返回") { id } }', {
    id: first.data.delegateAppointment.id,
  });
  // Withdrawn before its day, and one from today in its stead.
  expect(
    (
      await ask(director, 'mutation($id: ID!) { withdrawOrganisationPack(id: $id, reason: "改为即日起") { status } }', {
        id: later.id,
      })
    ).codes,
  ).toEqual([]);
  const now = await drafted('delegation', { ...rules, name: 'd-now', effectiveFrom: await dayFrom(0), longestDays: 3 });
  expect((await approve(now)).codes).toEqual([]);
  expect((await give(5)).codes).toEqual(['DELEGATION_TOO_LONG']);
  expect((await give(2)).codes).toEqual([]);
});
