// The stream of notices through the gateway: told as they come, resumed where it broke off, bounded, and ended with the session that opened it.
import { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';

let world: World;
let base: string;
const open: AbortController[] = [];
beforeAll(async () => {
  world = await openWorld({
    gateway: { NOTICE_EVERY_MS: '100', NOTICE_HEARTBEAT_MS: '150', NOTICE_STREAMS_OF_PERSON: '2' },
  });
  base = world.url.replace('/graphql', '');
});
afterEach(() => {
  for (const each of open.splice(0)) each.abort();
});
afterAll(() => world?.close());

interface Told {
  name: string;
  id: string | null;
  data: Record<string, unknown>;
}

/** Reads a stream until its events hold what is waited for; the test's own time limit ends a wait in vain. */
class Heard {
  text = '';
  ended = false;

  constructor(
    readonly response: Response,
    readonly abort: AbortController,
  ) {}

  get events(): Told[] {
    return this.text.split('\n\n').flatMap((block) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
      const name = field('event');
      return name === null ? [] : [{ name, id: field('id'), data: JSON.parse(field('data') ?? 'null') }];
    });
  }

  get notices(): Told[] {
    return this.events.filter(({ name }) => name === 'notice');
  }

  async until(isSo: (heard: Heard) => boolean): Promise<Heard> {
    const reader = this.response.body?.getReader();
    if (!reader) throw new Error('no body');
    const decoder = new TextDecoder();
    while (!isSo(this) && !this.ended) {
      const { done, value } = await reader.read();
      this.ended = done;
      this.text += decoder.decode(value, { stream: true });
    }
    reader.releaseLock();
    return this;
  }
}

async function listen(token: string | null, headers: Record<string, string> = {}): Promise<Heard> {
  const abort = new AbortController();
  open.push(abort);
  const response = await fetch(`${base}/notices/stream`, {
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    signal: abort.signal,
  });
  return new Heard(response, abort);
}

const place = (code: string) => world.city.regions.find((region) => region.code === code)?.id;
async function assignOne(): Promise<string> {
  const [inspector, officer] = await Promise.all([world.as('inspector'), world.as('city-officer')]);
  const { recordFinding } = await inspector.get(
    'mutation($i: RecordFindingInput!) { recordFinding(input: $i) { id } }',
    { i: { regionId: place('371202100'), category: 'records', content: '公示栏未更新', foundOn: '2018-05-03' } },
  );
  const leadUnitId = world.city.units.find(({ code }) => code === 'town-371202100')?.id;
  await officer.get('mutation($i: AssignFindingInput!) { assignFinding(input: $i) { id } }', {
    i: { id: recordFinding.id, leadUnitId, dueOn: '2999-01-01' },
  });
  return recordFinding.id;
}
const isAbout =
  (id: string) =>
  ({ notices }: Heard) =>
    notices.some(({ data }) => data.subjectId === id);

test('what happens is told as it happens, to the post; a silent stream beats; who comes again is told what came since', async () => {
  const { token } = await GraphClient.signIn(world.url, 'town-kouzhen');
  const stream = await listen(token);
  expect([stream.response.status, stream.response.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ]);
  await stream.until(({ text }) => text.includes(': heartbeat'));
  const director = await listen((await world.as('city-director')).token);
  const id = await assignOne();
  await stream.until(isAbout(id));
  const last = stream.notices.at(-1);
  expect(last).toMatchObject({ data: { kind: 'finding-assigned', title: '问题已交办 · A finding was assigned' } });
  stream.abort.abort();
  const [second, third] = [await assignOne(), await assignOne()];
  const again = await listen(token, { 'last-event-id': last?.id ?? '' });
  await again.until(isAbout(third));
  expect(again.notices.map(({ data }) => data.subjectId)).toEqual([second, third]);
  // The director had time for many turns and was told none of it.
  await director.until(({ text }) => text.includes(': heartbeat'));
  expect(director.notices.filter(({ data }) => [id, second, third].includes(String(data.subjectId)))).toEqual([]);
});

