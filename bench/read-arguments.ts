// What `npm run bench -- …` is told: which workloads and sides, how many rounds, how long each, over how many connections.
import { type OwnName, type PeerName, peerNames, type Workload } from './workload';
import { allWorkloads } from './workloads/all-workloads';

export interface Arguments {
  workloads: readonly Workload[];
  /** null for `all`: those that can answer the workload */
  peers: readonly PeerName[] | null;
  modes: readonly OwnName[];
  rounds: number;
  seconds: number;
  connections: readonly number[];
  questions: number;
  json: boolean;
}

const USAGE =
  'npm run bench -- [W1] [W2] [--peers RAW,PGR,NAIVE,HIVE,HIVE_RUST,PGB] [--modes in-process,services] ' +
  '[--rounds 5] [--seconds 1.5] [--connections 1,16] [--questions 200] [--json]';

const modeNames: Readonly<Record<string, OwnName>> = { 'in-process': 'graph', services: 'services' };

export class WrongArguments extends Error {
  constructor(what: string) {
    super(`${what}\n${USAGE}`);
  }
}

export function readArguments(given: readonly string[]): Arguments {
  const told = {
    peers: 'all',
    modes: 'in-process,services',
    rounds: '5',
    seconds: '1.5',
    connections: '1,16',
    questions: '200',
  };
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
    peers: told.peers === 'all' ? null : told.peers.split(',').map(peerOf),
    modes: told.modes.split(',').map(modeOf),
    rounds: whole('rounds', told.rounds),
    seconds: seconds(told.seconds),
    connections: told.connections.split(',').map((text) => whole('connections', text)),
    questions: whole('questions', told.questions),
    json,
  };
}

function peerOf(text: string): PeerName {
  const peer = peerNames.find((name) => name === text);
  if (!peer) throw new WrongArguments(`--peers: 不认识 · not known: ${text}`);
  return peer;
}

function modeOf(text: string): OwnName {
  const mode = modeNames[text];
  if (!mode) throw new WrongArguments(`--modes: 不认识 · not known: ${text}`);
  return mode;
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new WrongArguments(`--${name}: 须为正整数 · a whole number above 0: ${text}`);
  return Number(text);
}

function seconds(text: string): number {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text) || Number(text) === 0)
    throw new WrongArguments(`--seconds: 须为正数 · a number above 0: ${text}`);
  return Number(text);
}
