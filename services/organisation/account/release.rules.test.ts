// No administrator reaches a post that is not his, by a search through every sequence of what each of the three officers can do.
import type { Post } from '#platform/vocabulary/caller';
import { challengeOf } from '../sign-in/challenge.rules';
import { mayRelease } from './release.rules';

const officers = {
  sys: 'system-administrator',
  sec: 'security-administrator',
  log: 'log-auditor',
} as const satisfies Record<string, Post>;
type Officer = keyof typeof officers;
const attackers = Object.keys(officers) as Officer[];

/** An account as far as taking it over goes: what the attacker knows of it, and what it still asks for. */
interface Account {
  person: string;
  posts: readonly Post[];
  exists: boolean;
  knowsPassword: boolean;
  knowsCode: boolean;
  awaitsRelease: boolean;
  codeDrawn: boolean;
  mustChange: boolean;
  disabled: boolean;
}

interface World {
  accounts: readonly Account[];
  /** posts that the attacker gave to himself */
  grantedSelf: boolean;
}

const others: [string, Post[], boolean][] = [
  ['director', ['office-director'], true],
  ['clerk without an account', ['town-officer'], false],
  ...attackers.map((name): [string, Post[], boolean] => [name, [officers[name]], true]),
];

function startFor(attacker: Officer): World {
  const accounts = others
    .filter(([person]) => person !== attacker)
    .map(([person, posts, exists]) => ({
      person,
      posts,
      exists,
      knowsPassword: false,
      knowsCode: false,
      awaitsRelease: false,
      codeDrawn: false,
      mustChange: false,
      disabled: false,
    }));
  return { accounts, grantedSelf: false };
}

/** What one attacker can do by his own calls; the mutations stand in permissions.ts, their rules are asked here. */
function* steps(world: World, attacker: Officer, released: typeof mayRelease): Iterable<World> {
  const change = (account: Account, to: Partial<Account>): World => ({
    ...world,
    accounts: world.accounts.map((each) => (each === account ? { ...each, ...to } : each)),
  });
  for (const account of world.accounts) {
    if (attacker === 'sys') {
      const drawn = { knowsPassword: true, knowsCode: false, awaitsRelease: true, codeDrawn: false, mustChange: true };
      if (!account.exists) yield change(account, { ...drawn, exists: true });
      else {
        yield change(account, drawn);
        yield change(account, { disabled: !account.disabled });
      }
    }
    if (attacker === 'sec')
      for (const post of ['office-director', 'system-administrator'] as const)
        if (!account.posts.includes(post)) yield change(account, { posts: [...account.posts, post] });
    const of = { personId: account.person, isSecurityAdministrator: account.posts.includes('security-administrator') };
    if (account.awaitsRelease && released({ personId: attacker, post: officers[attacker] }, of))
      yield change(account, { knowsCode: true, codeDrawn: true });
    // In a session of that account: the password is changed, and the code confirmed by whoever has it.
    if (!account.exists || account.disabled || !account.knowsPassword) continue;
    if (account.mustChange) yield change(account, { mustChange: false });
    else if (account.awaitsRelease && account.knowsCode) yield change(account, { awaitsRelease: false });
  }
}

/** What others do meanwhile, honestly: an owner has his account reset and released, and tells nobody. */
function* honest(world: World, attacker: Officer): Iterable<World> {
  for (const account of world.accounts) {
    const to = (changed: Partial<Account>): World => ({
      ...world,
      accounts: world.accounts.map((each) => (each === account ? { ...each, ...changed } : each)),
    });
    if (attacker !== 'sys')
      yield to({ exists: true, awaitsRelease: true, mustChange: true, knowsPassword: false, knowsCode: false });
    // The code is handed to the person, who signs in with the password he holds: an attacker's own change of it locks him out, no more.
    if (attacker !== 'sec' && account.awaitsRelease && !account.knowsPassword) yield to({ awaitsRelease: false });
  }
}

const opens = ({ exists, disabled, knowsPassword, mustChange, awaitsRelease, posts }: Account, heeds: boolean) =>
  exists &&
  !disabled &&
  knowsPassword &&
  posts.length > 0 &&
  challengeOf(
    {
      mustChangePassword: mustChange,
      awaitsRelease: heeds && awaitsRelease,
      passwordChangedAt: new Date(0),
      // The worst case: the attacker took the second factor off and enrolled his own.
      hasSecondFactor: true,
      posts,
      postsAsked: new Set(posts),
    },
    new Date(0),
    'production',
  ) === null;

function search(attacker: Officer, released = mayRelease, heeds = true) {
  const start = startFor(attacker);
  const seen = new Set([JSON.stringify(start)]);
  const front = [start];
  for (const world of front) {
    for (const reached of [...steps(world, attacker, released), ...honest(world, attacker)]) {
      const key = JSON.stringify(reached);
      if (seen.has(key)) continue;
      seen.add(key);
      const taken = reached.accounts.find((account) => opens(account, heeds));
      if (taken) return { looked: seen.size, taken: taken.person };
      front.push(reached);
    }
  }
  return { looked: seen.size, taken: null };
}

test.each(attackers)('%s takes over no account by any sequence of calls', (attacker) => {
  const found = search(attacker);
  expect(found.taken).toBeNull();
  expect(found.looked).toBeGreaterThan(100);
});

test('controls: without the release, or with one drawn by whoever drew the password, the system administrator is found out', () => {
  expect(search('sys', mayRelease, false).taken).not.toBeNull();
  expect(search('sys', () => true).taken).not.toBeNull();
});
