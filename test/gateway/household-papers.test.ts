// The papers of a household and the photos of its visits through the file door: from stored data, under the same masks, and nothing that runs.
import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorld, type World } from '../harness/world';

let world: World;
let householdId: string;
beforeAll(async () => {
  world = await openWorld();
  const helper = world.city.demoAccounts.find(({ account }) => account === 'helper-kouzhen')?.personId;
  householdId = world.city.pairings.find(({ helperId }) => helperId === helper)?.householdId as string;
});
afterAll(() => world?.close());

const at = (url: string) => world.url.replace('/graphql', '') + url;
const asked = (paper: string, id = householdId) =>
  `mutation { requestHouseholdPaper(householdId: "${id}", paper: ${paper}, year: 2018) { url } }`;

async function printed(account: string, paper: string): Promise<{ html: string; headers: Headers }> {
  const { requestHouseholdPaper } = await (await world.as(account)).get(asked(paper));
  const answer = await fetch(at(requestHouseholdPaper.url));
  const html = await answer.text();
  expect([answer.status, html.slice(0, 200)]).toEqual([200, expect.stringContaining('<!doctype html>')]);
  if (process.env.PAPERS_IN) writeFileSync(join(process.env.PAPERS_IN, `${paper}-${account}.html`), html);
  return { html, headers: answer.headers };
}

test.each(['handbook', 'clearCard', 'householdFile', 'incomeSheet'])(
  'the %s prints what is stored, for A4, and nothing in it runs',
  async (paper) => {
    const household = world.city.households.find(({ id }) => id === householdId);
    const head = world.city.members.find(({ id }) => id === household?.headMemberId);
    const { html, headers } = await printed('town-kouzhen', paper);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    for (const part of [household?.number, household?.address, '口镇', '任桂芳', 'size: A4', 'width=device-width'])
      expect(html).toContain(part);
    expect(html).not.toContain('<script');
    if (paper !== 'clearCard') expect(html).toContain(head?.name);
    for (const secret of [head?.idNumber, household?.bankCard, household?.phone]) expect(html).not.toContain(secret);
  },
);

test('the helper’s paper has the phone, and that is logged; whoever sees no household has no paper of it', async () => {
  const phone = world.city.households.find(({ id }) => id === householdId)?.phone as string;
  expect((await printed('helper-kouzhen', 'clearCard')).html).toContain(phone);
  const { rows } = await world.sql.query(
    `select count(*)::int as n from households.audit where kind = 'sight' and action = 'seePhone' and target = $1`,
    [householdId],
  );
  expect(rows[0].n).toBe(1);
  const refused = async (account: string, id?: string) => (await world.as(account)).refused(asked('handbook', id));
  expect(await refused('district-gangcheng')).toBe('NOT_FOUND');
  expect(await refused('district-gangcheng', randomUUID())).toBe('NOT_FOUND');
  expect(await refused('auditor')).toBe('FORBIDDEN');
});

test('the papers of a whole village print as one file, and a helper’s as those of whom he helps', async () => {
  const household = world.city.households.find(({ id }) => id === householdId);
  const villagers = world.city.households.filter(({ regionId }) => regionId === household?.regionId);
  const query = (regionId: string | null) =>
    `mutation { requestVillagePapers(paper: clearCard, year: 2018${regionId ? `, regionId: "${regionId}"` : ''}) { url } }`;
  const print = async (account: string, regionId: string | null) => {
    const { requestVillagePapers } = await (await world.as(account)).get(query(regionId));
    const answer = await fetch(at(requestVillagePapers.url));
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const html = await print('town-kouzhen', household?.regionId as string);
  expect(html.split('<section>')).toHaveLength(villagers.length + 1);
  for (const { number } of villagers) expect(html).toContain(`户编号：${number}`);
  expect(html.trimEnd().endsWith('</html>')).toBe(true);
  const helper = world.city.demoAccounts.find(({ account }) => account === 'helper-kouzhen')?.personId;
  const own = world.city.pairings.filter((each) => each.helperId === helper && each.validTo === null);
  expect((await print('helper-kouzhen', null)).split('<section>')).toHaveLength(own.length + 1);
  const refused = async (account: string, id: string | null) => (await world.as(account)).refused(query(id));
  expect(await refused('district-gangcheng', household?.regionId as string)).toBe('NOT_FOUND');
  const town = world.city.regions.find(({ name }) => name === '口镇')?.id as string;
  expect([await refused('town-kouzhen', town), await refused('town-kouzhen', null)]).toEqual([
    'NOT_A_VILLAGE',
    'NOT_A_VILLAGE',
  ]);
});

test('a photo goes up by a signed address, and joins the visit that promised it', async () => {
  const helper = await world.as('helper-kouzhen');
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(randomUUID())]);
  const sha256 = createHash('sha256').update(photo).digest('hex');
  const visit = {
    id: randomUUID(),
    householdId,
    visitedOn: '2018-06-02',
    met: '户主',
    content: '查看房屋',
    measure: 'living-help',
  };
  const told = await helper.get(
    'mutation($visits: [VisitInput!]!) { recordVisits(visits: $visits) { refusal { code } visit { awaitedPhotos evidence { id } } } }',
    { visits: [{ ...visit, photos: [sha256] }] },
  );
  expect(told.recordVisits).toEqual([{ refusal: null, visit: { awaitedPhotos: [sha256], evidence: [] } }]);
  const { requestHouseholdsUpload } = await helper.get(
    `mutation { requestHouseholdsUpload(input: { name: "a.jpg", kind: jpeg, bytes: ${photo.length} }) { url } }`,
  );
  expect((await fetch(at(requestHouseholdsUpload.url), { method: 'PUT', body: new Uint8Array(photo) })).status).toBe(
    201,
  );
  const again = await helper.get(
    'mutation($visits: [VisitInput!]!) { recordVisits(visits: $visits) { repeated visit { awaitedPhotos evidence { sha256 } } } }',
    { visits: [{ ...visit, photos: [sha256] }] },
  );
  expect(again.recordVisits).toEqual([{ repeated: true, visit: { awaitedPhotos: [], evidence: [{ sha256 }] } }]);
});
