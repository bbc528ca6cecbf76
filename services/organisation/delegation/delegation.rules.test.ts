// When a delegation is given and prolonged, by a walk through days and askers: never by the delegate, never beyond its days.
import type { Post } from '#platform/vocabulary/caller';
import { shippedPacks } from '../../../data/load/shipped-packs';
import { flawOfDelegation, flawOfRenewal, type GivenDelegation, type HeldPost } from './delegation.rules';
import { type DelegationPack, delegationKind } from './delegation-pack.rules';

const [pack] = shippedPacks('delegation', delegationKind) as [DelegationPack];
const dayOf = (day: number) => new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10);
const MAKER: Post = 'town-officer';
const CHECKER: Post = 'office-director';
const appoint = (personId: string, post: Post): HeldPost => ({
  id: `${personId} ${post}`,
  personId,
  post,
  validFrom: dayOf(0),
  validTo: null,
});

test('no sequence of delegating and renewing passes a post on, prolongs it by the delegate, or beyond its days', () => {
  const rules = ['delegate', 'renew', 'wait'] as const;
  let looked = 0;
  const walk = (day: number, given: GivenDelegation | null, depth: number): void => {
    looked++;
    if (given) {
      const days = (Date.parse(given.validTo) - Date.parse(given.validFrom)) / 86_400_000;
      expect(days).toBeLessThanOrEqual(pack.longestInAllDays);
      expect(given.delegatorId).toBe('b');
    }
    if (depth === 0) return;
    const held = appoint('b', CHECKER);
    const today = dayOf(day);
    for (const rule of rules) {
      if (rule === 'wait') walk(day + 15, given, depth - 1);
      for (const [personId, principalId] of [
        ['b', null],
        ['c', 'b'],
        ['c', null],
      ] as const)
        for (const ahead of [15, 30, 31]) {
          const caller = { personId, appointmentId: held.id, principalId };
          const asked = { pack, caller, held, others: [], validTo: dayOf(day + ahead), today };
          if (rule === 'renew' && given && !flawOfRenewal({ ...asked, delegation: given })) {
            expect([personId, principalId]).toEqual(['b', null]);
            walk(day, { ...given, validTo: asked.validTo }, depth - 1);
          }
          if (rule === 'delegate' && !given) {
            const delegateId = personId === 'b' ? 'c' : 'a';
            const flaw = flawOfDelegation({ ...asked, delegateId, postsOfDelegate: [MAKER], validFrom: today });
            if (flaw) continue;
            expect([personId, principalId]).toEqual(['b', null]);
            const base = { appointmentId: held.id, delegatorId: personId, delegateId, revokedAt: null };
            walk(day, { ...base, validFrom: today, validTo: asked.validTo }, depth - 1);
          }
        }
    }
  };
  walk(0, null, 12);
  expect(looked).toBeGreaterThan(400);
});

test('posts that are done in person, and the three officers, are neither delegated nor delegates', () => {
  const ask = (post: Post, postsOfDelegate: Post[]) =>
    flawOfDelegation({
      pack,
      caller: { personId: 'b', appointmentId: `b ${post}`, principalId: null },
      held: appoint('b', post),
      delegateId: 'c',
      postsOfDelegate,
      others: [],
      validFrom: dayOf(1),
      validTo: dayOf(9),
      today: dayOf(0),
    })?.code;
  for (const post of ['inspector', 'helper', 'first-secretary', 'auditor', 'security-administrator'] as const)
    expect([post, ask(post, ['office-officer'])]).toEqual([post, 'POST_NOT_DELEGABLE']);
  for (const post of ['system-administrator', 'security-administrator', 'log-auditor', 'auditor', 'observer'] as const)
    expect([post, ask(CHECKER, ['office-officer', post])]).toEqual([post, 'DELEGATE_UNFIT']);
  expect(ask(CHECKER, [])).toBe('DELEGATE_UNFIT');
  expect(ask(CHECKER, ['office-officer'])).toBeUndefined();
});
