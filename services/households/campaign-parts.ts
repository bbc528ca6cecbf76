// The parts of households that campaigns of visits are made of: planned within a turn, assigned, followed by the visits themselves.

import { Campaign } from './campaign/campaign.entity';
import { CampaignResolver, CampaignTargetResolver, RegionCampaignResolver } from './campaign/campaign.resolver';
import { campaignRefusals } from './campaign/campaign-refusals.rules';
import { campaigns } from './migrations/1700000000243-campaigns';

export const campaignParts = {
  resolvers: [CampaignResolver, CampaignTargetResolver, RegionCampaignResolver],
  entities: [Campaign],
  migrations: [campaigns],
  refusals: campaignRefusals,
};
