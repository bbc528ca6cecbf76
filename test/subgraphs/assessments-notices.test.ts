// Notices: written with the fact, told to a post and not to a person, seen only as far as the matter is, urged by superiors, read by each for himself.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';
import { absent, findingSteps } from './finding-steps';

let desk: AssessmentsDesk;
let steps: ReturnType<typeof findingSteps>;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  steps = findingSteps(desk);
});
afterAll(() => desk?.close());

const NOTICES =
  'query($f: Int, $a: String, $u: Boolean, $o: Boolean) { notices(first: $f, after: $a, unread: $u, oldestFirst: $o) { edges { cursor node { id kind title subject subjectId about text dueOn at readAt region { id } unit { id } sentBy { id } finding { id state } receipts { post person { id } } } } pageInfo { hasNextPage endCursor } } }';
const READ = 'mutation($id: ID!) { readNotice(id: $id) { id readAt } }';
const URGE = 'mutation($id: ID!, $t: String!) { urgeFinding(id: $id, text: $t) { id kind text sentBy { id } } }';
type Asker = ReturnType<AssessmentsDesk['as']>;
/** Past triggers and tables of states, as no verb can. */
const pastRules = async (sql: string, values: unknown[]) => {
  for (const [each, given] of [
    ["set session_replication_role = 'replica'"],
    [sql, values],
    ['reset session_replication_role'],
  ] as const)
    await desk.sql.query(each, given as unknown[] | undefined);
};
const asker = (who: string | Asker) => (typeof who === 'string' ? desk.as(who) : who);

async function told(who: string | Asker, subjectId: string): Promise<Data[]> {
  const { data, codes } = await desk.ask(asker(who), NOTICES, { f: 200 });
  expect(codes).toEqual([]);
  return data.notices.edges.map(({ node }: Data) => node).filter((node: Data) => node.subjectId === subjectId);
}
async function assigned(): Promise<string> {
  const { id } = (await steps.record('inspector')).data.recordFinding;
  expect(await told('town-kouzhen', id)).toEqual([]);
  expect((await steps.assign(id)).codes).toEqual([]);
  return id;
}

test('a fact is told in its transaction, to whoever holds the post, and to nobody beside it', async () => {
  const id = await assigned();
  expect(await told('town-kouzhen', id)).toMatchObject([
    {
      kind: 'finding-assigned',
      title: '问题已交办 · A finding was assigned',
      dueOn: '2999-01-01',
      readAt: null,
      unit: { id: steps.unit('town-371202100') },
      finding: { id, state: 'assigned' },
    },
  ]);
  for (const account of [
    'city-director',
    'inspector',
    'district-laicheng',
    'unit-health',
    'village-kouzhen',
    'auditor',
  ])
    expect([account, await told(account, id)]).toEqual([account, []]);
  // By the post: another person who holds it now is told, whoever lost it is not.
  expect(await told({ ...desk.as('town-kouzhen'), personId: absent }, id)).toHaveLength(1);
  expect(await told({ ...desk.as('town-kouzhen'), unitId: null }, id)).toEqual([]);
  // A deed that is undone tells nothing.
  await desk.sql.query('begin');
  await desk.sql.query(`update assessments.finding set state = 'accepted', accepted_at = now() where id = $1`, [id]);
  await desk.sql.query('rollback');
  expect(await told('town-kouzhen', id)).toHaveLength(1);
});

test('the right is looked at again when it is delivered: what the recipient no longer sees is not told', async () => {
  const id = await assigned();
  const elsewhere = desk.city.regions.find((region) => region.code === '371203100');
  const moved = { ...desk.as('town-kouzhen'), regionId: elsewhere?.id ?? '' };
  expect(await told(moved, id)).toEqual([]);
  const [notice] = await told('town-kouzhen', id);
  expect((await desk.ask(moved, READ, { id: notice.id })).text).toBe(
    (await desk.ask(moved, READ, { id: absent })).text,
  );
  // The finding itself goes out of sight while the notice stays in range: still nothing.
  await pastRules('update assessments.finding set path = $2 where id = $1', [id, elsewhere?.path]);
  expect(await told('town-kouzhen', id)).toEqual([]);
  expect((await desk.ask(desk.as('town-kouzhen'), READ, { id: notice.id })).codes).toEqual(['NOT_FOUND']);
});

