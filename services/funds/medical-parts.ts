// The parts of funds that one-stop settlement is made of: policies, encounters, settlements, repayments, and what a region sees of them.
import { medicalCatalogueKind } from './catalogue/medical-catalogue.rules';
import { catalogueParts } from './catalogue-parts';
import { DifferenceBatch, DifferenceLine } from './difference/difference-batch.entity';
import { DifferenceBatchResolver, DifferenceLineResolver } from './difference/difference-batch.resolver';
import { InsuranceTask } from './insurance-task/insurance-task.entity';
import { InsuranceTaskResolver } from './insurance-task/insurance-task.resolver';
import { foundSettlement } from './migrations/1700000000305-found-settlement';
import { settlementFunctions } from './migrations/1700000000306-settlement-functions';
import { settlementInputs } from './migrations/1700000000480-settlement-inputs';
import { encounters } from './migrations/1700000000481-encounters';
import { settlementAgain } from './migrations/1700000000482-settlement-again';
import { differenceBatches } from './migrations/1700000000483-difference-batches';
import { repayments } from './migrations/1700000000484-repayments';
import { yearsOfStay } from './migrations/1700000000485-years-of-a-stay';
import { differencesOfTwoYears } from './migrations/1700000000486-differences-of-two-years';
import { overdueRepayments } from './migrations/1700000000488-overdue-repayments';
import { RepaymentResolver, SettlementRepaymentResolver } from './repayment/repayment.resolver';
import { Repayment, RepaymentAgreement } from './repayment/repayment-agreement.entity';
import { RepaymentReminder } from './repayment/repayment-reminder.entity';
import { RepaymentReminderResolver } from './repayment/repayment-reminder.resolver';
import { repaymentPaperFile } from './repayment-paper-file';
import { DecidedSettlement } from './settlement/decided-settlement.entity';
import { RegionMedicalResolver } from './settlement/region-medical.resolver';
import { Settlement } from './settlement/settlement.entity';
import { SettlementResolver } from './settlement/settlement.resolver';
import { settlementRefusals } from './settlement/settlement-refusals.rules';
import { SettlementPolicy } from './settlement-policy/settlement-policy.entity';
import { SettlementPolicyResolver } from './settlement-policy/settlement-policy.resolver';
import { settlementPolicyKind } from './settlement-policy/settlement-policy.rules';
import { settlementSlipFile } from './settlement-slip-file';
import { hospitalDesignationKind } from './stay/hospital-designation.rules';
import { Stay } from './stay/stay.entity';
import { StayResolver } from './stay/stay.resolver';
import { StayFee } from './stay/stay-fee.entity';
import { windowParts } from './window-parts';

export const medicalPackKinds = [settlementPolicyKind, medicalCatalogueKind, hospitalDesignationKind];

export const medicalParts = {
  resolvers: [
    StayResolver,
    SettlementResolver,
    SettlementPolicyResolver,
    RegionMedicalResolver,
    InsuranceTaskResolver,
    RepaymentResolver,
    RepaymentReminderResolver,
    SettlementRepaymentResolver,
    DifferenceBatchResolver,
    DifferenceLineResolver,
    ...catalogueParts.resolvers,
    ...windowParts.resolvers,
  ],
  entities: [
    Stay,
    StayFee,
    Settlement,
    DecidedSettlement,
    SettlementPolicy,
    InsuranceTask,
    RepaymentAgreement,
    Repayment,
    RepaymentReminder,
    DifferenceBatch,
    DifferenceLine,
    ...catalogueParts.entities,
  ],
  migrations: [
    foundSettlement,
    settlementFunctions,
    settlementInputs,
    encounters,
    settlementAgain,
    differenceBatches,
    repayments,
    yearsOfStay,
    differencesOfTwoYears,
    overdueRepayments,
    ...catalogueParts.migrations,
    ...windowParts.migrations,
  ],
  refusals: { ...settlementRefusals, ...windowParts.refusals },
  uploads: catalogueParts.uploads,
  files: { 'settlement-slip': settlementSlipFile, 'repayment-agreement': repaymentPaperFile },
};
