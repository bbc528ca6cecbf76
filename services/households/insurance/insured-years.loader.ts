// What the log of changes tells of the insurance of members (参保变更), batched, in the order in which it became known.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { FactChange } from '../change/fact-change.entity';

export const insuranceChangesOf = defineLoader<FactChange[]>(
  'changes of the insurance of a member',
  () => [],
  async (rows, ids) => {
    const tail = `where t.member_id = any($1::uuid[]) and t.field = 'insured' order by t.known_at, t.id`;
    return groupBy(await rows.select(FactChange, tail, [ids]), ({ memberId }) => memberId ?? '');
  },
);