test('each reads for himself, once; whoever is above sees who has read', async () => {
  const id = await assigned();
  const [notice] = await told('town-kouzhen', id);
  expect((await desk.ask(desk.as('city-director'), READ, { id: notice.id })).codes).toEqual(['NOT_FOUND']);
  const first = await desk.ask(desk.as('town-kouzhen'), READ, { id: notice.id });
  expect(first.codes).toEqual([]);
  const again = await desk.ask(desk.as('town-kouzhen'), READ, { id: notice.id });
  expect(Date.parse(again.data.readNotice.readAt)).toBe(Date.parse(first.data.readNotice.readAt));
  const colleague = { ...desk.as('town-kouzhen'), personId: absent };
  const [unread] = await told(colleague, id);
  expect([unread.readAt, unread.receipts]).toEqual([
    null,
    [{ post: 'town-officer', person: { id: desk.as('town-kouzhen').personId } }],
  ]);
  const path = steps.region('371202100')?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0`, person: absent };
  await expect(
    desk.under(
      'region',
      scope,
      `insert into assessments.notice_receipt (notice_id, person_id, path, post) select n.id, '${desk.as('inspector').personId}', n.path, 'x' from assessments.notice n where n.id = '${notice.id}'`,
    ),
  ).rejects.toMatchObject({ constraint: 'notice_receipt_is_ones_own' });
  await expect(desk.sql.query('delete from assessments.notice_receipt')).rejects.toMatchObject({
    constraint: 'assessments_notice_receipt_append_only',
  });
  await expect(desk.sql.query(`update assessments.notice set about = '改'`)).rejects.toMatchObject({
    constraint: 'assessments_notice_append_only',
  });
});

test('a superior urges what is owed, once a day by rule and by constraint; not his own, not what is done', async () => {
  const id = await assigned();
  const urge = (account: string, t = '请抓紧整改') => desk.ask(desk.as(account), URGE, { id, t });
  expect((await urge('town-kouzhen')).codes).toEqual(['FORBIDDEN']);
  expect((await urge('city-director', ' ')).codes).toEqual(['INVALID_INPUT']);
  expect((await urge('city-director', '电话13812345678')).codes).toEqual(['PERSONAL_NUMBER_IN_TEXT']);
  const own = { ...desk.as('city-director'), unitId: steps.unit('town-371202100') ?? '' };
  expect((await desk.ask(own, URGE, { id, t: '快' })).codes).toEqual(['URGE_OWN']);
  expect((await urge('city-director')).data.urgeFinding).toMatchObject({ kind: 'urged', text: '请抓紧整改' });
  expect((await urge('district-laicheng')).codes).toEqual(['URGED_ALREADY']);
  expect((await told('town-kouzhen', id)).map(({ kind }) => kind)).toEqual(['urged', 'finding-assigned']);
  await expect(
    desk.sql.query(
      `insert into assessments.notice (kind, subject, subject_id, region_id, path, unit_id, about, text, sent_by, sent_on)
       select kind, subject, subject_id, region_id, path, unit_id, about, text, sent_by, sent_on from assessments.notice where subject_id = $1 and kind = 'urged'`,
      [id],
    ),
  ).rejects.toMatchObject({ constraint: 'notice_urged_once_a_day' });
  const sent = '{ noticesSent(first: 5) { edges { node { subjectId receipts { post } } } } }';
  expect((await desk.ask(desk.as('city-director'), sent)).data.noticesSent.edges[0].node).toEqual({
    subjectId: id,
    receipts: [],
  });
  expect((await desk.ask(desk.as('inspector'), sent)).data.noticesSent.edges).toEqual([]);
  const found = (await steps.record('inspector')).data.recordFinding.id;
  expect((await desk.ask(desk.as('city-director'), URGE, { id: found, t: '快' })).codes).toEqual(['NOTHING_TO_URGE']);
  expect((await desk.ask(desk.as('city-director'), URGE, { id: absent, t: '快' })).codes).toEqual(['NOT_FOUND']);
});

test('a task is urged to its unit, or to the officers of its region; a unit reads what is told to it', async () => {
  const unitId = desk.as('unit-health').unitId;
  const [ofUnit, ofTown] = [
    desk.city.unitTasks.find((task) => task.unitId === unitId)?.id ?? '',
    desk.city.regionTasks.find((task) => task.regionId === steps.region('371202100')?.id)?.id ?? '',
  ];
  const urge = (id: string) =>
    desk.ask(desk.as('city-director'), 'mutation($id: ID!) { urgeTask(id: $id, text: "请上报") { id } }', { id });
  expect([(await urge(ofUnit)).codes, (await urge(ofTown)).codes]).toEqual([[], []]);
  expect(await told('unit-health', ofUnit)).toMatchObject([{ kind: 'urged', subject: 'Task', unit: { id: unitId } }]);
  expect(await told('town-kouzhen', ofTown)).toMatchObject([{ kind: 'urged', unit: null }]);
  for (const account of ['village-kouzhen', 'district-laicheng'])
    expect([account, await told(account, ofTown)]).toEqual([account, []]);
  expect((await desk.ask(desk.as('helper-kouzhen'), NOTICES, { f: 5 })).data.notices.edges).toEqual([]);
});

test('pages both ways tell each notice once; a cursor goes on with what happened since; the digest counts the day', async () => {
  const all = (await desk.ask(desk.as('town-kouzhen'), NOTICES, { f: 200, o: true })).data.notices;
  const ids = all.edges.map(({ node }: Data) => node.id);
  const back = (await desk.ask(desk.as('town-kouzhen'), NOTICES, { f: 200 })).data.notices.edges;
  expect(back.map(({ node }: Data) => node.id).reverse()).toEqual(ids);
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const { data }: Data = await desk.ask(desk.as('town-kouzhen'), NOTICES, { f: 2, o: true, a: after });
    walked.push(...data.notices.edges.map(({ node }: Data) => node.id));
    after = data.notices.pageInfo.hasNextPage ? data.notices.pageInfo.endCursor : null;
  } while (after);
  expect(walked).toEqual(ids);
  const id = await assigned();
  const since = (await desk.ask(desk.as('town-kouzhen'), NOTICES, { o: true, a: all.pageInfo.endCursor })).data.notices
    .edges;
  expect(since.map(({ node }: Data) => node.subjectId)).toEqual([id]);
  const today = (await desk.sql.query(`select (now() at time zone 'Asia/Shanghai')::date::text as day`)).rows[0].day;
  const digest = 'query($d: CalendarDay!) { noticeDigest(on: $d) { kind title count unread } }';
  const { noticeDigest } = (await desk.ask(desk.as('town-kouzhen'), digest, { d: today })).data;
  const unread = (await desk.ask(desk.as('town-kouzhen'), NOTICES, { f: 200, u: true })).data.notices.edges;
  // The demo city has older ones.
  const isToday = ({ node }: Data) => new Date(Date.parse(node.at) + 8 * 3600_000).toISOString().startsWith(today);
  const count = (kind: string) => unread.filter(isToday).filter(({ node }: Data) => node.kind === kind).length;
  expect(unread.every(isToday)).toBe(false);
  for (const each of noticeDigest) expect([each.kind, each.unread]).toEqual([each.kind, count(each.kind)]);
  expect(noticeDigest).toContainEqual(expect.objectContaining({ title: '问题已交办 · A finding was assigned' }));
  expect((await desk.ask(desk.as('town-kouzhen'), digest, { d: '2001-01-01' })).data.noticeDigest).toEqual([]);
});
