// Offers requests in two ways: closed loops that wait for each answer, and an open loop that sends at a rate whatever becomes of them.
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { type Line, openLine } from '../measure/line';

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
  /** of closed loops: how long the good answer of each question was */
  lengths?: ReadonlyMap<Shot, number>;
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

  /** how long the good answer of each question was */
  readonly lengths = new Map<Shot, number>();

  async send(shot: Shot, into: Offered): Promise<void> {
    const { body, token } = shot;
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
      if (answer.statusCode === 200 && !text.includes('"errors":')) {
        into.good.push(ms);
        this.lengths.set(shot, Buffer.byteLength(text));
      } else if (answer.statusCode === 503) into.refused.push(ms);
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
  told.lengths = client.lengths;
  await client.close();
  return told;
}

/** What can be under way at a time; what is due beyond that is not sent, and counts as failed. */
const LINES = 512;

/**
 * Sends at a rate, whatever becomes of what was sent. A good answer has the length that the same question had in calm times (`lengths`);
 * a connection that is refused or closed is opened anew.
 */
export async function openLoop(
  url: string,
  shots: readonly Shot[],
  perSecond: number,
  seconds: number,
  lengths: ReadonlyMap<Shot, number>,
): Promise<Offered> {
  const target = new URL(url);
  const told = nothing();
  const free: Line[] = await Promise.all(Array.from({ length: LINES }, () => openLine(target)));
  const requests = shots.map((shot) => requestOf(shot, target));
  const under = new Set<Promise<void>>();
  const began = performance.now();

  const send = async (place: number, line: Line) => {
    const sent = performance.now();
    try {
      const { status, bytes } = await line.ask(requests[place] as string);
      const ms = performance.now() - sent;
      if (status === 503) told.refused.push(ms);
      else if (status === 200 && bytes === lengths.get(shots[place] as Shot)) told.good.push(ms);
      else told.failed++;
      free.push(line);
    } catch {
      told.failed++;
      line.close();
      const next = await openLine(target).catch(() => null);
      if (next) free.push(next);
    }
  };
  for (let sent = 0; performance.now() - began < seconds * 1000; await pause(2)) {
    const due = ((performance.now() - began) / 1000) * perSecond;
    for (; sent < due; sent++) {
      const line = free.pop();
      if (!line) told.failed++;
      else {
        const way = send(sent % shots.length, line).finally(() => under.delete(way));
        under.add(way);
      }
    }
  }
  told.seconds = (performance.now() - began) / 1000;
  await Promise.all(under);
  for (const line of free) line.close();
  return told;
}

function requestOf({ body, token }: Shot, { host, pathname }: URL): string {
  const text = String(body);
  return (
    `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n` +
    `content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
  );
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
