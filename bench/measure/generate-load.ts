// The load, in a process of its own: as many closed loops as connections, each sending its next question as soon as the last was answered.
import { Client } from 'undici';
import { answerParent } from '../process/parent';

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

function shoot(client: Client, { path, body }: Shot, token: string): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let bytes = 0;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    client.dispatch(
      { path, method: 'POST', headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart(_controller, code) {
          status = code;
        },
        onResponseData(_controller, chunk) {
          bytes += chunk.length;
        },
        onResponseEnd: () => resolve({ status, bytes }),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

async function load({ origin, shots, tokens, connections, milliseconds, from }: Load): Promise<Measured> {
  const clients = Array.from({ length: connections }, () => new Client(origin, { pipelining: 1 }));
  const latencies: number[] = [];
  let next = from;
  let wrong = 0;
  let example: string | undefined;
  const began = performance.now();
  const loop = async (client: Client) => {
    while (performance.now() - began < milliseconds) {
      const shot = shots[next++ % shots.length] as Shot;
      const sent = performance.now();
      const { status, bytes } = await shoot(client, shot, tokens[shot.token] as string);
      latencies.push(performance.now() - sent);
      if (status === 200 && bytes === shot.bytes) continue;
      wrong++;
      example ??= `HTTP ${status}, ${bytes} B ≠ ${shot.bytes} B: ${shot.body.slice(0, 1000)}`;
    }
  };
  await Promise.all(clients.map(loop));
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(clients.map((client) => client.close()));
  return { requests: latencies.length, seconds, latencies, wrong, example };
}

answerParent({ load });
