// Who is who at organisation (职务组): groups of posts that more than one part of the table names.
import { anyOf, officer, regionPosts } from '#platform/access/rules';

export const logAuditor = officer('log-auditor');
/** Leading groups, meetings and resolutions: officials of the regions, the auditor, and liaisons for what concerns their unit. */
export const groupReaders = officer(...regionPosts, 'auditor', 'unit-liaison');
export const groupOffices = anyOf(
  officer('office-officer').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);
export const recorders = anyOf(groupOffices, officer('town-officer').at('town'));
export const planMakers = anyOf(recorders, officer('unit-liaison'));
