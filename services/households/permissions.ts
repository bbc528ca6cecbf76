// Who may ask households for what, a table a part; names of poor people are personal, and a line of business (条线) sees the fields of its line.
import { policy, tableOf } from '#platform/access/policy';
import { bankAccountPermissions } from './permission/bank-account.permissions';
import { checkPermissions } from './permission/check.permissions';
import { determinationPermissions } from './permission/determination.permissions';
import { helpPermissions } from './permission/help.permissions';
import { programmePermissions } from './permission/programme.permissions';
import { registerPermissions } from './permission/register.permissions';
import { servicePermissions } from './permission/service.permissions';
import { visitPermissions } from './permission/visit.permissions';

export const permissions = policy(
  tableOf(
    registerPermissions,
    bankAccountPermissions,
    visitPermissions,
    helpPermissions,
    determinationPermissions,
    programmePermissions,
    checkPermissions,
    servicePermissions,
  ),
);
