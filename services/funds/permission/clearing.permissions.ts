// Who may ask what of medical money between payers and hospitals (医疗清算): the two sides, and those who oversee the city's money.
import type { PolicyTable } from '#platform/access/policy';
import { signedIn } from '#platform/access/rules';

export const clearingPermissions: PolicyTable = {
  ClaimPosting: { '*': signedIn, amount: signedIn },
};
