// Who may ask where a gift went (捐赠去向): whoever shows the number and code of its receipt, signed in or not.
import type { PolicyTable } from '#platform/access/policy';
import { anyone } from '#platform/access/rules';

const money = { amount: anyone };

export const donorPermissions: PolicyTable = {
  Query: { giftPath: anyone },
  // Which region is meant is no secret: its name is organisation's to tell, to anybody.
  Region: { id: anyone },
  GiftPath: { '*': anyone, received: anyone, whole: anyone, unused: anyone, underWay: anyone, paid: anyone },
  GiftPathUse: { '*': anyone, ...money },
  GiftPathPlace: { '*': anyone, ...money },
  GiftPathTogether: { '*': anyone, ...money },
  GiftPathItem: { '*': anyone },
  GiftItemPlace: { '*': anyone },
  GiftItemTogether: { '*': anyone },
};
