// Who may ask organisation for what.
import { policy } from '#platform/access/policy';
import { anyone } from '#platform/access/rules';

export const permissions = policy({
  Query: {
    region: anyone,
    regionByCode: anyone,
    regions: anyone,
  },
  Region: { '*': anyone },
  RegionConnection: { '*': anyone },
  RegionEdge: { '*': anyone },
  PageInfo: { '*': anyone },
});
