// The parts of funds that medical money between payers and hospitals is made of: its own book, monthly clearing, and what is printed of it.
import { ClaimPosting } from './clearing/claim-posting.entity';
import { ClaimPostingResolver, SettlementClaimsResolver } from './clearing/settlement-claims.resolver';
import { claimJournal } from './migrations/1700000000500-claim-journal';

export const clearingParts = {
  resolvers: [SettlementClaimsResolver, ClaimPostingResolver],
  entities: [ClaimPosting],
  migrations: [claimJournal],
  refusals: {},
};
