// Who may ask funds for what, a table a part.
import { policy, tableOf } from '#platform/access/policy';
import { bookPermissions } from './permission/book.permissions';
import { cardPermissions } from './permission/card.permissions';
import { charityFundPermissions } from './permission/charity-fund.permissions';
import { clearingPermissions } from './permission/clearing.permissions';
import { disbursementPermissions } from './permission/disbursement.permissions';
import { donorPermissions } from './permission/donor.permissions';
import { fundReportPermissions } from './permission/fund-report.permissions';
import { medicalPermissions } from './permission/medical.permissions';
import { monitoringPermissions } from './permission/monitoring.permissions';
import { noticePermissions } from './permission/notice.permissions';
import { projectPermissions } from './permission/project.permissions';
import { servicePermissions } from './permission/service.permissions';
import { simulationPermissions } from './permission/simulation.permissions';
import { spendingPlanPermissions } from './permission/spending-plan.permissions';
import { tracePermissions } from './permission/trace.permissions';

export const permissions = policy(
  tableOf(
    bookPermissions,
    cardPermissions,
    charityFundPermissions,
    clearingPermissions,
    disbursementPermissions,
    donorPermissions,
    fundReportPermissions,
    medicalPermissions,
    monitoringPermissions,
    noticePermissions,
    projectPermissions,
    servicePermissions,
    simulationPermissions,
    spendingPlanPermissions,
    tracePermissions,
  ),
);
