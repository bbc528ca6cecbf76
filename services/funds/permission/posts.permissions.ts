// Who is who at funds (职务组): groups of posts that more than one part of the table names.
import { anyOf, officer, regionPosts } from '#platform/access/rules';

/** 各级办事人员: those who work with the region's own households and money. */
export const offices = officer(...regionPosts);
export const readers = anyOf(offices, officer('auditor'));
export const sums = anyOf(readers, officer('observer'));
export const ofHousehold = anyOf(readers, officer('helper'));
export const hospital = officer('hospital-clerk');
export const finance = officer('finance-officer').at('city');
export const director = officer('office-director').at('city');
export const packMakers = officer('office-officer').at('city');
export const packApprovers = officer('finance-officer', 'office-director').at('city');
