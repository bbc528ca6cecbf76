// Notices by telephone: queued with the notice for whoever registered, handed over without personal data, the right looked at anew, settled once.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';
import { findingSteps } from './finding-steps';
import { type Carrier, openCarrier, until } from './loopback-carrier';

let carrier: Carrier;
let desk: AssessmentsDesk;
let steps: ReturnType<typeof findingSteps>;
beforeAll(async () => {
  carrier = await openCarrier();
  desk = await openAssessmentsDesk(carrier.env);
  steps = findingSteps(desk);
});
afterAll(async () => {
  await desk?.close();
  carrier.close();
});

const REGISTER =
  'mutation($c: String!, $m: String!) { registerNoticeAddress(channel: $c, mobile: $m) { id channel mobile post } }';
const DELIVERIES =
  'query($f: Int, $a: String) { noticeDeliveries(first: $f, after: $a) { edges { cursor node { noticeId kind title channel attempts outcome settledAt } } pageInfo { hasNextPage endCursor } } }';
const register = (account: string, channel: string, mobile: string) =>
  desk.ask(desk.as(account), REGISTER, { c: channel, m: mobile });
async function deliveriesOf(account: string): Promise<Data[]> {
  const { data, codes } = await desk.ask(desk.as(account), DELIVERIES, { f: 50 });
  expect(codes).toEqual([]);
  return data.noticeDeliveries.edges.map(({ node }: Data) => node);
}
const assigned = async (): Promise<string> => {
  const { id } = (await steps.record('inspector')).data.recordFinding;
  expect((await steps.assign(id)).codes).toEqual([]);
  return id;
};
/** The last one of an account, once it is settled. */
const settled = (account: string, count: number) =>
  until(async () => {
    const all = await deliveriesOf(account);
    return all.length === count && all[0].outcome !== null && all[0];
  });

test('one registers the own number for a channel that is on, once, under the own appointment; it is masked and sealed', async () => {
  expect((await desk.ask(desk.as('town-kouzhen'), '{ noticeChannels }')).data.noticeChannels).toEqual([
    'sms',
    'dingtalk',
  ]);
  expect((await register('town-kouzhen', 'sms', '+86 13800001111')).data.registerNoticeAddress).toMatchObject({
    channel: 'sms',
    mobile: '*******1111',
    post: 'town-officer',
  });
  expect((await register('town-kouzhen', 'sms', '13800002222')).codes).toEqual(['NOTICE_ADDRESS_REGISTERED']);
  expect((await register('town-kouzhen', 'pigeon', '13800002222')).codes).toEqual(['NOTICE_CHANNEL_OFF']);
  expect((await register('town-kouzhen', 'dingtalk', '0634-6211111')).codes).toEqual(['INVALID_INPUT']);
  expect((await register('helper-kouzhen', 'sms', '13800002222')).codes).toEqual(['NO_NOTICES_FOR_POST']);
  expect((await register('citizen', 'sms', '13800002222')).codes).toEqual(['FORBIDDEN']);
  const delegate = desk.as('town-kouzhen', { principalId: desk.as('district-laicheng').personId });
  expect((await desk.ask(delegate, REGISTER, { c: 'dingtalk', m: '13800002222' })).codes).toEqual([
    'NOTICE_ADDRESS_OF_DELEGATE',
  ]);
  const { rows } = await desk.sql.query('select mobile_sealed as sealed from assessments.notice_address');
  expect(rows).toHaveLength(1);
  expect(rows[0].sealed.toString('latin1')).not.toContain('13800001111');
  const others = await desk.ask(desk.as('district-laicheng'), '{ noticeAddresses { id } }');
  expect(others.data.noticeAddresses).toEqual([]);
});

test('what happens is handed over once by each channel, in words that name nobody and nothing', async () => {
  expect((await register('town-kouzhen', 'dingtalk', '13800001111')).codes).toEqual([]);
  carrier.heard = [];
  const id = await assigned();
  await until(
    async () => (await deliveriesOf('town-kouzhen')).filter(({ outcome }) => outcome === 'delivered').length === 2,
  );
  expect(carrier.heard.map(({ channel }) => channel).sort()).toEqual(['dingtalk', 'sms']);
  const sms = carrier.heard.find(({ channel }) => channel === 'sms');
  expect(sms?.headers.authorization).toBe('Bearer a-key-for-tests');
  expect(sms?.body.to).toBe('13800001111');
  expect(sms?.body.text).toContain('问题已交办');
  const { rows } = await desk.sql.query('select number, content from assessments.finding where id = $1', [id]);
  for (const { body } of carrier.heard)
    for (const secret of [rows[0].number, rows[0].content, id]) expect(JSON.stringify(body)).not.toContain(secret);
  expect(carrier.heard.find(({ channel }) => channel === 'dingtalk')?.url).toMatch(
    /^\/robot\/send\?access_token=t&timestamp=\d{13}&sign=[A-Za-z0-9%]+$/,
  );
  // The town alone was told, and reads its own deliveries alone.
  expect(await deliveriesOf('district-laicheng')).toEqual([]);
  await expect(desk.under('region', { lo: '', hi: '~' }, 'select 1 from assessments.notice_delivery')).rejects.toThrow(
    /permission denied/,
  );
});

