// The log stream (日志) of the worlds of one file, turned up and kept for reading: to be turned up before the world is opened.
import fs from 'node:fs';
import { quietLog } from '../harness/cluster';

/** Everything written to the standard output's descriptor while the log was turned up. */
export const written: string[] = [];

const { writeSync } = fs;
const { level } = quietLog;

export function turnUpLog(): void {
  quietLog.level = 'debug';
  fs.writeSync = ((fd: number, data: string | Buffer, ...rest: never[]) => {
    if (fd !== 1) return (writeSync as (...all: unknown[]) => number)(fd, data, ...rest);
    written.push(data.toString());
    return Buffer.byteLength(data);
  }) as typeof fs.writeSync;
}

export function turnDownLog(): void {
  quietLog.level = level;
  fs.writeSync = writeSync;
}
