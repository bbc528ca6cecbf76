// Register sheets through the one door, in one process and over HTTP: brought, previewed, written, and taken out again as a stream.
import type { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';
import { householdLines, linesOf, sheetOf } from '../subgraphs/register-sheets';

let world: World;
let town: GraphClient;
beforeAll(async () => {
  world = await openWorld();
  town = await world.as('town-kouzhen');
});
afterAll(() => world?.close());

const door = (url: string) => world.url.replace('/graphql', '') + url;

async function settled(client: GraphClient, id: string) {
  for (;;) {
    const { registerImport } = await client.get(
      'query($id: ID!) { registerImport(id: $id) { state lineCount flawCount contentHash failure region { name } importedBy { id } } }',
      { id },
    );
    if (!/ing$/.test(registerImport.state)) return registerImport;
    await new Promise((go) => setTimeout(go, 50));
  }
}

test('a town brings a sheet, previews it, commits it, and finds it in the list that it takes out', async () => {
  const villages = await town.get(
    '{ regionByCode(code: "371202100") { name parent { name } children(first: 1) { edges { node { name } } } } }',
  );
  const { name, parent, children } = villages.regionByCode;
  const place = { county: parent.name, town: name, village: children.edges[0].node.name };
  const sheet = await sheetOf(householdLines(place, '3700999001'));
  const { requestRegisterUpload: ticket } = await town.get(
    'mutation($input: UploadInput!) { requestRegisterUpload(input: $input) { id url method } }',
    { input: { name: '新识别.xlsx', kind: 'xlsx', bytes: sheet.length } },
  );
  const put = await fetch(door(ticket.url), { method: ticket.method, body: new Uint8Array(sheet) });
  expect(put.status).toBe(201);
  expect(await put.json()).toMatchObject({ id: ticket.id, kind: 'xlsx' });
  await town.get('mutation($id: ID!) { checkRegisterImport(id: $id) { state } }', { id: ticket.id });
  const checked = await settled(town, ticket.id);
  expect(checked).toMatchObject({ state: 'checked', lineCount: 2, flawCount: 0, failure: null, region: { name } });
  await town.get(
    'mutation($id: ID!, $hash: String!) { commitRegisterImport(id: $id, contentHash: $hash, idempotencyKey: "sheet-of-kouzhen") { state } }',
    { id: ticket.id, hash: checked.contentHash },
  );
  expect(await settled(town, ticket.id)).toMatchObject({ state: 'committed' });

  const { requestHouseholdList: list } = await town.get(
    'mutation { requestHouseholdList(purpose: "入户核对名册") { url } }',
  );
  const answer = await fetch(door(list.url));
  expect(answer.status).toBe(200);
  // Made while it is sent: nobody knew its length.
  expect(answer.headers.get('content-length')).toBeNull();
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const lines = await linesOf(Buffer.from(await answer.arrayBuffer()));
  expect(lines[0]?.cells[0]).toContain('入户核对名册');
  expect(lines.filter(({ cells }) => cells[4] === '3700999001').map(({ cells }) => cells[6])).toEqual(['赵试', '钱试']);
  expect((await fetch(door(list.url))).status).toBe(404);
});

test('whoever may not register may not bring a sheet, and whoever reads no household takes none out', async () => {
  const input = { name: 'a.xlsx', kind: 'xlsx', bytes: 10 };
  const upload = 'mutation($input: UploadInput!) { requestRegisterUpload(input: $input) { url } }';
  for (const account of ['auditor', 'helper-kouzhen', 'city-officer', 'citizen'])
    expect([account, await (await world.as(account)).refused(upload, { input })]).toEqual([account, 'FORBIDDEN']);
  for (const account of ['province-observer', 'hospital-window', 'logauditor', 'citizen'])
    expect([
      account,
      await (await world.as(account)).refused('mutation { requestHouseholdList(purpose: "看一看名册") { url } }'),
    ]).toEqual([account, 'FORBIDDEN']);
});
