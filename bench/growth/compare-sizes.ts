// Growth over the data: the same user asks the same of the graph over Laiwu and over the whole province, question by question in turn.
import { prng } from '../../data/generate/prng';
import { median, type Ratio, ratioOf } from '../measure/statistics';
import type { Level } from '../workload';
import { householdPage } from '../workloads/w1-household-page';
import { householdCard, QUARTER } from '../workloads/w2-household-card';
import type { OpenGraph } from './open-graph-child';

export interface SizeFigure {
  what: string;
  level: Level;
  /** milliseconds, medians of the rounds */
  small: number;
  large: number;
  /** large ÷ small */
  time: Ratio;
}

const SEED = 71;
const QUESTIONS = 40;
/** Of which those of one user are kept. */
const DRAWN = 400;
/** province, city, district or zone, town: five signs each */
const TOWN_DEPTH = 20;

/** The towns of one's own district, with their lights. */
const townList = `query TownList($parentId: ID!, $quarter: String!) {
  regions(parentId: $parentId, first: 50) { edges { node { name code light(quarter: $quarter) { colour rank } } } pageInfo { hasNextPage } }
}`;

type Question = { query: string; variables: Readonly<Record<string, unknown>> };

function questionsOf(what: string, { ground, userOf }: OpenGraph, level: Level): Question[] {
  const user = userOf(level);
  const random = prng(SEED, what, level);
  if (what === 'town list') {
    const town = ground.regions.find(({ path }) => path === user.path.slice(0, TOWN_DEPTH));
    return [{ query: townList, variables: { parentId: town?.parentId, quarter: QUARTER } }];
  }
  const workload = what === 'W1 page' ? householdPage : householdCard;
  return workload
    .draw(ground, random, DRAWN)
    .filter((question) => ground.users[question.user]?.account === user.account)
    .slice(0, QUESTIONS)
    .map(({ variables }) => ({ query: workload.operation, variables }));
}

export async function compareSizes(small: OpenGraph, large: OpenGraph, rounds: number): Promise<SizeFigure[]> {
  const figures: SizeFigure[] = [];
  for (const what of ['W1 page', 'W2 card', 'town list'])
    for (const level of ['town', 'village'] as const) figures.push(await compareOne(what, level, small, large, rounds));
  return figures;
}

async function compareOne(
  what: string,
  level: Level,
  small: OpenGraph,
  large: OpenGraph,
  rounds: number,
): Promise<SizeFigure> {
  const questions = questionsOf(what, small, level);
  const tokens = [await small.tokenOf(level), await large.tokenOf(level)] as const;
  const each: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round++) {
    const times: [number[], number[]] = [[], []];
    for (let at = 0; at < QUESTIONS; at++) {
      const question = questions[at % questions.length] as Question;
      const ask = async (side: 0 | 1) => {
        const { milliseconds, text } = await (side === 0 ? small : large).connection.ask(question, tokens[side]);
        times[side].push(milliseconds);
        return text;
      };
      const order = (at + round) % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
      const texts = [await ask(order[0]), await ask(order[1])];
      if (texts[0] !== texts[1])
        throw new Error(
          `${what}: S1 与 S71 答复不同 · S1 and S71 answer differently\n${texts.join('\n').slice(0, 800)}`,
        );
    }
    // The first round warms up.
    if (round >= 0) for (const side of [0, 1] as const) each[side].push(median(times[side]));
  }
  return { what, level, small: median(each[0]), large: median(each[1]), time: ratioOf(each[1], each[0]) };
}
