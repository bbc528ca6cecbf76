// Watches the supergraph's file and tells of its new text, once it has come to rest; SIGHUP asks for it at once.
import { readFile, stat } from 'node:fs/promises';

export interface WatchSettings {
  file: string;
  changed(supergraphSdl: string): Promise<unknown>;
  failed(error: Error): void;
  everyMs?: number;
  /** the end of a terminal is no wish for a new graph: only a process without one listens */
  onHangup?: boolean;
}

const EVERY_MS = 500;

/** Polled: renames, links of mounted configuration and network drives all show, which they do not to a watcher. Answers how to stop. */
export function watchSupergraph({ file, changed, failed, everyMs = EVERY_MS, onHangup = false }: WatchSettings) {
  const mark = async () => {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  };
  let taken: string | null = null;
  let seen: string | null = null;
  let busy = false;
  const read = async () => changed(await readFile(file, 'utf8'));
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      const now = await mark();
      taken ??= now;
      // Twice the same: whoever writes it has finished.
      if (now !== taken && now === seen) {
        taken = now;
        await read();
      }
      seen = now;
    } catch (error) {
      // A file that is being replaced is away for a moment; one that stays away is told once.
      if (seen !== null) failed(error as Error);
      seen = null;
    } finally {
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), everyMs).unref();
  const hangup = () => void read().catch(failed);
  if (onHangup) process.on('SIGHUP', hangup);
  return () => {
    clearInterval(timer);
    process.off('SIGHUP', hangup);
  };
}
