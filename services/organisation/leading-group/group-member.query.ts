// The units that sit in a leading group on a day (成员单位): each once, however many of its posts sit there.
import type { Rows } from '#platform/database/in-scope';

export async function memberUnitsOn(rows: Rows, groupId: string, day: string): Promise<string[]> {
  const found = await rows.query<{ unitId: string }>(
    `select distinct m.unit_id as "unitId" from organisation.group_member m
     where m.group_id = $1 and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to > $2::date) order by 1`,
    [groupId, day],
  );
  return found.map(({ unitId }) => unitId);
}
