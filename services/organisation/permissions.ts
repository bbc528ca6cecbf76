// Who may ask organisation for what, a table a part.
import { policy, tableOf } from '#platform/access/policy';
import { accountPermissions } from './permission/account.permissions';
import { letterPermissions } from './permission/letter.permissions';
import { meetingPermissions } from './permission/meeting.permissions';
import { regionPermissions } from './permission/region.permissions';
import { servicePermissions } from './permission/service.permissions';

export const permissions = policy(
  tableOf(accountPermissions, letterPermissions, meetingPermissions, regionPermissions, servicePermissions),
);
