// The log stream (日志) of a world, turned up and kept for reading: import it before the world, which makes its log on loading.
import fs from 'node:fs';

process.env.TEST_LOG = 'debug';

/** Everything written to the standard output's descriptor since this file was loaded. */
export const written: string[] = [];

const { writeSync } = fs;

fs.writeSync = ((fd: number, data: string | Buffer, ...rest: never[]) => {
  if (fd !== 1) return (writeSync as (...all: unknown[]) => number)(fd, data, ...rest);
  written.push(data.toString());
  return Buffer.byteLength(data);
}) as typeof fs.writeSync;
