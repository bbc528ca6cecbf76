// The load, in a process of its own: as many closed loops as connections, each sending its next question as soon as the last was answered.
import { answerParent } from '../process/parent';
import { type Line, openLine } from './line';

export interface Shot {
  path: string;
  body: string;
  token: number;
  /** of the answer when it was compared: the cheap check of every answer inside the timed part */
  bytes: number;
}

export interface Load {
  origin: string;
  shots: readonly Shot[];
  tokens: readonly string[];
  connections: number;
  milliseconds: number;
  /** where among the shots to begin, the same for every side of a round */
  from: number;
}

export interface Measured {
  requests: number;
  seconds: number;
  latencies: number[];
  wrong: number;
  /** the first of them */
  example?: string;
}

/** All of a request but its token, made before the clock starts. */
function requestOf({ path, body }: Shot, { host }: URL): { head: string; tail: string } {
  const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nauthorization: Bearer `;
  return { head, tail: `\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}` };
}

async function load({ origin, shots, tokens, connections, milliseconds, from }: Load): Promise<Measured> {
  const url = new URL(origin);
  const requests = shots.map((shot) => requestOf(shot, url));
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(url)));
  const latencies: number[] = [];
  let next = from;
  let wrong = 0;
  let example: string | undefined;
  const began = performance.now();
  const loop = async (line: Line) => {
    while (performance.now() - began < milliseconds) {
      const place = next++ % shots.length;
      const shot = shots[place] as Shot;
      const { head, tail } = requests[place] as { head: string; tail: string };
      const sent = performance.now();
      const { status, bytes } = await line.ask(head + tokens[shot.token] + tail);
      latencies.push(performance.now() - sent);
      if (status === 200 && bytes === shot.bytes) continue;
      wrong++;
      example ??= `HTTP ${status}, ${bytes} B ≠ ${shot.bytes} B: ${shot.body.slice(0, 1000)}`;
    }
  };
  await Promise.all(lines.map(loop));
  const seconds = (performance.now() - began) / 1000;
  for (const line of lines) line.close();
  return { requests: latencies.length, seconds, latencies, wrong, example };
}

answerParent({ load });
