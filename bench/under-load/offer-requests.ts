// Offers requests in two ways: closed loops that wait for each answer, and an open loop that sends at a rate whatever becomes of them.
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';

export interface Shot {
  body: string | Buffer;
  token: string;
}

export interface Offered {
  seconds: number;
  /** answered without an error, in ms */
  good: number[];
  /** refused with 503, in ms */
  refused: number[];
  /** anything else: errors, other statuses, broken connections */
  failed: number;
}

const ANSWER_MS = 15_000;

export class Client {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ connections, pipelining: 1, headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS });
  }

  async send({ body, token }: Shot, into: Offered): Promise<void> {
    const sent = performance.now();
    try {
      const answer = await request(this.url, {
        dispatcher: this.agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      });
      const text = await answer.body.text();
      const ms = performance.now() - sent;
      if (answer.statusCode === 200 && !text.includes('"errors":')) into.good.push(ms);
      else if (answer.statusCode === 503) into.refused.push(ms);
      else into.failed++;
    } catch {
      into.failed++;
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

const nothing = (): Offered => ({ seconds: 0, good: [], refused: [], failed: 0 });

export async function closedLoops(
  url: string,
  shots: readonly Shot[],
  loops: number,
  seconds: number,
): Promise<Offered> {
  const client = new Client(url, loops);
  const told = nothing();
  const began = performance.now();
  let next = 0;
  const loop = async () => {
    while (performance.now() - began < seconds * 1000) await client.send(shots[next++ % shots.length] as Shot, told);
  };
  await Promise.all(Array.from({ length: loops }, loop));
  told.seconds = (performance.now() - began) / 1000;
  await client.close();
  return told;
}

export async function openLoop(
  url: string,
  shots: readonly Shot[],
  perSecond: number,
  seconds: number,
): Promise<Offered> {
  const client = new Client(url, 4000);
  const told = nothing();
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; performance.now() - began < seconds * 1000; await pause(2)) {
    const due = ((performance.now() - began) / 1000) * perSecond;
    for (; sent < due; sent++) under.push(client.send(shots[sent % shots.length] as Shot, told));
  }
  told.seconds = (performance.now() - began) / 1000;
  await Promise.all(under);
  await client.close();
  return told;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
