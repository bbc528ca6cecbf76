// The facts of a household and of a member as JSON, under the names of the graph: what changes are compared with, and what a past day begins from.
import { householdFacts, livingFacts, memberFacts } from './facts.rules';

const built = (alias: string, facts: Readonly<Record<string, string>>) =>
  `jsonb_build_object(${Object.entries(facts)
    .map(([field, column]) => `'${field}', ${alias}.${column}`)
    .join(', ')})`;

/** Of `households.household h left join households.living_conditions l`. */
export const factsOfHousehold = `(${built('h', householdFacts)} || ${built('l', livingFacts)} || jsonb_build_object('head', h.head_member_id))`;
export const HOUSEHOLD_WITH_LIVING =
  'households.household h left join households.living_conditions l on l.household_id = h.id';
export const factsOfMember = `(${built('m', memberFacts)} || jsonb_build_object('household', case when m.left_on is null then m.household_id end))`;
