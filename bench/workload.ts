// A workload (负载): one operation with seeded variables, asked by many users, and what each side's answer means in plain words.
import type { Prng } from '../data/generate/prng';

export type Level = 'city' | 'district' | 'town' | 'village';
export const levels: readonly Level[] = ['city', 'district', 'town', 'village'];

export interface User {
  account: string;
  level: Level;
  regionId: string;
  path: string;
  personId: string;
  sessionId: string;
}

export interface Ground {
  users: readonly User[];
  /** in the order of their paths */
  regions: readonly { id: string; path: string; parentId: string | null }[];
  /** in the order of path and number */
  households: readonly { id: string; path: string; number: string }[];
}

export interface Question {
  /** place among the users of the ground */
  user: number;
  /** every side gets the same ones */
  variables: Readonly<Record<string, unknown>>;
}

/** `graph` is this project. */
export type SideName = 'graph' | PeerName;
export type PeerName = 'RAW';

export interface Workload {
  name: string;
  title: string;
  /** the operation as a client of the graph sends it */
  operation: string;
  draw(ground: Ground, random: Prng, count: number): Question[];
  /** Both make the same plain value of a body, or the run fails; never called inside the timed part. */
  canonical: Readonly<Record<SideName, (body: unknown) => unknown>>;
  /** Whether a canonical body shows what the workload is about: sides that are equal because all are empty prove nothing. */
  isTelling(canonical: unknown): boolean;
}

export function drawUser({ users }: Ground, random: Prng): { user: User; at: number } {
  const level = random.pick(levels);
  const user = random.pick(users.filter((each) => each.level === level));
  return { user, at: users.indexOf(user) };
}
