// The reach of administrators (三员): each tries every mutation there is, from every session he can come by, until nothing new is reached.
import type { Caller } from '#platform/vocabulary/caller';
import { permissions } from '../../services/organisation/permissions';
import { totpCode, totpStep } from '../../services/organisation/sign-in/totp-code';
import { type Desk, openDesk } from './organisation-desk';
import { attempts } from './reach-attempts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const one = async (sql: string, values: unknown[] = []) =>
  Object.values((await desk.sql.query(sql, values)).rows[0] as object)[0] as string;
let taken = 0;
const newPassword = () => `taken over by a friend ${++taken}`;

interface Loot {
  /** what each account that the attacker may open is opened with */
  passwords: Map<string, string>;
  codes: Set<string>;
  callers: Map<string, Caller>;
}

/** Signs in with what was learnt, and goes as far as what the account still asks for lets him. */
async function open(loot: Loot, account: string): Promise<void> {
  const password = loot.passwords.get(account) as string;
  const signIn = async (given: string) =>
    (
      await desk.ask(
        desk.anonymous(`reach ${account} ${loot.callers.size}`),
        'mutation($a: String!, $p: String!) { signIn(account: $a, password: $p) { token challenge } }',
        { a: account, p: given },
      )
    ).data?.signIn;
  const entered = await signIn(password);
  if (!entered?.token) return;
  const caller = (await desk.callerOf(entered.token)) as Caller;
  if (entered.challenge === 'CHANGE_PASSWORD') {
    const next = newPassword();
    await desk.ask(caller, 'mutation($p: String!, $n: String!) { changePassword(present: $p, next: $n) { token } }', {
      p: password,
      n: next,
    });
    loot.passwords.set(account, next);
  }
  for (const code of [...loot.codes, 'guess'])
    await desk.ask(caller, 'mutation($code: String!) { confirmRelease(code: $code) { token } }', { code });
  const enrolled = await desk.ask(caller, 'mutation { enrolSecondFactor { secret } }');
  const secret = enrolled.data?.enrolSecondFactor?.secret;
  if (secret) {
    const bits = [...secret].map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    );
    const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    await desk.ask(caller, 'mutation($code: String!) { confirmSecondFactor(code: $code) { token } }', {
      code: totpCode(key, totpStep(new Date())),
    });
  }
  const standing = await desk.callerOf(entered.token);
  if (standing) loot.callers.set(account, standing);
}

async function targetsFor(attacker: Caller): Promise<Record<string, string>[]> {
  const clerk = await one(
    `select a.person_id from organisation.appointment a where a.post = 'town-officer' and not exists (select 1 from organisation.account c where c.person_id = a.person_id and c.name not like 'puppet%') order by a.id limit 1`,
  );
  const common = {
    clerk,
    own: attacker.personId as string,
    city: await one(`select id from organisation.region where kind = 'city' and code = '371200'`),
    unit: await one(`select code from organisation.unit order by code limit 1`),
    today: await one(`select ((now() at time zone 'Asia/Shanghai')::date)::text`),
    later: await one(`select ((now() at time zone 'Asia/Shanghai')::date + 9)::text`),
    delegation: await one('select id from organisation.delegation limit 1'),
  };
  const { rows } = await desk.sql.query<{ account: string; appointment: string }>(
    `select c.id as account, a.id as appointment from organisation.account c
     join organisation.appointment a on a.person_id = c.person_id
     where c.name in ('city-director', 'sysadmin', 'secadmin') or c.name like 'puppet%'`,
  );
  return rows.map((row) => ({ ...common, ...row }));
}

/** What the attacker may act under by any session of his. */
const reachOf = (loot: Loot) => [...new Set([...loot.callers.values()].map(({ post }) => post))].sort();

async function attack(name: string, rounds: number): Promise<{ loot: Loot; asked: Set<string> }> {
  const own = await desk.as(name);
  const loot: Loot = { passwords: new Map(), codes: new Set(), callers: new Map([[name, own]]) };
  const asked = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const target of await targetsFor(own))
      for (const [mutation, tries] of Object.entries(attempts(target)))
        for (const [query, variables] of tries)
          for (const caller of [...loot.callers.values()]) {
            asked.add(mutation);
            const { data } = await desk.ask(caller, query, variables);
            const drawn = data?.createAccount ?? data?.resetPassword;
            if (drawn?.initialPassword) loot.passwords.set(drawn.account.name, drawn.initialPassword);
            for (const each of (data?.importAccounts?.initialPasswords ?? []) as unknown as {
              account: string;
              initialPassword: string;
            }[])
              if (!loot.passwords.has(each.account)) loot.passwords.set(each.account, each.initialPassword);
            for (const each of (data?.drawReleaseCodes ?? []) as unknown as { code: string }[])
              loot.codes.add(each.code);
          }
    for (const account of loot.passwords.keys()) await open(loot, account);
  }
  return { loot, asked };
}

test('every mutation that is open to one of the three officers is among the attempts', async () => {
  const officers = await Promise.all(['sysadmin', 'secadmin', 'logauditor'].map((name) => desk.as(name)));
  const isOpen = (name: string) =>
    officers.some((officer) => permissions.guardOf('Mutation', name)?.admits(officer) ?? true);
  const fields = Object.keys(desk.subgraph.compiled.plain.getMutationType()?.getFields() ?? {});
  const tried = Object.keys(attempts({}));
  expect(fields.filter((name) => isOpen(name) && !tried.includes(name))).toEqual([]);
  expect(tried.filter((name) => !fields.includes(name))).toEqual([]);
  // What is left out is what no officer may do, such as the meetings of a leading group.
  expect([isOpen('approveMinutes'), isOpen('grantAppointment'), isOpen('createAccount')]).toEqual([false, true, true]);
});

test('none of the three officers reaches a post beside his own, however often he tries', async () => {
  // Something to be stolen: a delegation that stands.
  const director = await desk.as('city-director');
  await desk.ask(
    director,
    `mutation($p: ID!) { delegateAppointment(delegateId: $p, validFrom: "${await one(`select ((now() at time zone 'Asia/Shanghai')::date)::text`)}", validTo: "${await one(`select ((now() at time zone 'Asia/Shanghai')::date + 5)::text`)}", reason: "外出期间代理") { id } }`,
    { p: (await desk.as('city-officer')).personId },
  );
  let stolen = '';
  // The log auditor and the security administrator first: the system administrator's resets shut everybody else out.
  for (const [name, post] of [
    ['logauditor', 'log-auditor'],
    ['secadmin', 'security-administrator'],
    ['sysadmin', 'system-administrator'],
  ] as const) {
    const { loot, asked } = await attack(name, name === 'sysadmin' ? 2 : 1);
    expect(asked.size).toBeGreaterThan(8);
    expect([name, reachOf(loot).filter((held) => held !== 'public')]).toEqual([name, [post]]);
    // He did open the accounts whose passwords he drew: as nobody in office.
    if (name === 'sysadmin') expect(loot.callers.size).toBeGreaterThan(4);
    if (name === 'sysadmin') stolen = loot.passwords.get('city-director') as string;
  }
  // The control: with the release code beside the password, the same walk reaches the director's post.
  const account = await one(`select id from organisation.account where name = 'city-director'`);
  const loot: Loot = {
    passwords: new Map([['city-director', stolen]]),
    codes: new Set(),
    callers: new Map(),
  };
  await desk.sql.query(
    'update organisation.account set awaits_release = false, second_factor = null, second_factor_confirmed_at = null where id = $1',
    [account],
  );
  await open(loot, 'city-director');
  expect(reachOf(loot)).toEqual(['office-director']);
}, 120_000);
