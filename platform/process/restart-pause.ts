// How long to wait before a process that ended is started again: not at all after a long life, longer and longer after short ones.

const LONG_LIFE_MS = 10_000;
const FIRST_MS = 500;
const LONGEST_MS = 30_000;

export class RestartPause {
  private short = 0;

  /** `livedMs`: of the one that ended. */
  after(livedMs: number): number {
    if (livedMs >= LONG_LIFE_MS) {
      this.short = 0;
      return 0;
    }
    return Math.min(FIRST_MS * 2 ** this.short++, LONGEST_MS);
  }
}
