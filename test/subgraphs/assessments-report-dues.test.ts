// Reports by the public come in also when no clock is in force: taken, with the deadline unknown until a clock sets it, once.
import { type AssessmentsDesk, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
let regionId: string;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  regionId = desk.as('town-kouzhen').regionId ?? '';
});
afterAll(() => desk?.close());

const FIELDS = '{ id receipt channel replyDueOn dueAssumed overdue }';
const file = () =>
  desk.ask(desk.as('citizen'), `mutation($r: ID!) { fileReport(regionId: $r, content: "公示栏没有更新") ${FIELDS} }`, {
    r: regionId,
  });
const register = (channel: string) =>
  desk.ask(desk.as('city-officer'), `mutation($i: RegisterReportInput!) { registerReport(input: $i) ${FIELDS} }`, {
    i: { regionId, channel, content: '反映危房改造未验收', reporter: '来电人' },
  });
const setDue = (account: string, id: string) =>
  desk.ask(desk.as(account), `mutation($id: ID!) { setReplyDue(id: $id) ${FIELDS} }`, { id });
/** The clock as if it had not been adopted yet, or from a day on. */
const clockFrom = async (day: string) => {
  await desk.sql.query("set session_replication_role = 'replica'");
  await desk.sql.query(
    `update assessments.pack set effective_from = $1, effective_to = null where kind = 'report-clock'`,
    [day],
  );
  await desk.sql.query('reset session_replication_role');
};

test('without a clock what comes online, by telephone, letter or press is taken all the same, and waits for its day', async () => {
  await clockFrom('2990-01-01');
  const online = (await file()).data.fileReport;
  expect(online).toMatchObject({ replyDueOn: null, dueAssumed: false, overdue: false });
  for (const channel of ['hotline', 'letter', 'media'])
    expect((await register(channel)).data.registerReport).toMatchObject({ channel, replyDueOn: null, overdue: false });
  const todo = (account: string) =>
    desk.ask(desk.as(account), '{ assessmentsTodo(first: 100) { edges { node { kind subjectId } } } }');
  const kinds = (await todo('city-officer')).data.assessmentsTodo.edges.map(
    ({ node }: { node: { kind: string } }) => node.kind,
  );
  expect(kinds.filter((kind: string) => kind === 'set-reply-due')).toHaveLength(4);
  expect((await setDue('town-kouzhen', online.id)).codes).toEqual(['PACK_NOT_IN_FORCE']);
  const unanswered = await desk.ask(
    desk.as('town-kouzhen'),
    '{ reports(overdue: true, first: 50) { edges { node { id } } } }',
  );
  expect(JSON.stringify(unanswered.data)).not.toContain(online.id);
});

test('the clock that comes sets it, counted from the day it came in, once; others see nothing of it, and SQL keeps it too', async () => {
  await clockFrom('2018-01-01');
  const waiting = (
    await desk.sql.query(`select id from assessments.public_report where reply_due_on is null order by id`)
  ).rows;
  const [first, second] = waiting.map(({ id }) => id as string) as [string, string];
  expect((await setDue('unit-health', first)).codes).toEqual(['FORBIDDEN']);
  expect((await setDue('district-gangcheng', first)).codes).toEqual(['NOT_FOUND']);
  const set = (await setDue('town-kouzhen', first)).data.setReplyDue;
  const [{ day }] = (
    await desk.sql.query(
      `select ((filed_at at time zone 'Asia/Shanghai')::date + 1)::text as day from assessments.public_report where id = $1`,
      [first],
    )
  ).rows;
  expect(set.replyDueOn >= day).toBe(true);
  // The same as of one that comes in now.
  expect((await file()).data.fileReport.replyDueOn).toBe(set.replyDueOn);
  expect((await setDue('town-kouzhen', first)).codes).toEqual(['REPORT_DUE_KNOWN']);
  await expect(
    desk.sql.query(`update assessments.public_report set reply_due_on = reply_due_on + 30 where id = $1`, [first]),
  ).rejects.toMatchObject({ constraint: 'assessments_public_report_decided_once' });
  expect(
    (
      await desk.ask(
        desk.as('town-kouzhen'),
        'mutation($id: ID!) { replyReport(id: $id, reply: "已更新公示") { reply replyDueOn } }',
        { id: second },
      )
    ).codes,
  ).toEqual([]);
  expect((await setDue('town-kouzhen', second)).codes).toEqual(['REPORT_DUE_KNOWN']);
});
