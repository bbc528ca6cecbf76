// What the charity fund (扶贫基金) adds to funds: its founding, gifts, uses that the council approves, and the report of a year.
import { CharityFund } from './charity-fund/charity-fund.entity';
import { CharityFundResolver, FoundingStepResolver } from './charity-fund/charity-fund.resolver';
import { charityRefusals } from './charity-fund/charity-refusals.rules';
import { CouncilMember, FoundingStep } from './charity-fund/founding-step.entity';
import { CharityReport } from './charity-report/charity-report.entity';
import { CharityReportResolver, FundYearResolver } from './charity-report/charity-report.resolver';
import {
  CharityReportContentResolver,
  ReportedCharityUseResolver,
} from './charity-report/charity-report-parts.resolver';
import { charityReportFile } from './charity-report-file';
import { CharityUse, CharityUseSource } from './charity-use/charity-use.entity';
import { CharityUseResolver } from './charity-use/charity-use.resolver';
import {
  CharityPaymentResolver,
  CharityUseSourceResolver,
  CouncilResolutionResolver,
  CouncilVoteResolver,
} from './charity-use/charity-use-parts.resolver';
import { CharityPayment, CouncilResolution, CouncilVote } from './charity-use/council-resolution.entity';
import { Gift } from './gift/gift.entity';
import { GiftResolver } from './gift/gift.resolver';
import { GiftAuction } from './gift/gift-auction.entity';
import { GiftAuctionResolver, ItemAuctionsResolver } from './gift/gift-auction.resolver';
import { GiftItem } from './gift/gift-item.entity';
import { GiftHandsResolver, LotGiftResolver } from './gift/gift-places.resolver';
import { foundCharityFunds } from './migrations/1700000000530-found-charity-funds';
import { charityFunctions } from './migrations/1700000000531-charity-functions';
import { charityUses } from './migrations/1700000000532-charity-uses';
import { charityUseFunctions } from './migrations/1700000000533-charity-use-functions';
import { giftAuctionsAndReports } from './migrations/1700000000534-gift-auctions-and-reports';

export const charityParts = {
  resolvers: [
    CharityFundResolver,
    FoundingStepResolver,
    GiftResolver,
    GiftHandsResolver,
    LotGiftResolver,
    CharityUseResolver,
    CharityUseSourceResolver,
    CouncilResolutionResolver,
    CouncilVoteResolver,
    CharityPaymentResolver,
    GiftAuctionResolver,
    ItemAuctionsResolver,
    CharityReportResolver,
    CharityReportContentResolver,
    ReportedCharityUseResolver,
    FundYearResolver,
  ],
  entities: [
    ...[CharityFund, FoundingStep, CouncilMember, Gift, GiftItem, CharityUse, CharityUseSource],
    ...[CouncilResolution, CouncilVote, CharityPayment, GiftAuction, CharityReport],
  ],
  migrations: [foundCharityFunds, charityFunctions, charityUses, charityUseFunctions, giftAuctionsAndReports],
  files: { 'charity-report': charityReportFile },
  refusals: charityRefusals,
} as const;
