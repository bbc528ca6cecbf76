// The file door through the gateway: a ticket is one use by one person under one appointment; content is told from its bytes; rights are looked at again.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const UPLOAD = 'mutation($i: UploadInput!) { requestAssessmentsUpload(input: $i) { id method url expiresAt } }';
const base = () => world.url.replace('/graphql', '');
const put = (url: string, body: Buffer, headers = {}) => fetch(base() + url, { method: 'PUT', body, headers });
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
const upload = async (account: string, kind: string, bytes: Buffer, name = `现场.${kind}`) =>
  (await (await world.as(account)).get(UPLOAD, { i: { name, kind, bytes: bytes.length } })).requestAssessmentsUpload;
const folder = () => join(world.addresses.filesDir ?? '', 'assessments');

async function keep(account: string, bytes = PNG, kind = 'png'): Promise<string> {
  const { url, id } = await upload(account, kind, bytes);
  expect((await put(url, bytes)).status).toBe(201);
  return id;
}
const town = () => world.city.regions.find(({ code }) => code === '371202100')?.id;
async function found(account: string, evidenceIds: string[], inspectionId?: string) {
  const i = {
    regionId: town(),
    category: 'records',
    content: '公示栏未更新',
    foundOn: '2018-05-03',
    evidenceIds,
    inspectionId,
  };
  return (await world.as(account)).ask(
    'mutation($i: RecordFindingInput!) { recordFinding(input: $i) { id evidence { id name kind bytes sha256 } } }',
    { i },
  );
}
async function download(account: string, evidenceId: string) {
  const { data, errors } = await (await world.as(account)).ask(
    'mutation($id: ID!) { requestAssessmentsDownload(evidenceId: $id) { url } }',
    { id: evidenceId },
  );
  return { url: data.requestAssessmentsDownload?.url as string, code: errors[0]?.extensions.code };
}

