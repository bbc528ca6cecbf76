// What the charity fund (扶贫基金) adds to funds: its founding, gifts, uses that the council approves, and the report of a year.
import { foundCharityFunds } from './migrations/1700000000530-found-charity-funds';
import { charityFunctions } from './migrations/1700000000531-charity-functions';
import { charityUses } from './migrations/1700000000532-charity-uses';
import { charityUseFunctions } from './migrations/1700000000533-charity-use-functions';

export const charityParts = {
  resolvers: [],
  entities: [],
  migrations: [foundCharityFunds, charityFunctions, charityUses, charityUseFunctions],
  refusals: {},
} as const;
