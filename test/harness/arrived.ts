// A question under a region tree that is still arriving: whoever is told SCOPE_MOVING comes again, as a client does.
import type { Answer, GraphClient } from './client';

export async function arrived(client: GraphClient, query: string, variables = {}): Promise<Answer<any>> {
  for (let attempt = 0; ; attempt++) {
    const answer = await client.ask<any>(query, variables);
    const moving = answer.errors.some(({ extensions }) => extensions.code === 'SCOPE_MOVING');
    if (!moving || attempt > 300) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
