// The three lists and the supervision order through the file door: what the caller sees in the graph, no more, with names, and nothing that runs.
import { Workbook } from 'exceljs';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

async function fetched(account: string, mutation: string): Promise<Response> {
  const data = await (await world.as(account)).get(`mutation { ${mutation} { url } }`);
  const url = (Object.values(data)[0] as { url: string }).url;
  return fetch(world.url.replace('/graphql', '') + url);
}
function numbersOf(sheet: ReturnType<Workbook['getWorksheet']>): string[] {
  const numbers: string[] = [];
  sheet?.eachRow((row, line) => void (line > 1 && numbers.push(String(row.getCell(1).value))));
  return numbers.sort();
}
async function listed(account: string, filter = '(list: problems)') {
  const answer = await fetched(account, `requestFindingLists${filter}`);
  expect(answer.status).toBe(200);
  const book = new Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  return book;
}
async function inGraph(account: string, list: string): Promise<string[]> {
  const { findings } = await (await world.as(account)).get(
    `{ findings(first: 200, list: ${list}) { edges { node { number } } } }`,
  );
  return findings.edges.map(({ node }: { node: { number: string } }) => node.number).sort();
}

test('each of the three sheets has the rows of its list, for each asker those of the own scope', async () => {
  for (const account of ['city-director', 'town-kouzhen', 'district-gangcheng', 'unit-health', 'auditor']) {
    const book = await listed(account);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['问题清单', '责任清单', '整改清单']);
    for (const [sheet, list] of [
      ['问题清单', 'problems'],
      ['责任清单', 'responsibilities'],
      ['整改清单', 'rectifications'],
    ] as const)
      expect([account, list, numbersOf(book.getWorksheet(sheet))]).toEqual([
        account,
        list,
        await inGraph(account, list),
      ]);
  }
  const town = (await listed('town-kouzhen')).getWorksheet('问题清单');
  expect(town?.getCell('B2').value).toBe('口镇');
  expect(await (await world.as('citizen')).refused('mutation { requestFindingLists { url } }')).toBe('FORBIDDEN');
});

test('the order is a page for paper: escaped, named, under a policy that lets nothing load, and only of what was assigned', async () => {
  const director = await world.as('city-officer');
  const town = world.city.regions.find(({ code }) => code === '371202100')?.id;
  const lead = world.city.units.find(({ code }) => code === 'town-371202100')?.id;
  const { recordFinding } = await director.get(
    'mutation($i: RecordFindingInput!) { recordFinding(input: $i) { id number } }',
    {
      i: { regionId: town, category: 'records', content: '<script>alert(1)</script>公示栏', foundOn: '2018-05-03' },
    },
  );
  const { id, number } = recordFinding;
  const asked = `mutation { requestSupervisionOrder(findingId: "${id}") { url } }`;
  expect(await director.refused(asked)).toBe('NOT_FOUND');
  await director.get(
    `mutation { assignFinding(input: { id: "${id}", leadUnitId: "${lead}", remark: "限期补齐" }) { id } }`,
  );
  const order = await fetched('town-kouzhen', `requestSupervisionOrder(findingId: "${id}")`);
  const html = await order.text();
  expect([order.status, order.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(order.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  for (const part of [number, '口镇', '限期补齐', '&lt;script&gt;', 'size: A4']) expect(html).toContain(part);
  expect(html).not.toContain('<script');
  expect(await (await world.as('district-gangcheng')).refused(asked)).toBe('NOT_FOUND');
  const { rows } = await world.sql.query(
    `select facts -> 'what' as what from assessments.audit where action = 'fetchFile' order by id desc limit 1`,
  );
  expect(rows).toEqual([{ what: 'supervision-order' }]);
});
