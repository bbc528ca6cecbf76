// Lights the towns for the quarter that W2 asks about, once: proposed by the assessor and confirmed by the director through the graph.
import { GraphClient } from '../../test/harness/client';
import { QUARTER } from '../workloads/w2-household-card';

export async function lightTowns(url: string): Promise<void> {
  const anybody = new GraphClient(url, null);
  const { lights } = await anybody.get<{ lights: unknown[] }>(`{ lights(quarter: "${QUARTER}") { id } }`);
  if (lights.length > 0) return;
  const assessor = await GraphClient.signIn(url, 'city-assessor');
  const { proposeLights } = await assessor.get<{ proposeLights: { id: string } }>(
    `mutation { proposeLights(quarter: "${QUARTER}", idempotencyKey: "bench-lights-${QUARTER}") { id } }`,
  );
  const director = await GraphClient.signIn(url, 'city-director');
  await director.get(`mutation($id: ID!) { confirmLights(quarter: "${QUARTER}", roundId: $id) { id } }`, {
    id: proposeLights.id,
  });
}
