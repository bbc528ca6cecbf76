// Separation of duties over the closure of appointments and delegations, by a search through every state a small office can reach.
import type { Post } from '#platform/vocabulary/caller';
import { type Checker, type Hand, mayCheck } from '#platform/vocabulary/hands';
import { shippedPacks } from '../../../data/load/shipped-packs';
import { flawOfDelegation, type GivenDelegation, type HeldPost, isInForce, standsForOf } from './delegation.rules';
import { type DelegationPack, delegationKind } from './delegation-pack.rules';

const [pack] = shippedPacks('delegation', delegationKind) as [DelegationPack];

/** Days are counted from the first; an item is made once and checked once. */
interface State {
  day: number;
  held: readonly HeldPost[];
  given: readonly (GivenDelegation & { id: number })[];
  made: Hand | null;
  checked: { by: Checker; violation: boolean } | null;
}

interface Rules {
  mayCheck(checker: Checker, made: Hand): boolean;
  flawOfDelegation: typeof flawOfDelegation;
}
const real: Rules = { mayCheck, flawOfDelegation };

const dayOf = (day: number) => new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10);
const MAKER: Post = 'town-officer';
const CHECKER: Post = 'office-director';
const people = ['a', 'b', 'c'];

const appoint = (personId: string, post: Post): HeldPost => ({
  id: `${personId} ${post}`,
  personId,
  post,
  validFrom: dayOf(0),
  validTo: null,
});
const start: State = {
  day: 0,
  held: [appoint('a', MAKER), appoint('b', CHECKER), appoint('c', 'office-officer')],
  given: [],
  made: null,
  checked: null,
};

interface Acting {
  personId: string;
  held: HeldPost;
  principalId: string | null;
}

const holds = (held: HeldPost, today: string) =>
  held.validFrom <= today && (held.validTo === null || today < held.validTo);
const inForceOf = (state: State) =>
  state.given.filter((one) =>
    isInForce(one, state.held.find(({ id }) => id === one.appointmentId) as HeldPost, dayOf(state.day)),
  );

/** Everything under which anybody could act in this state. */
function actings(state: State): Acting[] {
  const today = dayOf(state.day);
  const own = state.held.filter((held) => holds(held, today));
  return [
    ...own.map((held) => ({ personId: held.personId, held, principalId: null })),
    ...inForceOf(state).map((one) => ({
      personId: one.delegateId,
      held: state.held.find(({ id }) => id === one.appointmentId) as HeldPost,
      principalId: one.delegatorId,
    })),
  ];
}

/** The definition of a violation, by itself: an undirected walk over who stands in whose shoes finds maker and checker together. */
function violates(state: State, checker: Acting, made: Hand): boolean {
  const behindChecker = new Set([checker.personId]);
  const edges = inForceOf(state);
  for (let grown = -1; grown !== behindChecker.size; ) {
    grown = behindChecker.size;
    for (const { delegateId, delegatorId } of edges) if (behindChecker.has(delegateId)) behindChecker.add(delegatorId);
  }
  return [made.personId, made.principalId].some((person) => person !== null && behindChecker.has(person));
}

function* steps(state: State, rules: Rules): Iterable<State> {
  const today = dayOf(state.day);
  const everybody = actings(state);
  for (const person of people)
    for (const post of [MAKER, CHECKER])
      if (state.held.length < 4 && !state.held.some(({ id }) => id === `${person} ${post}`))
        yield { ...state, held: [...state.held, appoint(person, post)] };
  for (const acting of everybody) {
    const caller = { personId: acting.personId, appointmentId: acting.held.id, principalId: acting.principalId };
    for (const delegateId of people) {
      const postsOfDelegate = state.held.filter((held) => held.personId === delegateId).map(({ post }) => post);
      const asked = { pack, caller, held: acting.held, delegateId, postsOfDelegate, today };
      const others = state.given.filter((one) => one.appointmentId === acting.held.id && one.revokedAt === null);
      const period = { validFrom: today, validTo: dayOf(state.day + 30), others };
      if (state.given.length < 2 && !rules.flawOfDelegation({ ...asked, ...period })) {
        const delegatorId = acting.personId;
        const given = { appointmentId: acting.held.id, delegatorId, delegateId, ...period, revokedAt: null };
        yield { ...state, given: [...state.given, { ...given, id: state.given.length }] };
      }
    }
    if (acting.held.post === MAKER && !state.made)
      yield { ...state, made: { personId: acting.personId, principalId: acting.principalId } };
    if (acting.held.post === CHECKER && state.made && !state.checked) {
      const by = { ...acting, standsFor: standsForOf(acting.personId, inForceOf(state)) };
      if (rules.mayCheck(by, state.made))
        yield { ...state, checked: { by, violation: violates(state, acting, state.made) } };
    }
  }
  for (const one of state.given)
    if (one.revokedAt === null)
      yield {
        ...state,
        given: state.given.map((each) => (each === one ? { ...one, revokedAt: new Date(0) } : each)),
      };
}

/** Every state within so many steps (twelve reach them all: the front runs dry); the first that breaks the law, with how many were looked at. */
function search(rules: Rules, depth: number): { looked: number; checked: number; violation: State | null } {
  const seen = new Set([JSON.stringify(start)]);
  let front = [start];
  let checked = 0;
  for (let step = 0; step < depth; step++) {
    const next: State[] = [];
    for (const state of front)
      for (const reached of steps(state, rules)) {
        const key = JSON.stringify(reached);
        if (seen.has(key)) continue;
        seen.add(key);
        if (reached.checked?.violation) return { looked: seen.size, checked, violation: reached };
        // An item that was checked is done: what comes after it is another item's.
        if (reached.checked) checked++;
        else next.push(reached);
      }
    front = next;
  }
  return { looked: seen.size, checked, violation: null };
}

test('no sequence of granting, delegating, revoking and acting lets one person make and check', () => {
  const found = search(real, 12);
  expect(found.violation).toBeNull();
  // Enough was looked at, and honest checks went through: a search that reaches nothing finds nothing.
  expect(found.looked).toBeGreaterThan(5000);
  expect(found.checked).toBeGreaterThan(500);
});

test('controls: four eyes by the acting person alone, by the two principals alone, and not over chains, are each found out', () => {
  const byPerson: Rules = { ...real, mayCheck: (checker, made) => checker.personId !== made.personId };
  const byPrincipal: Rules = {
    ...real,
    mayCheck: (checker, made) => mayCheck({ ...checker, standsFor: [] }, made),
  };
  for (const rules of [byPerson, byPrincipal]) expect(search(rules, 5).violation).not.toBeNull();
});
