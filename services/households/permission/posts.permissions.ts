// Who is who at households (职务组): groups of posts that more than one part of the table names.
import { officer, regionPosts, service } from '#platform/access/rules';

/** Officials of a region, and helpers for their own households: they see the people behind the figures. */
export const caring = officer(...regionPosts, 'helper');
export const caringOrAuditor = officer(...regionPosts, 'helper', 'auditor');
/** Whoever may see single households at all, of those that lie in the own scope. */
export const householdReaders = officer(...regionPosts, 'helper', 'auditor', 'unit-liaison');
export const sumReaders = officer(...regionPosts, 'helper', 'auditor', 'unit-liaison', 'observer');
/** Who is exempt is decided above the village. */
export const exempting = officer('town-officer', 'district-officer', 'zone-officer');
/** Goods and lists of dibao are kept in offices; a helper reads what went to paired households. */
export const keepers = officer(...regionPosts, 'auditor');
export const askedByFunds = service('funds');
export const proposing = officer(
  'village-clerk',
  'town-officer',
  'first-secretary',
  'district-officer',
  'zone-officer',
  'office-officer',
  'inspector',
);
