// Guarantee checks by id and by household, newest first.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { GuaranteeCheck } from './guarantee-check.entity';

export const guaranteeCheckById = defineLoader<GuaranteeCheck | null>(
  'guarantee check by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(GuaranteeCheck, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

const MOST = 50;

export const checksOfHousehold = defineLoader<GuaranteeCheck[]>(
  'guarantee checks of household',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(
      GuaranteeCheck,
      'where t.household_id = any ($1::uuid[]) order by t.household_id, t.checked_on desc, t.id desc',
      [ids],
    );
    const grouped = groupBy(found, ({ householdId }) => householdId);
    return new Map([...grouped].map(([id, each]) => [id, each.slice(0, MOST)]));
  },
);
