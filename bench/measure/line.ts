// A plain connection to a server that is measured: it costs the load a fraction of what an HTTP client does.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Answer, AnswerReader } from './answer-reader';

/** A connection with one question on its way at a time. */
export class Line {
  private settle: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  constructor(private readonly socket: Socket) {
    const reader = new AnswerReader((answer) => this.settle?.resolve(answer));
    socket.setNoDelay(true);
    socket.on('data', (piece) => reader.feed(piece));
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error('the connection was closed before the answer')));
  }

  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }
}

export async function openLine({ hostname, port }: URL): Promise<Line> {
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return new Line(socket);
}
