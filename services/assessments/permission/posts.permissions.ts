// Who is who at assessments (职务组): groups of posts that more than one part of the table names.
import { anyOf, officer, regionPosts } from '#platform/access/rules';

export const businessReaders = officer(...regionPosts, 'auditor');
export const taskReaders = anyOf(businessReaders, officer('unit-liaison'));
export const sumReaders = anyOf(businessReaders, officer('observer'));
/** The officer of the region that a light is about. */
export const litOfficer = anyOf(
  officer('town-officer').at('town'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);
export const owners = anyOf(officer('unit-liaison'), litOfficer);
export const cityOffice = officer('office-director', 'office-officer', 'assessor', 'inspector', 'auditor').at('city');
export const assessor = officer('assessor').at('city');
export const director = officer('office-director').at('city');
export const inspector = officer('inspector');
/** Persons behind a published light are named to officials, not to the public. */
export const officials = anyOf(businessReaders, officer('unit-liaison', 'reviewer', 'helper', 'observer'));
