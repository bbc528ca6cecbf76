// The parts of households that programmes (专项) are made of: one engine for dibao, houses, hardship and love packages, and the policies behind them.
import { DibaoDifferenceResolver, DibaoListResolver, RegionDibaoResolver } from './dibao/dibao.resolver';
import { DibaoList } from './dibao/dibao-list.entity';
import { dibaoRefusals } from './dibao/dibao-refusals.rules';
import { GoodsLot } from './love-package/goods-lot.entity';
import { GoodsMove } from './love-package/goods-move.entity';
import {
  CaseGoodsResolver,
  GoodsLotResolver,
  GoodsMoveResolver,
  PackageBatchResolver,
  RegionGoodsResolver,
} from './love-package/love-package.resolver';
import { lovePackageRefusals } from './love-package/love-package-refusals.rules';
import { PackageBatch } from './love-package/package-batch.entity';
import { addProgrammes } from './migrations/1700000000250-programmes';
import { addLovePackages } from './migrations/1700000000251-love-packages';
import { addPolicies } from './migrations/1700000000252-policies';
import { addDibaoLists } from './migrations/1700000000253-dibao-lists';
import { Policy } from './policy/policy.entity';
import { HouseholdPoliciesResolver, PolicyBriefingResolver, PolicyResolver } from './policy/policy.resolver';
import { PolicyBriefing } from './policy/policy-briefing.entity';
import { policyRefusals } from './policy/policy-refusals.rules';
import { CaseFieldsResolver, StepFieldsResolver } from './programme/case-fields.resolver';
import { PaymentCaseResolver } from './programme/payment-case.resolver';
import { ProgrammeCase } from './programme/programme-case.entity';
import { HouseholdProgrammesResolver, ProgrammeCaseResolver } from './programme/programme-case.resolver';
import { programmeRefusals } from './programme/programme-refusals.rules';
import { ProgrammeStep } from './programme/programme-step.entity';
import { RegionProgrammesResolver } from './programme/region-programmes.resolver';

export const programmeParts = {
  resolvers: [
    ProgrammeCaseResolver,
    HouseholdProgrammesResolver,
    CaseFieldsResolver,
    StepFieldsResolver,
    RegionProgrammesResolver,
    PaymentCaseResolver,
    GoodsLotResolver,
    GoodsMoveResolver,
    PackageBatchResolver,
    CaseGoodsResolver,
    RegionGoodsResolver,
    DibaoListResolver,
    DibaoDifferenceResolver,
    RegionDibaoResolver,
    PolicyResolver,
    PolicyBriefingResolver,
    HouseholdPoliciesResolver,
  ],
  entities: [ProgrammeCase, ProgrammeStep, GoodsLot, GoodsMove, PackageBatch, DibaoList, Policy, PolicyBriefing],
  migrations: [addProgrammes, addLovePackages, addPolicies, addDibaoLists],
  refusals: { ...programmeRefusals, ...lovePackageRefusals, ...dibaoRefusals, ...policyRefusals },
};
