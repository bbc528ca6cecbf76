// A promise that is waited for only so long; who comes late is not heard any more.
export async function within<T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  // Its failure after the limit must not end the process.
  work.catch(() => undefined);
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(late()), Math.max(ms, 0));
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
