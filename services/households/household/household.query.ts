// Hot reads of the register (贫困户列表), by hand: a page in the order of an index for every kind of scope, however deep it lies.
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

export const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;

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
  const { conditions, parameters } = conditionsOf(filter);
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
  const { conditions, parameters } = conditionsOf(filter);
  return { sql: `select count(*)::int as count from households.household h ${where(conditions)}`, parameters };
}

/** Only the conditions that are asked for, so that a prepared statement is planned for them. */
function conditionsOf(filter: HouseholdFilter): { conditions: string[]; parameters: unknown[] } {
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
  add(
    filter.visitedBefore,
    (place) =>
      `not exists (select 1 from households.visit v where v.household_id = h.id and v.visited_on >= ${place}::date)`,
  );
  return { conditions, parameters };
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}
