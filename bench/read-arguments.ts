// What `npm run bench -- …` is told: which workloads, how many rounds, how long each, over how many connections.

import type { Workload } from './workload';
import { allWorkloads } from './workloads/all-workloads';

export interface Arguments {
  workloads: readonly Workload[];
  rounds: number;
  seconds: number;
  connections: readonly number[];
  questions: number;
  json: boolean;
}

const USAGE = `npm run bench -- [W1] [W2] [--rounds 5] [--seconds 3] [--connections 1,16] [--questions 200] [--json]`;

export class WrongArguments extends Error {
  constructor(what: string) {
    super(`${what}\n${USAGE}`);
  }
}

export function readArguments(given: readonly string[]): Arguments {
  const told = { rounds: '5', seconds: '3', connections: '1,16', questions: '200' };
  const names: string[] = [];
  let json = false;
  for (let at = 0; at < given.length; at++) {
    const word = given[at] as string;
    const option = word.slice(2);
    if (word === '--json') json = true;
    else if (word.startsWith('--') && option in told) told[option as keyof typeof told] = given[++at] ?? '';
    else if (allWorkloads.some(({ name }) => name === word)) names.push(word);
    else throw new WrongArguments(`不认识 · not known: ${word}`);
  }
  return {
    workloads: allWorkloads.filter(({ name }) => names.length === 0 || names.includes(name)),
    rounds: whole('rounds', told.rounds),
    seconds: whole('seconds', told.seconds),
    connections: told.connections.split(',').map((text) => whole('connections', text)),
    questions: whole('questions', told.questions),
    json,
  };
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new WrongArguments(`--${name}: 须为正整数 · a whole number above 0: ${text}`);
  return Number(text);
}
