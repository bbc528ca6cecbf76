// Many users at once (交错的用户): everybody sends the same operations, shuffled, and each answer must be the one that this user gets alone.
import type { Operation } from '#platform/graph/subgraph';
import { prng } from '../../data/generate/prng';
import { comparable } from './compare-answers';
import type { Asks } from './compare-gateways';

export interface Interleaving {
  /** whose answers are right: each user alone, one request at a time */
  alone: Asks;
  /** who is asked by all at once */
  together: Asks;
  tokens: ReadonlyMap<string | null, string | null>;
  operations: readonly Operation[];
  rounds: number;
  atOnce: number;
  seed: number;
}

export interface Interleaved {
  /** who was told something else than alone, and what */
  wrong: string[];
  asked: number;
  /** operations to which two users have different answers: were there none, nothing would be proven */
  telling: number;
}

export async function interleaveUsers(settings: Interleaving): Promise<Interleaved> {
  const { alone, together, tokens, operations, rounds, atOnce, seed } = settings;
  const right = new Map<string, string>();
  const keyOf = (user: string | null, at: number) => `${user ?? 'nobody'} ${at}`;
  let telling = 0;
  for (const [at, operation] of operations.entries()) {
    for (const [user, token] of tokens)
      right.set(keyOf(user, at), comparable((await alone.ask(operation, token)).text));
    telling += new Set([...tokens.keys()].map((user) => right.get(keyOf(user, at)))).size > 1 ? 1 : 0;
  }
  const wrong: string[] = [];
  let asked = 0;
  const one = async (turns: Iterator<{ user: string | null; at: number }>) => {
    for (let turn = turns.next(); !turn.done; turn = turns.next()) {
      const { user, at } = turn.value;
      const ask = () => together.ask(operations[at] as Operation, tokens.get(user) ?? null);
      let { text } = await ask();
      // A busy machine is no leak: connections and sessions are waited for only so long.
      for (let again = 0; text.includes('UNAVAILABLE') && again < 10; again++) ({ text } = await ask());
      asked++;
      if (comparable(text) !== right.get(keyOf(user, at)))
        wrong.push(
          `${user ?? 'nobody'}: ${operations[at]?.query}\n  alone:    ${right.get(keyOf(user, at))}\n  together: ${text}`,
        );
    }
  };
  const users = [...tokens.keys()];
  for (let round = 0; round < rounds; round++) {
    const turns = shuffled(
      operations.flatMap((_, at) => users.map((user) => ({ user, at }))),
      seed + round,
    ).values();
    await Promise.all(Array.from({ length: atOnce }, () => one(turns)));
  }
  return { wrong, asked, telling };
}

/** Fisher and Yates; one operation's users stay near each other, so that they do meet. */
function shuffled<T extends { at: number }>(turns: readonly T[], seed: number): T[] {
  const source = prng(seed, 'turns');
  const order = turns.map((turn) => ({ turn, place: turn.at * 1000 + source.below(3000) }));
  return order.sort((left, right) => left.place - right.place).map(({ turn }) => turn);
}
