// A guesser learns nothing from the time that a wrong password takes.
import { passwordHasher } from './password-hasher';

async function medianOf(hash: string | null): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 7; at++) {
    const begun = performance.now();
    await passwordHasher.verify(hash, 'not the password');
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[3] ?? 0;
}

test('unknown, drawn and chosen passwords take about the same time', async () => {
  const chosen = await passwordHasher.hash('sorghum in the field');
  const drawn = await passwordHasher.hashDrawn('abcd-efgh-ijkm-npqr');
  await passwordHasher.verify(null, 'the first call makes the dummy');
  const full = await medianOf(chosen);
  for (const other of [await medianOf(null), await medianOf(drawn)]) {
    expect(other).toBeGreaterThan(full / 3);
    expect(other).toBeLessThan(full * 3);
  }
});

test('right passwords are known, wrong and endless ones are not', async () => {
  const hash = await passwordHasher.hash('精准扶贫到户到人不落一人');
  await expect(passwordHasher.verify(hash, '精准扶贫到户到人不落一人')).resolves.toBe(true);
  await expect(passwordHasher.verify(hash, '精准扶贫到户到人不落一')).resolves.toBe(false);
  await expect(passwordHasher.verify(null, 'anything')).resolves.toBe(false);
  const long = 'x'.repeat(1024);
  await expect(passwordHasher.verify(await passwordHasher.hash(long), `${long}y`)).resolves.toBe(false);
});
