// Drains an HTTP server (排空): it takes no new connection, finishes what runs, and closes the others without losing a request on its way.
import type { Server, ServerResponse } from 'node:http';
import net from 'node:net';

export interface DrainLimits {
  /** how long a connection that is kept alive may still bring a request, which is answered with `connection: close` */
  graceMs: number;
  /** after this a request that still runs is cut off */
  limitMs: number;
}

const LOOK_MS = 50;

export class Drain {
  private readonly open = new Set<ServerResponse>();
  private begun = false;

  /** To be made before the server listens. */
  constructor(private readonly server: Server) {
    server.prependListener('request', (_request, response: ServerResponse) => {
      if (this.begun) response.shouldKeepAlive = false;
      this.open.add(response);
      response.once('close', () => this.open.delete(response));
    });
  }

  get hasBegun(): boolean {
    return this.begun;
  }

  /** Ends when the last connection is closed. */
  async run({ graceMs, limitMs }: DrainLimits): Promise<void> {
    const { server } = this;
    this.begun = true;
    if (!server.listening) return;
    for (const response of this.open) response.shouldKeepAlive = false;
    const closed = new Promise<void>((resolve) => server.once('close', () => resolve()));
    // The close of a plain socket server: that of HTTP cuts kept-alive connections at once, also one on which a request is coming.
    net.Server.prototype.close.call(server);
    const from = performance.now();
    const look = () => {
      const passed = performance.now() - from;
      if (passed >= graceMs) server.closeIdleConnections();
      if (passed >= limitMs) server.closeAllConnections();
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    await closed;
    clearInterval(timer);
  }
}
