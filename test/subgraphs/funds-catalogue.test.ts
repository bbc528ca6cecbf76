// A medical catalogue comes as a sheet: brought through the file door, looked at by cell, drafted as a pack, approved by another, and fees are priced by it.
import { randomUUID } from 'node:crypto';
import { writeBook } from '#platform/sheet/write-book';
import { catalogueColumns } from '../../services/funds/catalogue/catalogue-sheet.rules';
import { ADMIT } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

const REQUEST = `mutation($name: String!, $bytes: Int!) { requestCatalogueUpload(name: $name, bytes: $bytes) { id url method } }`;
const SHEET = `query($id: ID!) { catalogueSheet(id: $id) { name sha256 preview { items flawCount flaws { cell told zh en } changeCount changes { code change } unknownCodes } } }`;
const DRAFT = `mutation($id: ID!, $head: CatalogueHeadInput!) { draftCatalogue(id: $id, head: $head) { id hash name } }`;
const APPROVE = `mutation($id: ID!, $hash: String!) { approveFundsPack(id: $id, hash: $hash, documentNumber: "莱医保发〔2019〕1号") { status } }`;
const head = {
  name: 'laiwu-2019',
  titleZh: '莱芜市医保目录（2019）',
  titleEn: 'Medical catalogue of Laiwu, 2019',
  region: '371200',
  effectiveFrom: '2030-01-01',
  effectiveTo: null,
  source: '莱医保发〔2018〕52号（拟）',
  sourceAddress: null,
};
const drug = ['XA0001', '青霉素注射剂', '药品', '甲', '', '', '', ''];
const stent = ['ZZ0001', '冠脉支架', '耗材', '乙', '20%', '12000', '支架', '24000'];

async function book(rows: string[][]): Promise<Buffer> {
  const columns = catalogueColumns.map((title) => ({ title, width: 16 }));
  const pieces: Buffer[] = [];
  for await (const piece of writeBook([{ name: '目录', columns, rows: () => [rows] }])) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function brought(rows: string[][]): Promise<string> {
  const officer = world.as('city-officer');
  const body = await book(rows);
  const { requestCatalogueUpload: ticket } = await world.get(officer, REQUEST, {
    name: '目录.xlsx',
    bytes: body.length,
  });
  const answer = await world.subgraph.file(
    { ticket: ticket.url.split('/').at(-1), method: 'PUT', body },
    { ...officer, operationId: randomUUID() },
  );
  expect(answer.status).toBe(201);
  return ticket.id;
}

test('flaws are told by their cells, and a sheet with one is not drafted', async () => {
  const id = await brought([drug, ['X 1', ...drug.slice(1)], ['XA0003', '某药', '药品', '乙', '', '', '', '']]);
  const { preview } = (await world.get(world.as('city-officer'), SHEET, { id })).catalogueSheet;
  expect(preview).toMatchObject({ items: 1, flawCount: 2, flaws: [{ cell: 'A3', told: 'X 1' }, { cell: 'E4' }] });
  const refused = await world.ask(world.as('city-officer'), DRAFT, { id, head });
  expect(refused.codes).toEqual(['CATALOGUE_FLAWED']);
});

test('a sound sheet is compared with the catalogue in force, drafted, approved by another, and prices fees from its day on', async () => {
  const [officer, director] = [world.as('city-officer'), world.as('city-director')];
  const hospital = world.as('hospital-window');
  const input = { idNumber: world.city.members[0]?.idNumber, admittedOn: '2018-05-02' };
  const { admitPatient: stay } = await world.get(hospital, ADMIT, { input, key: randomUUID() });
  const upload = `mutation($id: ID!, $lines: [ItemFeeInput!]!) { uploadItems(stayId: $id, lines: $lines) { status } }`;
  await world.get(hospital, upload, {
    id: stay.id,
    lines: [
      { itemCode: 'XA0001', amount: '1.00' },
      { itemCode: 'FW0008', amount: '1.00' },
    ],
  });
  const id = await brought([drug, stent]);
  const { preview } = (await world.get(officer, SHEET, { id })).catalogueSheet;
  expect(preview).toMatchObject({ items: 2, flawCount: 0, unknownCodes: ['FW0008'] });
  expect(preview.changes).toContainEqual({ code: 'ZZ0001', change: 'added' });
  expect(preview.changes).toContainEqual({ code: 'FW0008', change: 'removed' });
  expect(preview.changes.map(({ code }: { code: string }) => code)).not.toContain('XA0001');
  const { draftCatalogue: draft } = await world.get(officer, DRAFT, { id, head });
  const { fundsPack } = await world.get(director, `query($id: ID!) { fundsPack(id: $id) { name status note } }`, {
    id: draft.id,
  });
  expect(fundsPack).toMatchObject({ name: 'laiwu-2019', status: 'draft', note: expect.stringContaining('目录.xlsx') });
  expect((await world.ask(officer, APPROVE, { id: draft.id, hash: draft.hash })).codes).toEqual(['FORBIDDEN']);
  expect((await world.get(director, APPROVE, { id: draft.id, hash: draft.hash })).approveFundsPack.status).toBe(
    'approved',
  );
  const { rows } = await world.sql.query(`select content -> 'ceilings' -> 0 as ceiling from funds.pack where id = $1`, [
    draft.id,
  ]);
  expect(rows[0].ceiling).toMatchObject({ name: '支架', perStay: '24000' });
});

test('who makes no packs brings and reads no sheet; a ticket for one brings no other file; what was brought never changes', async () => {
  const id = await brought([drug]);
  expect((await world.ask(world.as('hospital-window'), REQUEST, { name: 'a.xlsx', bytes: 10 })).codes).toEqual([
    'FORBIDDEN',
  ]);
  expect((await world.ask(world.as('town-kouzhen'), SHEET, { id })).codes).toEqual(['FORBIDDEN']);
  expect((await world.ask(world.as('city-officer'), SHEET, { id: randomUUID() })).codes).toEqual(['NOT_FOUND']);
  const officer = world.as('city-officer');
  const body = Buffer.from('no workbook at all');
  const { requestCatalogueUpload: ticket } = await world.get(officer, REQUEST, { name: 'a.xlsx', bytes: body.length });
  const told = await world.subgraph.file(
    { ticket: ticket.url.split('/').at(-1), method: 'PUT', body },
    { ...officer, operationId: randomUUID() },
  );
  expect(told.status).toBe(415);
  await expect(world.owner.query(`update funds.catalogue_sheet set name = 'b'`)).rejects.toMatchObject({
    constraint: 'funds_catalogue_sheet_append_only',
  });
});
