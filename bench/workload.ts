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

/** This project in one process, and as five processes over HTTP. */
export const ownNames = ['graph', 'services'] as const;
export type OwnName = (typeof ownNames)[number];
export const peerNames = ['RAW', 'PGR', 'NAIVE', 'HIVE', 'HIVE_RUST', 'PGB'] as const;
export type PeerName = (typeof peerNames)[number];
export type SideName = OwnName | PeerName;

/** What a body says, as a plain value that is the same for every side. */
export type Canonical = (body: unknown) => unknown;

export interface Workload {
  name: string;
  title: string;
  /** the operation as a client of the graph sends it */
  operation: string;
  draw(ground: Ground, random: Prng, count: number): Question[];
  /**
   * Of an answer to `operation`, whoever gave it, and of what RAW answers: all make the same plain value, or the run fails.
   * Never called inside the timed part.
   */
  canonical: Readonly<{ graph: Canonical; RAW?: Canonical }>;
  /** Whether a canonical body shows what the workload is about: sides that are equal because all are empty prove nothing. */
  isTelling(canonical: unknown): boolean;
}

export function drawUser({ users }: Ground, random: Prng): { user: User; at: number } {
  const level = random.pick(levels);
  const user = random.pick(users.filter((each) => each.level === level));
  return { user, at: users.indexOf(user) };
}
