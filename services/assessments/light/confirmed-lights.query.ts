// The lights in force (有效亮灯) up to a quarter as they stood at a moment: of several that were confirmed, the last.
import type { Rows } from '#platform/database/in-scope';
import type { LightColour, PastLight } from './light.rules';

export interface ConfirmedLight {
  id: string;
  regionId: string;
  quarter: string;
  colour: LightColour;
}

export function confirmedLights(rows: Pick<Rows, 'query'>, quarter: string, at: Date): Promise<ConfirmedLight[]> {
  return rows.query<ConfirmedLight>(
    `select distinct on (region_id, quarter) id, region_id as "regionId", quarter, colour from assessments.light
     where status = 'confirmed' and quarter <= $1 and confirmed_at <= $2 order by region_id, quarter, confirmed_at desc`,
    [quarter, at],
  );
}

/** Regions of the past are named by the codes of now; one that is not scored any more keeps its id and lights nobody. */
export function pastOf(lights: readonly ConfirmedLight[], codes: ReadonlyMap<string, string>): PastLight[] {
  return lights.map(({ regionId, quarter, colour }) => ({
    regionCode: codes.get(regionId) ?? regionId,
    quarter,
    light: colour,
  }));
}
