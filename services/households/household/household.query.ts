// Hot reads of the register (贫困户列表), by hand: a page in the order of an index for every kind of scope, however deep it lies.
import { TODAY } from '#platform/database/today';
import type { PathRange } from '#platform/vocabulary/region';

export interface HouseholdFilter {
  /** the subtree asked for, inside the caller's own */
  range?: PathRange | null;
  state?: string | null;
  type?: string | null;
  mainCause?: string | null;
  helperId?: string | null;
  visitedBefore?: string | null;
}

export type HouseholdOrder = 'number' | 'region';

export interface Statement {
  sql: string;
  parameters: unknown[];
}

export const householdColumns = `h.id, h.number, h.region_id as "regionId", h.path, h.standard, h.type, h.main_cause as "mainCause",
  h.other_causes as "otherCauses", h.address, h.phone_tail as "phoneTail", h.bank_name as "bankName", h.bank_card_tail as "bankCardTail",
  h.registered_on as "registeredOn", h.head_member_id as "headMemberId", h.state, h.state_year as "stateYear"`;

/** Of the rows of a list: what nearly every list shows. */
export const narrowColumns = `h.id, h.number, h.region_id as "regionId", h.path, h.type, h.main_cause as "mainCause",
  h.registered_on as "registeredOn", h.state, h.state_year as "stateYear"`;

/**
 * Both orders begin with the path, because a page by number alone would have to walk past every row of other regions.
 * `after`: path and the second key of the last row seen.
 */
export function householdsPage(
  filter: HouseholdFilter,
  order: HouseholdOrder,
  after: readonly string[] | null,
  size: number,
  columns = householdColumns,
): Statement {
  const { conditions, parameters } = conditionsOf(filter, LAST_VISIT);
  const second = order === 'number' ? 'number' : 'id';
  if (after) {
    conditions.push(`(h.path, h.${second}) > ($${parameters.length + 1}, $${parameters.length + 2})`);
    parameters.push(...after);
  }
  parameters.push(size + 1);
  const sql = `select ${columns} from households.household h ${where(conditions)}
    order by h.path, h.${second} limit $${parameters.length}`;
  return { sql, parameters };
}

export function householdsCount(filter: HouseholdFilter): Statement {
  const { conditions, parameters } = conditionsOf(filter, NO_VISIT);
  return { sql: `select count(*)::int as count from households.household h ${where(conditions)}`, parameters };
}

/**
 * A page looks at the last visit of one household after the other: joined to visits, of which the policy's bounds are unknown to
 * the planner, it read those of a whole city for each of them (0.8 s instead of 4 ms in a province). A count joins all of them.
 */
const LAST_VISIT = (place: string) =>
  `coalesce((select v.visited_on from households.visit v where v.household_id = h.id order by v.visited_on desc limit 1), '-infinity') < ${place}::date`;
const NO_VISIT = (place: string) =>
  `not exists (select 1 from households.visit v where v.household_id = h.id and v.visited_on >= ${place}::date)`;

/** Only the conditions that are asked for, so that a prepared statement is planned for them. */
function conditionsOf(
  filter: HouseholdFilter,
  notVisitedSince: (place: string) => string,
): { conditions: string[]; parameters: unknown[] } {
  const conditions: string[] = [];
  const parameters: unknown[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined || value === null) return;
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  add(filter.range?.lo, (place) => `h.path >= ${place}`);
  add(filter.range?.hi, (place) => `h.path < ${place}`);
  add(filter.state, (place) => `h.state = ${place}`);
  add(filter.type, (place) => `h.type = ${place}`);
  add(filter.mainCause, (place) => `h.main_cause = ${place}`);
  add(
    filter.helperId,
    (place) => `h.id in (select p.household_id from households.pairing p where p.helper_id = ${place}::uuid
      and p.valid_from <= ${TODAY} and (p.valid_to is null or p.valid_to > ${TODAY}))`,
  );
  add(filter.visitedBefore, notVisitedSince);
  return { conditions, parameters };
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}
