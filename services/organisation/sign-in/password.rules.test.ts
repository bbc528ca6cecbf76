// What MLPS level 3 asks of passwords, sentence by sentence.
import { shippedPacks } from '../../../data/load/shipped-packs';
import { challengeOf } from './challenge.rules';
import { isPasswordStale, passwordFlaw } from './password.rules';
import { postsAsked, secondFactorKind } from './second-factor-pack.rules';

const facts = { account: 'town-kouzhen', breached: new Set(['password1234']) };
const flawOf = (password: string) => passwordFlaw(password, facts)?.code ?? null;

test.each([
  ['elevenchars', 'PASSWORD_TOO_SHORT'],
  ['twelve chars', null],
  ['精准扶贫到户到人不落一人', null],
  ['精准扶贫到户到人不落一', 'PASSWORD_TOO_SHORT'],
  ['💧💧💧💧💧💧💧💧💧💧💧', 'PASSWORD_TOO_SHORT'],
  ['ababababababab', 'PASSWORD_BREACHED'],
  ['PassWord1234', 'PASSWORD_BREACHED'],
  ['my Town-Kouzhen 2018', 'PASSWORD_NAMES_ACCOUNT'],
  [`ab cd ${'e'.repeat(123)}`, 'PASSWORD_TOO_LONG'],
])('%s: %s', (password, code) => {
  expect(flawOf(password)).toBe(code);
});

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test('a password lasts 90 days in production, and as long as it likes in the demo', () => {
  expect(isPasswordStale(day('2018-01-01'), day('2018-03-31'), 'production')).toBe(false);
  expect(isPasswordStale(day('2018-01-01'), day('2018-04-01'), 'production')).toBe(true);
  expect(isPasswordStale(day('2018-01-01'), day('2028-04-01'), 'demo')).toBe(false);
});

const account = {
  mustChangePassword: false,
  awaitsRelease: false,
  passwordChangedAt: day('2018-01-01'),
  hasSecondFactor: false,
  postsAsked: postsAsked(shippedPacks('second-factor', secondFactorKind)[0] ?? null),
};

test.each([
  ['office-director', 'production', 'SECOND_FACTOR'],
  ['security-administrator', 'production', 'SECOND_FACTOR'],
  ['town-officer', 'production', null],
  ['office-director', 'demo', null],
] as const)('%s in %s is asked for %s', (post, profile, asked) => {
  expect(challengeOf({ ...account, posts: [post] }, day('2018-01-02'), profile)).toBe(asked);
});

test('a password that the system administrator drew opens no post until it is released', () => {
  const clerk = { ...account, awaitsRelease: true, posts: ['town-officer'] as const };
  expect(challengeOf(clerk, day('2018-01-02'), 'demo')).toBe('RELEASE');
  expect(challengeOf({ ...clerk, mustChangePassword: true }, day('2018-01-02'), 'demo')).toBe('CHANGE_PASSWORD');
});

test('the password comes before the second factor, and a confirmed factor is not asked for again', () => {
  const director = { ...account, posts: ['office-director'] as const };
  expect(challengeOf({ ...director, mustChangePassword: true }, day('2018-01-02'), 'production')).toBe(
    'CHANGE_PASSWORD',
  );
  expect(challengeOf({ ...director, hasSecondFactor: true }, day('2018-01-02'), 'production')).toBeNull();
});
