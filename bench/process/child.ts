// The runner's half of the talk: one process of its own for each side and for the load, so that its CPU time is its own.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { isShuttingDown, onShutdown } from '#platform/process/shutdown';
import type { Asked, Told } from './parent';

interface Waiting {
  resolve(told: unknown): void;
  reject(error: Error): void;
}

export class Child {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** `file` is a built one under `dist`; the environment says no more than that this is production. */
  constructor(
    readonly name: string,
    file: string,
  ) {
    const { PATH, HOME } = process.env;
    const child = fork(join(projectRoot, 'dist', file), [], {
      cwd: projectRoot,
      env: { PATH, HOME, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' },
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