test('a carrier that fails is asked again after a pause, and what was taken is settled for good', async () => {
  carrier.status = 503;
  carrier.heard = [];
  await assigned();
  const waiting = await until(async () =>
    (await deliveriesOf('town-kouzhen')).find(
      ({ channel, outcome, attempts }) => channel === 'sms' && outcome === null && attempts === 1,
    ),
  );
  expect(waiting.settledAt).toBeNull();
  await until(
    async () =>
      (
        await desk.sql.query(
          `select 1 from assessments.notice_delivery where last_error = 'http-503' and next_at - tried_at between interval '25 seconds' and interval '35 seconds'`,
        )
      ).rowCount,
  );
  carrier.status = 202;
  await desk.sql.query('update assessments.notice_delivery set next_at = now() where outcome is null');
  const done = await until(async () =>
    (await deliveriesOf('town-kouzhen')).find(
      (each) => each.noticeId === waiting.noticeId && each.channel === 'sms' && each.outcome,
    ),
  );
  expect(done).toMatchObject({ outcome: 'delivered', attempts: 2 });
  const ids = carrier.heard.filter(({ channel }) => channel === 'sms').map(({ body }) => body.id);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  // Nobody tells it a second time: not whoever had the first claim, and not in plain SQL.
  const again = await desk.sql.query('select assessments.settle_delivery($1, 1, $2, null, null) as settled', [
    ids[0],
    'given-up',
  ]);
  expect(again.rows).toEqual([{ settled: false }]);
  await expect(
    desk.sql.query(`update assessments.notice_delivery set outcome = 'given-up' where id = $1`, [ids[0]]),
  ).rejects.toMatchObject({ constraint: 'assessments_notice_delivery_decided_once' });
});

test('whoever stands no more is told nothing, nor whoever sees the matter no more, nor whoever withdrew', async () => {
  const before = (await deliveriesOf('town-kouzhen')).length;
  const held = desk.as('town-kouzhen').appointmentId ?? '';
  desk.ended.add(held);
  carrier.heard = [];
  await assigned();
  expect((await settled('town-kouzhen', before + 2)).outcome).toBe('withheld');
  desk.ended.delete(held);
  // The matter is gone from his rows before the message leaves.
  await desk.sql.query(
    `insert into assessments.notice (kind, subject, subject_id, region_id, path, posts, about)
     select 'finding-assigned', 'Finding', gen_random_uuid(), region_id, path, array['town-officer'], 'a finding that is nowhere' from assessments.scope
     where region_id = $1`,
    [desk.as('town-kouzhen').regionId],
  );
  expect((await settled('town-kouzhen', before + 4)).outcome).toBe('withheld');
  const [{ id }, other] = (await desk.ask(desk.as('town-kouzhen'), '{ noticeAddresses { id } }')).data.noticeAddresses;
  const withdraw = (account: string, gone: string) =>
    desk.ask(desk.as(account), 'mutation($id: ID!) { withdrawNoticeAddress(id: $id) }', { id: gone });
  expect((await withdraw('district-laicheng', id)).codes).toEqual(['NOT_FOUND']);
  for (const gone of [id, other.id])
    expect((await withdraw('town-kouzhen', gone)).data.withdrawNoticeAddress).toBe(true);
  expect((await withdraw('town-kouzhen', id)).codes).toEqual(['NOT_FOUND']);
  await assigned();
  expect(await deliveriesOf('town-kouzhen')).toHaveLength(before + 4);
  expect(carrier.heard).toEqual([]);
});

test('what waits when a carrier may take no more this minute stays, and pages tell each delivery once', async () => {
  const { rows } = await desk.sql.query(
    `select count(*)::int as n from assessments.claim_deliveries('dingtalk', 10, 0)`,
  );
  expect(rows).toEqual([{ n: 0 }]);
  const all = await deliveriesOf('town-kouzhen');
  const walked: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Data = (await desk.ask(desk.as('town-kouzhen'), DELIVERIES, { f: 3, a: after })).data.noticeDeliveries;
    walked.push(...page.edges.map(({ node }: Data) => `${node.noticeId} ${node.channel}`));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(walked).toEqual(all.map(({ noticeId, channel }) => `${noticeId} ${channel}`));
});
