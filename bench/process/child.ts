// The runner's half of the talk: one process of its own for each side and for the load, so that its CPU time is its own.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { isShuttingDown, onShutdown } from '#platform/process/shutdown';
import type { Asked, Told } from './parent';

/** No peer has a time limit: on a machine that is slow for a moment ours is not to turn an answer into a refusal. */
const SUBGRAPH_TIMEOUT_MS = '20000';

interface Waiting {
  resolve(told: unknown): void;
  reject(error: Error): void;
}

export class Child {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** `file` is a built one under `dist`, told its name; the environment says no more than that this is production. */
  constructor(
    readonly name: string,
    file: string,
  ) {
    const { PATH, HOME } = process.env;
    const child = fork(join(projectRoot, 'dist', file), [name], {
      cwd: projectRoot,
      // Peers get what our own process gets.
      env: { PATH, HOME, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', SUBGRAPH_TIMEOUT_MS },
      // Nothing but the table is on the standard output, and a group of its own keeps Ctrl-C for the runner.
      stdio: ['ignore', 2, 2, 'ipc'],
      detached: true,
    });
    this.process = child;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.on('message', (message) => this.settle(message as Told));
    child.once('exit', (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`${name} ended (${code})`));
      if (!isShuttingDown() && !this.isEnding)
        process.stderr.write(`${name}: 意外退出 · ended unexpectedly (${code})\n`);
    });
    this.end = async () => {
      this.isEnding = true;
      if (child.connected) child.disconnect();
      await ended;
    };
    onShutdown(name, this.end);
  }

  /** Ends it in good order before the runner itself ends. */
  readonly end: () => Promise<void>;
  private isEnding = false;

  private readonly process: ChildProcess;

  get pid(): number {
    return this.process.pid ?? 0;
  }

  ask<T>(verb: string, given: unknown = null): Promise<T> {
    const id = ++this.last;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (told: unknown) => void, reject });
      this.process.send({ id, verb, given } satisfies Asked, (error) => error && reject(error));
    });
  }

  private settle({ id, told, failed }: Told): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (failed === undefined) waiting?.resolve(told);
    else waiting?.reject(new Error(`${this.name}: ${failed}`));
  }
}
