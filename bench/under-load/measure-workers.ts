// One gateway behind the port and two of them, over the same subgraphs as services: requests a second, interleaved.
import { closedLoops, percentile } from './offer-requests';
import type { Stage } from './open-stage';

const ROUNDS = 3;
const LOOPS = 16;
const SECONDS = 4;

export async function measureWorkers({ open, say }: Stage): Promise<object> {
  const sides = [
    { workers: 1, ...(await open({ env: {}, workers: 1 })), rates: [] as number[] },
    { workers: 2, ...(await open({ env: {}, workers: 2 })), rates: [] as number[] },
  ];
  for (const { url, shots } of sides) await closedLoops(url, shots, LOOPS, 3);
  for (let round = 0; round < ROUNDS; round++)
    for (const side of round % 2 ? [...sides].reverse() : sides) {
      const { good, seconds } = await closedLoops(side.url, side.shots, LOOPS, SECONDS);
      side.rates.push(good.length / seconds);
    }
  const rates = sides.map(({ workers, rates: all }) => {
    const rate = percentile(all, 0.5);
    say(`  ${workers} 网关 gateway(s): ${rate.toFixed(0)}/s`);
    return rate;
  });
  const ratio = Number(((rates[1] ?? 0) / (rates[0] ?? 1)).toFixed(2));
  say(`  2 ÷ 1 = ${ratio}`);
  for (const { close } of sides) await close();
  return { rates: rates.map(Math.round), ratio };
}
