// The parts of the funds subgraph.

import { accessToldResolver } from '#platform/graph/access-told';
import type { SubgraphParts } from '#platform/graph/compile';
import { operationLogResolver } from '#platform/graph/operation-log';
import { regionTreeResolver } from '#platform/graph/region-tree';
import { todoResolver } from '#platform/graph/todo/todo-resolver';
import { Allotment, AllotmentLine } from './allotment/allotment.entity';
import { AllotmentLineResolver, AllotmentResolver } from './allotment/allotment.resolver';
import { booksParts } from './books-parts';
import { charityParts } from './charity-parts';
import { clearingParts } from './clearing-parts';
import { Disbursement } from './disbursement/disbursement.entity';
import { disbursementById } from './disbursement/disbursement.loader';
import { DisbursementResolver } from './disbursement/disbursement.resolver';
import { DisbursementFieldsResolver, DisbursementLineResolver } from './disbursement/disbursement-fields.resolver';
import { DisbursementLine } from './disbursement/disbursement-line.entity';
import { ExecutionFactsResolver } from './disbursement/execution-facts.resolver';
import { HouseholdPaymentsResolver } from './disbursement/household-payments.resolver';
import { JobFactsResolver } from './disbursement/job-facts.resolver';
import { QuestionedPaymentsResolver } from './disbursement/questioned-payments.resolver';
import { RegionFundsResolver } from './disbursement/region-funds.resolver';
import { disbursementParts } from './disbursement-parts';
import { donorParts } from './donor-parts';
import { Household, householdOf } from './foreign/household';
import { Person } from './foreign/person';
import { QuestionedPayments, questionedPaymentsOf } from './foreign/questioned-payments';
import { Region, regionOf } from './foreign/region';
import { Unit } from './foreign/unit';
import { FundReport } from './fund-report/fund-report.entity';
import { FundReportResolver, RegionFundReportsResolver } from './fund-report/fund-report.resolver';
import { fundReportRefusals } from './fund-report/fund-report-refusals.rules';
import { ReportExemption } from './fund-report/report-exemption.entity';
import { ReportExemptionResolver } from './fund-report/report-exemption.resolver';
import {
  RegionReportObligationsResolver,
  ReportObligationFactsResolver,
  ReportObligationResolver,
  ReportObligationsResolver,
} from './fund-report/report-obligation.resolver';
import { fundsPacks } from './funds-packs';
import { fundsTodo } from './funds-todo';
import { Journal, Posting } from './ledger/journal.entity';
import { JournalResolver, PostingResolver } from './ledger/journal.resolver';
import { RegionBalanceResolver } from './ledger/region-balance.resolver';
import { medicalParts } from './medical-parts';
import { foundLedger } from './migrations/1700000000301-found-ledger';
import { ledgerFunctions } from './migrations/1700000000302-ledger-functions';
import { foundDisbursement } from './migrations/1700000000303-found-disbursement';
import { disbursementFunctions } from './migrations/1700000000304-disbursement-functions';
import { fundReports } from './migrations/1700000000320-fund-reports';
import { principalInLog } from './migrations/1700000000330-principal-in-log';
import { addRowReach } from './migrations/1700000000331-row-reach';
import { addRegionMoves } from './migrations/1700000000340-region-moves';
import { addBalancesOnADay } from './migrations/1700000000341-balances-on-a-day';
import { villagePayments } from './migrations/1700000000370-village-payments';
import { addFundsPacks } from './migrations/1700000000380-funds-packs';
import { payersSucceed } from './migrations/1700000000390-payers-succeed';
import { addStandingPacks } from './migrations/1700000000396-standing-packs';
import { addBalancesOfLot } from './migrations/1700000000397-balances-of-a-lot';
import { monitoringParts } from './monitoring-parts';
import { noticeParts } from './notice-parts';
import { cardBatchById } from './one-card/one-card.loader';
import { oneCardParts } from './one-card-parts';
import { permissions } from './permissions';
import { projectParts } from './project-parts';
import { refusals } from './refusals';
import { reimbursementParts } from './reimbursement-parts';
import { sealEveryDay } from './seal/seal-days';
import { sealParts } from './seal-parts';
import { simulationParts } from './simulation-parts';
import { traceParts } from './trace-parts';

