// Whether the database has room for all pools: every gateway and every subgraph opens as many connections as POOL_SIZE says.
import { subgraphNames } from '#platform/database/roles';
import { withClient } from '#platform/database/with-client';

const DEFAULT_POOL = 10;
/** The migrator, an administrator, and what PostgreSQL keeps for itself. */
const OTHERS = 10;

/** What to do when there is none, or null. */
export async function connectionAdvice(
  url: string,
  workers: number,
  poolSize = Number(process.env.POOL_SIZE || DEFAULT_POOL),
): Promise<string | null> {
  const most = await withClient(url, async (client) => {
    const { rows } = await client.query<{ most: string }>(`select current_setting('max_connections') as most`);
    return Number(rows[0]?.most);
  });
  const wanted = (subgraphNames.length + workers) * poolSize + OTHERS;
  if (wanted <= most) return null;
  const pool = Math.max(1, Math.floor((most - OTHERS) / (subgraphNames.length + workers)));
  return (
    `连接数不足：约需 ${wanted}，数据库至多 ${most}；请设 POOL_SIZE=${pool} 或减少 --workers · ` +
    `about ${wanted} connections are wanted and the database has ${most}: set POOL_SIZE=${pool}, or take fewer --workers`
  );
}