test('a stream ends with its session, with the post, and leaves no mark by which an idle session would live on', async () => {
  const client = await GraphClient.signIn(world.url, 'town-kouzhen');
  const stream = await listen(client.token);
  await stream.until(({ text }) => text.includes(': heartbeat'));
  await client.get('mutation { signOut }');
  await stream.until(({ ended }) => ended);
  expect(stream.events.at(-1)).toMatchObject({ name: 'end', data: { reason: 'session-ended' } });

  const idle = await GraphClient.signIn(world.url, 'town-kouzhen');
  const { sid } = JSON.parse(Buffer.from(String(idle.token).split('.')[1] ?? '', 'base64url').toString()) as {
    sid: string;
  };
  const seen = async () =>
    (await world.sql.query('select last_seen::text as seen from session.session where id = $1', [sid])).rows[0].seen;
  await world.sql.query(`update session.session set last_seen = now() - interval '29 minutes' where id = $1`, [sid]);
  const before = await seen();
  const watched = await listen(idle.token);
  await watched.until(({ text }) => text.includes(': heartbeat'));
  expect(await seen()).toBe(before);
  await world.sql.query(`update session.session set last_seen = now() - interval '31 minutes' where id = $1`, [sid]);
  await watched.until(({ ended }) => ended);
  expect(watched.events.at(-1)?.name).toBe('end');
});

test('without a token, with a bad one, from another site, with a foreign place, by another verb, too many: refused in words', async () => {
  const { token } = await GraphClient.signIn(world.url, 'city-assessor');
  const told = async ({ response }: Heard) => [
    response.status,
    ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
  ];
  expect(await told(await listen(null))).toEqual([401, 'UNAUTHENTICATED']);
  expect(await told(await listen('x.y.z'))).toEqual([401, 'UNAUTHENTICATED']);
  expect(await told(await listen(token, { origin: 'https://elsewhere.example' }))).toEqual([403, 'CROSS_SITE_REQUEST']);
  expect(await told(await listen(token, { 'last-event-id': 'no id!' }))).toEqual([400, 'BAD_REQUEST']);
  expect(await told(await listen(token, { 'last-event-id': 'bm8' }))).toEqual([400, 'INVALID_INPUT']);
  const post = await fetch(`${base}/notices/stream`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  expect(post.status).toBe(405);
  const citizen = await GraphClient.signIn(world.url, 'citizen');
  expect(await told(await listen(citizen.token))).toEqual([403, 'FORBIDDEN']);
  const two = [await listen(token), await listen(token)];
  expect(two.map(({ response }) => response.status)).toEqual([200, 200]);
  expect(await told(await listen(token))).toEqual([503, 'OVERLOADED']);
});

test('one query tells what waits in all four subgraphs, for every post that has one', async () => {
  const query = `{ ${['organisation', 'households', 'assessments', 'funds']
    .map(
      (name) =>
        `${name}Todo(first: 3) { edges { node { kind title verb subjectId } } } ${name}TodoCounts { kind waiting }`,
    )
    .join(' ')} }`;
  const waits = new Map<string, number>();
  for (const account of [
    'city-director',
    'city-officer',
    'city-finance',
    'district-laicheng',
    'town-kouzhen',
    'unit-health',
    'helper-kouzhen',
    'sysadmin',
  ]) {
    const { data, errors } = await (await world.as(account)).ask(query);
    expect([account, errors]).toEqual([account, []]);
    const lists = Object.values(data as Record<string, { edges?: unknown[] }>);
    waits.set(
      account,
      lists.reduce((sum, each) => sum + (each.edges?.length ?? 0), 0),
    );
  }
  expect(waits.get('sysadmin')).toBe(0);
  expect(waits.get('unit-health')).toBeGreaterThan(0);
});
