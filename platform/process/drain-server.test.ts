// A server that drains finishes what runs, still answers on open connections and closes them, and takes no new one.
import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Drain } from './drain-server';

async function opened(delayMs: number): Promise<{ server: Server; drain: Drain; port: number }> {
  const server = createServer((_request, response) => setTimeout(() => response.end('done'), delayMs));
  const drain = new Drain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, drain, port: (server.address() as AddressInfo).port };
}

function ask(port: number, agent: Agent): Promise<{ text: string; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', agent }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => {
        text += part;
      });
      response.on('end', () => resolve({ text, connection: response.headers.connection }));
    });
    asked.once('error', reject);
    asked.end();
  });
}

test('what runs is finished, and its connection is not kept alive', async () => {
  const { drain, port } = await opened(150);
  const agent = new Agent({ keepAlive: true });
  const running = ask(port, agent);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const drained = drain.run({ graceMs: 2000, limitMs: 5000 });
  expect(await running).toEqual({ text: 'done', connection: 'close' });
  await drained;
  expect(drain.hasBegun).toBe(true);
});

test('a request on a connection that lay idle is answered within the grace, with connection: close; a new one is refused', async () => {
  const { drain, port } = await opened(0);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await ask(port, agent)).toEqual({ text: 'done', connection: 'keep-alive' });
  const drained = drain.run({ graceMs: 5000, limitMs: 10_000 });
  await expect(ask(port, new Agent())).rejects.toThrow('ECONNREFUSED');
  expect(await ask(port, agent)).toEqual({ text: 'done', connection: 'close' });
  await drained;
});

test('idle connections are closed after the grace, and what never ends at the limit', async () => {
  const { drain, port } = await opened(60_000);
  const agent = new Agent({ keepAlive: true });
  const endless = ask(port, agent);
  endless.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await drain.run({ graceMs: 0, limitMs: 200 });
  await expect(endless).rejects.toThrow(/socket hang up|ECONNRESET/);
});

test('control: without the drain an idle connection is cut, and the request on it is lost', async () => {
  const { server, port } = await opened(0);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await ask(port, agent);
  server.close();
  await expect(ask(port, agent)).rejects.toThrow();
});
