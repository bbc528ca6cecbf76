// Before anything is timed, every question is put to every side once: the canonical bodies are equal, or the run fails.
import { isDeepStrictEqual } from 'node:util';
import { type ServedName, sideKinds } from '../peers/all-peers';
import type { Canonical, Question, Workload } from '../workload';
import type { Shot } from './generate-load';

export interface OpenSide {
  name: ServedName;
  /** `http://host:port/` */
  origin: string;
}

interface Body {
  canonical: unknown;
  shot: Shot;
}

export class BodiesDiffer extends Error {}

/** The rest may be out of scope, or a region without households. */
const LEAST_TELLING = 0.7;

export interface Compared {
  /** of each side, which know how long their answers are */
  shots: Map<ServedName, Shot[]>;
  /** what all answered, a question each */
  canonicals: unknown[];
}

export async function compareBodies(
  workload: Workload,
  sides: readonly OpenSide[],
  questions: readonly Question[],
  tokens: readonly string[],
): Promise<Compared> {
  const canonicals: unknown[] = [];
  const shots = new Map<ServedName, Shot[]>(sides.map(({ name }) => [name, []]));
  let telling = 0;
  for (const question of questions) {
    const bodies = await Promise.all(sides.map((side) => ask(workload, side, question, tokens)));
    bodies.forEach(({ canonical, shot }, at) => {
      const { name } = sides[at] as OpenSide;
      if (!isDeepStrictEqual(canonical, bodies[0]?.canonical))
        throw new BodiesDiffer(
          `${workload.name}: ${name} 的答复不同 · answers differently\n${JSON.stringify(question)}\n` +
            firstDifference(bodies[0]?.canonical, canonical),
        );
      shots.get(name)?.push(shot);
    });
    canonicals.push(bodies[0]?.canonical);
    if (workload.isTelling(bodies[0]?.canonical)) telling++;
  }
  if (telling < questions.length * LEAST_TELLING)
    throw new BodiesDiffer(
      `${workload.name}: 仅 ${telling}/${questions.length} 个答复有内容 · only so many answers show what is asked for`,
    );
  return { shots, canonicals };
}

async function ask(workload: Workload, side: OpenSide, question: Question, tokens: readonly string[]): Promise<Body> {
  const kind = sideKinds[side.name];
  const { path, body } = kind.request(workload, question);
  const response = await fetch(new URL(path, side.origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[question.user]}` },
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${side.name} ${path}: HTTP ${response.status} ${text.slice(0, 500)}`);
  const canonical = (kind.canonicalOf(workload) as Canonical)(JSON.parse(text));
  return { canonical, shot: { path, body, token: question.user, bytes: Buffer.byteLength(text) } };
}

function firstDifference(one: unknown, other: unknown, at = '$'): string {
  if (typeof one === 'object' && typeof other === 'object' && one && other) {
    const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      if (!isDeepStrictEqual(a[key], b[key])) return firstDifference(a[key], b[key], `${at}.${key}`);
  }
  return `${at}: ${JSON.stringify(one)?.slice(0, 500)} ≠ ${JSON.stringify(other)?.slice(0, 500)}`;
}
