// Who may ask assessments for what, a table a part.
import { policy, tableOf } from '#platform/access/policy';
import { findingPermissions } from './permission/finding.permissions';
import { inspectionPermissions } from './permission/inspection.permissions';
import { lightPermissions } from './permission/light.permissions';
import { officePermissions } from './permission/office.permissions';
import { servicePermissions } from './permission/service.permissions';
import { taskPermissions } from './permission/task.permissions';

export const permissions = policy(
  tableOf(
    findingPermissions,
    inspectionPermissions,
    lightPermissions,
    officePermissions,
    servicePermissions,
    taskPermissions,
  ),
);