export const funds: SubgraphParts = {
  name: 'funds',
  resolvers: [
    AllotmentResolver,
    AllotmentLineResolver,
    JournalResolver,
    PostingResolver,
    DisbursementResolver,
    DisbursementFieldsResolver,
    DisbursementLineResolver,
    HouseholdPaymentsResolver,
    QuestionedPaymentsResolver,
    RegionFundsResolver,
    ExecutionFactsResolver,
    JobFactsResolver,
    RegionBalanceResolver,
    FundReportResolver,
    RegionFundReportsResolver,
    RegionReportObligationsResolver,
    ReportObligationsResolver,
    ReportObligationResolver,
    ReportObligationFactsResolver,
    ReportExemptionResolver,
    ...projectParts.resolvers,
    ...oneCardParts.resolvers,
    ...noticeParts.resolvers,
    ...medicalParts.resolvers,
    ...clearingParts.resolvers,
    ...booksParts.resolvers,
    ...disbursementParts.resolvers,
    ...sealParts.resolvers,
    ...reimbursementParts.resolvers,
    ...simulationParts.resolvers,
    ...monitoringParts.resolvers,
    ...charityParts.resolvers,
    ...donorParts.resolvers,
    ...traceParts.resolvers,
    ...fundsPacks.resolvers,
    todoResolver('funds', { sources: fundsTodo, permissions }),
    operationLogResolver('funds'),
    regionTreeResolver('funds'),
    accessToldResolver('funds'),
  ],
  types: [Region, Household, QuestionedPayments, Person, Unit],
  references: {
    Region: (id) => Promise.resolve(regionOf(id)),
    Household: (id) => Promise.resolve(householdOf(id)),
    QuestionedPayments: (id) => Promise.resolve(questionedPaymentsOf(id)),
    ...monitoringParts.references,
    ...noticeParts.references,
    ...projectParts.references,
    Disbursement: (id, context) => disbursementById.load(context, id),
    CardBatch: (id, context) => cardBatchById.load(context, id),
  },
  entities: [
    Allotment,
    AllotmentLine,
    Journal,
    Posting,
    Disbursement,
    DisbursementLine,
    ...medicalParts.entities,
    ...clearingParts.entities,
    FundReport,
    ReportExemption,
    ...projectParts.entities,
    ...oneCardParts.entities,
    ...noticeParts.entities,
    ...booksParts.entities,
    ...disbursementParts.entities,
    ...sealParts.entities,
    ...reimbursementParts.entities,
    ...simulationParts.entities,
    ...charityParts.entities,
    ...fundsPacks.entities,
  ],
  migrations: [
    ...[foundLedger, ledgerFunctions, foundDisbursement, disbursementFunctions, fundReports, addFundsPacks],
    ...[villagePayments, addRegionMoves, principalInLog, addBalancesOnADay, addRowReach, payersSucceed],
    ...[addStandingPacks, addBalancesOfLot],
    ...projectParts.migrations,
    ...oneCardParts.migrations,
    ...noticeParts.migrations,
    ...medicalParts.migrations,
    ...clearingParts.migrations,
    ...booksParts.migrations,
    ...disbursementParts.migrations,
    ...sealParts.migrations,
    ...reimbursementParts.migrations,
    ...simulationParts.migrations,
    ...monitoringParts.migrations,
    ...donorParts.migrations,
    ...charityParts.migrations,
    ...traceParts.migrations,
  ],
  permissions,
  refusals: {
    ...refusals,
    ...fundReportRefusals,
    ...projectParts.refusals,
    ...oneCardParts.refusals,
    ...noticeParts.refusals,
    ...sealParts.refusals,
    ...booksParts.refusals,
    ...medicalParts.refusals,
    ...clearingParts.refusals,
    ...disbursementParts.refusals,
    ...reimbursementParts.refusals,
    ...simulationParts.refusals,
    ...monitoringParts.refusals,
    ...charityParts.refusals,
    ...donorParts.refusals,
  },
  files: {
    ...projectParts.files,
    ...oneCardParts.files,
    ...booksParts.files,
    ...medicalParts.files,
    ...clearingParts.files,
    ...sealParts.files,
    ...charityParts.files,
    ...traceParts.files,
  },
  errand: sealEveryDay,
  uploads: { ...oneCardParts.uploads, ...booksParts.uploads, ...medicalParts.uploads },
};
