// Gets the household that a deed is done to: absent and hidden are refused alike.
import type { WriteRows } from '#platform/database/in-scope';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Household } from './household.entity';

export const noHousehold = () => commonRefusals.notFound({ what: '贫困户 household' });

export async function getHousehold({ manager }: WriteRows, id: string): Promise<Household> {
  const household = isId(id) ? await manager.findOneBy(Household, { id }) : null;
  if (!household) throw noHousehold();
  return household;
}
