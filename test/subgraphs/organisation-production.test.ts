// The production profile: a second factor (动态口令) for approvers and officers, passwords that are changed every ninety days.
import type { Caller } from '#platform/vocabulary/caller';
import { totpCode, totpStep } from '../../services/organisation/sign-in/totp-code';
import { type Desk, openDesk, PASSWORD } from './organisation-desk';

let strict: Desk;
beforeAll(async () => {
  strict = await openDesk({ profile: 'production' });
});
afterAll(() => strict?.close());

const SIGN_IN =
  'mutation($account: String!, $password: String!, $code: String) { signIn(account: $account, password: $password, code: $code) { token challenge appointment { post } } }';
const signIn = (account: string, code?: string) =>
  strict.ask(strict.anonymous('10.7.7.7'), SIGN_IN, { account, password: PASSWORD, code });

test('an approver enrols a second factor before anything else; each code is good once; guessing it locks', async () => {
  const first = await signIn('city-director');
  expect(first.data.signIn).toMatchObject({ challenge: 'SECOND_FACTOR', appointment: null });
  const bare = (await strict.callerOf(first.data.signIn.token)) as Caller;
  expect(bare).toMatchObject({ post: 'public', scope: 'own', appointmentId: null });
  const held = await strict.sql.query(`select id from organisation.appointment where post = 'office-director'`);
  const acted = await strict.ask(bare, 'mutation($id: ID!) { actAs(appointmentId: $id) { token } }', {
    id: held.rows[0].id,
  });
  expect(acted.codes).toEqual(['SECOND_FACTOR_DUE']);

  const enrolled = await strict.ask(bare, 'mutation { enrolSecondFactor { secret address } }');
  const secret = Buffer.from(
    [...enrolled.data.enrolSecondFactor.secret]
      .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
      .join('')
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  );
  const sealed = await strict.sql.query(
    'select second_factor from organisation.account where second_factor is not null',
  );
  expect(sealed.rows[0].second_factor.includes(secret)).toBe(false);
  // The codes below belong to one half minute: with too little of it left, wait for the next.
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 8000) await new Promise((resolve) => setTimeout(resolve, left));
  const code = (off = 0) => totpCode(secret, totpStep(new Date()) + off);
  const CONFIRM = 'mutation($code: String!) { confirmSecondFactor(code: $code) { challenge appointment { post } } }';
  expect((await strict.ask(bare, CONFIRM, { code: '000000' })).codes).toEqual(['SECOND_FACTOR_WRONG']);
  const confirmed = await strict.ask(bare, CONFIRM, { code: code(-1) });
  expect(confirmed.data.confirmSecondFactor).toMatchObject({
    challenge: null,
    appointment: { post: 'office-director' },
  });
  expect(await strict.callerOf(first.data.signIn.token)).toMatchObject({ post: 'office-director' });
  expect((await strict.ask(bare, 'mutation { enrolSecondFactor { secret } }')).codes).toEqual(['SECOND_FACTOR_STANDS']);

  expect((await signIn('city-director')).data.signIn).toMatchObject({ token: null, challenge: 'SECOND_FACTOR' });
  expect((await signIn('city-director', code(-1))).codes).toEqual(['SECOND_FACTOR_WRONG']);
  const entered = await signIn('city-director', code());
  expect(entered.data.signIn).toMatchObject({ challenge: null, appointment: { post: 'office-director' } });
  expect((await signIn('city-director', code())).codes).toEqual(['SECOND_FACTOR_WRONG']);

  // The password alone, said between guesses, does not begin the count anew.
  const told: (string | undefined)[] = [];
  for (let at = 0; at < 6; at++) {
    told.push((await signIn('city-director', '000000')).codes[0]);
    await signIn('city-director');
  }
  expect(told.at(-1)).toBe('SIGN_IN_LOCKED');
});

test('a password of ninety days ago must be changed, a town officer needs no second factor', async () => {
  expect((await signIn('town-kouzhen')).data.signIn).toMatchObject({
    challenge: null,
    appointment: { post: 'town-officer' },
  });
  await strict.sql.query(
    `update organisation.account set password_changed_at = now() - interval '90 days' where name = 'town-kouzhen'`,
  );
  expect((await signIn('town-kouzhen')).data.signIn).toMatchObject({
    challenge: 'CHANGE_PASSWORD',
    appointment: null,
  });
});
