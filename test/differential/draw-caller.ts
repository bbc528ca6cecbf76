// Draws who asks: every demo account in turn, nobody, somebody signed in without an appointment, and another subgraph on behalf of one.
import { randomUUID } from 'node:crypto';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import type { City } from '../../data/generate/city';
import type { Prng } from '../../data/generate/prng';
import { callerOfAccount, demoAccounts } from '../policy/caller-of-account';

export const WITHOUT_APPOINTMENT = 'without-appointment';

/** All 21 posts, nobody, and somebody whose appointments have ended. */
export const askers: readonly (string | null)[] = [...demoAccounts, null, WITHOUT_APPOINTMENT];

export function callerOfAsker(city: City, asker: string | null): Caller {
  if (asker !== WITHOUT_APPOINTMENT) return callerOfAccount(city, asker);
  return {
    ...anonymousCaller(randomUUID()),
    personId: city.persons.at(-1)?.id ?? null,
    scope: 'own',
    regionEpoch: 1,
    sessionId: randomUUID(),
  };
}

/** One asker of each kind of scope, and nobody; which one of a kind changes from round to round. */
export function oneOfEachKind(city: City, all: readonly (string | null)[], round: number): (string | null)[] {
  const kinds = new Map<string, (string | null)[]>();
  for (const asker of all) {
    const { scope, personId } = callerOfAsker(city, asker);
    const kind = personId === null ? 'nobody' : scope;
    kinds.set(kind, [...(kinds.get(kind) ?? []), asker]);
  }
  return [...kinds.values()].map((each) => each[round % each.length] ?? null);
}

/** One in eight asks through another subgraph: fields of that class open to services alone. */
export function drawCaller(city: City, asker: string | null, source: Prng): Caller {
  const caller = callerOfAsker(city, asker);
  return source.perMille(125)
    ? { ...caller, service: source.pick(['organisation', 'households', 'assessments', 'funds', 'gateway']) }
    : caller;
}