test('what is uploaded is kept by its hash, once, read-only, attached and fetched again as it was', async () => {
  const ids = [await keep('inspector'), await keep('inspector')];
  const sha256 = createHash('sha256').update(PNG).digest('hex');
  const place = join(folder(), sha256.slice(0, 2), sha256);
  expect(statSync(place).mode & 0o777).toBe(0o400);
  expect(readdirSync(join(folder(), sha256.slice(0, 2)))).toEqual([sha256]);
  const { data } = await found('inspector', ids);
  const [evidence] = data.recordFinding.evidence;
  expect(evidence).toMatchObject({ name: '现场.png', kind: 'png', bytes: PNG.length, sha256 });
  const { url } = await download('town-kouzhen', evidence.id);
  const got = await fetch(base() + url);
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(got.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent('现场.png')}`);
  expect(Buffer.from(await got.arrayBuffer()).equals(PNG)).toBe(true);
  expect((await fetch(base() + url)).status).toBe(404);
  const { rows } = await world.sql.query(
    `select action from assessments.audit where action in ('uploadFile', 'fetchFile') order by id`,
  );
  expect(rows.map(({ action }) => action)).toEqual(['uploadFile', 'uploadFile', 'fetchFile']);
});

test('a ticket is good once, for its verb, its subgraph and its holder, while the session stands', async () => {
  const { url } = await upload('inspector', 'png', PNG);
  const [, , , ticket = ''] = url.split('/');
  const forged = `${ticket.slice(0, -6)}AAAAAA`;
  expect((await fetch(base() + url)).status).toBe(404);
  expect((await put(url.replace(ticket, forged), PNG)).status).toBe(404);
  expect((await put(url.replace('assessments', 'households'), PNG)).status).toBe(404);
  const other = (await world.as('city-director')).token;
  expect((await put(url, PNG, { authorization: `Bearer ${other}` })).status).toBe(404);
  const [one, two] = await Promise.all([put(url, PNG), put(url, PNG)]);
  expect([one.status, two.status].sort()).toEqual([201, 404]);
  const late = await upload('inspector', 'png', PNG);
  await world.sql.query('alter table assessments.file_ticket disable trigger used_once');
  await world.sql.query(
    `update assessments.file_ticket set issued_at = issued_at - interval '6 minutes', expires_at = expires_at - interval '6 minutes' where id = $1`,
    [late.id],
  );
  await world.sql.query('alter table assessments.file_ticket enable trigger used_once');
  expect((await put(late.url, PNG)).status).toBe(404);
  const ended = await upload('city-assessor', 'png', PNG);
  await (await world.as('city-assessor')).get('mutation { signOut }');
  expect((await put(ended.url, PNG)).status).toBe(404);
  await expect(
    world.sql.query(`update assessments.file_ticket set used_at = null where used_at is not null`),
  ).rejects.toMatchObject({ constraint: 'file_ticket_used_once' });
  await expect(
    world.sql.query(
      `insert into assessments.file_ticket select gen_random_uuid(), person_id, appointment_id, session_id, verb, what, about, now(), now() + interval '6 minutes' from assessments.file_ticket limit 1`,
    ),
  ).rejects.toMatchObject({ constraint: 'file_ticket_five_minutes' });
});

test('content is known by its bytes: other kinds, disguises, macros and what is too large are refused', async () => {
  const book = new Workbook();
  book.addWorksheet('表').addRow(['户']);
  const xlsx = Buffer.from(await book.xlsx.writeBuffer());
  const tries: [string, Buffer, number][] = [
    ['xlsx', xlsx, 201],
    ['docx', xlsx, 415],
    ['png', Buffer.from('<script>alert(1)</script>'), 415],
    ['pdf', Buffer.from('MZ\x90\x00 not a pdf'), 415],
    ['xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(40)]), 415],
    ['pdf', Buffer.from('%PDF-1.7\n'), 201],
    ['jpeg', Buffer.from('ffd8ffe000104a464946', 'hex'), 201],
  ];
  for (const [kind, bytes, status] of tries) {
    const { url } = await upload('inspector', kind, bytes);
    expect([kind, (await put(url, bytes)).status]).toEqual([kind, status]);
  }
  const small = await upload('inspector', 'png', PNG);
  const refused = await put(small.url, Buffer.concat([PNG, PNG]));
  expect([refused.status, await codeOf(refused)]).toEqual([413, 'FILE_TOO_LARGE']);
  const huge = await upload('inspector', 'png', PNG);
  expect((await put(huge.url, Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
  const tooMuch = { i: { name: 'a.png', kind: 'png', bytes: 10 * 1024 * 1024 + 1 } };
  expect(await (await world.as('inspector')).refused(UPLOAD, tooMuch)).toBe('FILE_TOO_LARGE');
  const path = { i: { name: '../a.png', kind: 'png', bytes: 9 } };
  expect(await (await world.as('inspector')).refused(UPLOAD, path)).toBe('INVALID_INPUT');
  expect(existsSync(join(folder(), '..', 'a.png'))).toBe(false);
});

test('evidence is seen with its subject alone: elsewhere, hidden and another’s upload are as if it were not there', async () => {
  const id = await keep('inspector');
  const absent = '01890000-0000-7000-8000-000000000001';
  const foreign = await found('city-officer', [id]);
  const none = await found('city-officer', [absent]);
  expect(foreign.errors).toEqual(none.errors);
  expect(foreign.errors[0]?.extensions.code).toBe('NOT_FOUND');
  const visit = await (await world.as('inspector')).get(
    `mutation { recordInspection(input: { regionId: "${town()}", kind: secretVisit, visitedOn: "2018-05-03", findings: "见清单" }) { id } }`,
  );
  const inspectionId = visit.recordInspection.id;
  expect((await found('inspector', [id], inspectionId)).errors).toEqual([]);
  const { rows } = await world.sql.query('select id from assessments.evidence_use where evidence_id = $1', [id]);
  const use = rows[0]?.id as string;
  for (const account of ['town-kouzhen', 'city-director', 'auditor', 'citizen', 'unit-health'])
    expect((await download(account, use)).code).toBe('NOT_FOUND');
  expect((await download('inspector', use)).code).toBeUndefined();
  await (await world.as('inspector')).get(`mutation { releaseInspection(id: "${inspectionId}") { id } }`);
  const { url } = await download('town-kouzhen', use);
  expect((await download('district-gangcheng', use)).code).toBe('NOT_FOUND');
  // Between ticket and fetch the right is lost: what was promised is not given.
  await world.sql.query('alter table assessments.evidence_use disable trigger append_only');
  await world.sql.query(`update assessments.evidence_use set path = '0001/0001/0002/' where id = $1`, [use]);
  expect((await fetch(base() + url)).status).toBe(404);
  await world.sql.query('alter table assessments.evidence_use enable trigger append_only');
  await expect(world.sql.query(`update assessments.evidence_use set name = 'b'`)).rejects.toMatchObject({
    constraint: 'assessments_evidence_use_append_only',
  });
});

test('a report of 100 % brings the evidence that its task wants', async () => {
  const task = world.city.unitTasks.find(
    ({ unitId }) => unitId === world.city.units.find(({ code }) => code === 'health-commission')?.id,
  );
  const report = async (evidenceIds: string[]) =>
    (await world.as('unit-health')).ask(
      'mutation($i: ReportProgressInput!) { reportProgress(input: $i) { percent evidence { name } } }',
      { i: { taskId: task?.id, quarter: '2018Q3', percent: 100, note: '已完成', evidenceIds } },
    );
  expect((await report([])).errors[0]?.extensions.code).toBe('EVIDENCE_WANTED');
  const { data } = await report([await keep('unit-health')]);
  expect(data.reportProgress).toEqual({ percent: 100, evidence: [{ name: '现场.png' }] });
});
