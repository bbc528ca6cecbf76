// Who may ask what of projects, annual plans, area programmes, assets and performance (项目库、片区、资产、绩效).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, officer, signedIn } from '#platform/access/rules';
import { readers, sums } from './posts.permissions';

const assetKeepers = officer('town-officer', 'village-clerk');
const assetCheckers = officer('town-officer', 'district-officer', 'zone-officer');
/** 项目库: the unit of the line sees what it appraises. */
const projectReaders = anyOf(readers, officer('unit-liaison'));
const projectHands = officer(
  'office-director',
  'office-officer',
  'finance-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
  'first-secretary',
  'unit-liaison',
);

export const projectPermissions: PolicyTable = {
  Query: {
    project: projectReaders,
    projects: projectReaders,
    annualPlan: readers,
    annualPlans: readers,
    areaProgramme: readers,
    areaProgrammes: readers,
    asset: readers,
    assets: readers,
  },
  Mutation: {
    proposeProject: officer('village-clerk', 'first-secretary', 'town-officer'),
    takeProjectStep: projectHands,
    requestProjectLedger: projectReaders,
    draftAnnualPlan: officer('office-officer', 'district-officer', 'zone-officer'),
    approveAnnualPlan: officer('office-director', 'district-officer', 'zone-officer'),
    withdrawAnnualPlan: officer('office-officer', 'district-officer', 'zone-officer'),
    draftAreaProgramme: officer('office-officer', 'district-officer', 'zone-officer'),
    approveAreaProgramme: officer('office-director', 'district-officer', 'zone-officer'),
    joinAreaProgramme: officer('office-officer', 'district-officer', 'zone-officer'),
    registerAsset: assetKeepers,
    recordAssetIncome: assetKeepers,
    draftAssetDistribution: assetKeepers,
    confirmAsset: assetCheckers,
    confirmAssetIncome: assetCheckers,
    approveAssetDistribution: assetCheckers,
    applyAssetDistribution: officer('town-officer'),
    tellPerformance: assetKeepers,
    evaluatePerformance: officer('district-officer', 'zone-officer'),
    confirmPerformance: officer('office-director', 'office-officer', 'district-officer', 'zone-officer'),
  },
  Region: { projectSums: sums },
  Project: {
    '*': signedIn,
    budgetSpecial: signedIn,
    budgetIntegrated: signedIn,
    budgetDonated: signedIn,
    budgetOwn: signedIn,
    budget: signedIn,
    approvedBudget: signedIn,
    allotted: signedIn,
    paid: signedIn,
    contractAmount: signedIn,
    finalAmount: signedIn,
  },
  ProjectSums: { '*': signedIn, budget: signedIn, allotted: signedIn, paid: signedIn },
  AnnualPlan: { '*': signedIn, total: signedIn },
  AreaProgramme: { '*': signedIn, planned: signedIn },
  Asset: { '*': signedIn, value: signedIn, yearlyYield: signedIn },
  AssetIncome: { '*': signedIn, amount: signedIn },
  AssetDistribution: { '*': signedIn, income: signedIn, retained: signedIn, pool: signedIn },
  AssetShare: { '*': signedIn, amount: signedIn },
  ...openWith(`ProjectConnection ProjectEdge ProjectPaymentConnection ProjectPaymentEdge ProjectStep ProjectTarget ProjectNextStep
    AnnualPlanConnection AnnualPlanEdge AreaProgrammeConnection AreaProgrammeEdge AssetConnection AssetEdge
    PerformanceReview PerformanceDeduction PerformanceItem TargetReached`),
};
