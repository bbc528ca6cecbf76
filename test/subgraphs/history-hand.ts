// What a history stands on and what its deeds have at hand: the ground, the simulator's books, a source of numbers and ids, and calls as text.
import type { Prng } from '../../data/generate/prng';
import type { Effect } from './books-model';
import type { Books, Place } from './history-books';
import type { Call } from './play-history';

interface Home {
  parent: Place;
  label: string;
}
export interface Ground {
  city: Place;
  /** where the town lies, and where else it may, under which label */
  homes: readonly [Home, Home];
  town: Place;
  villages: readonly Place[];
  households: readonly { id: string; village: Place }[];
  people: { maker: string; checker: string; payer: string };
}
export interface Drawn {
  name: string;
  calls: Call[];
  lots: string[];
  batches: string[];
  /** a verdict, or one of the constraints that keep the books */
  expected: string | RegExp;
  /** of the simulator after it */
  books: string;
}
export type Plan = Pick<Drawn, 'calls' | 'expected'> & { lots?: string[]; batches?: string[] };

/** What a deed has at hand. */
export interface Hand {
  books: Books;
  ground: Ground;
  random: Prng;
  id(): string;
  fen(): bigint;
  any<T>(items: readonly T[]): T | null;
  call(by: keyof Ground['people'], at: Place, sql: string): Call;
  /** `done` and then so, or a refusal of the books */
  settled(effects: Effect[], then: () => void): string | RegExp;
}

export const quoted = (text: string | bigint) => `'${text}'`;
export const listOf = (items: readonly (string | bigint | null)[], type: string) =>
  `array[${items.map((item) => (item === null ? 'null' : quoted(item))).join(',')}]::${type}[]`;
