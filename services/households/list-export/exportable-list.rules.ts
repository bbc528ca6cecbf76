// Which lists go out as workbooks (可导出的清单): the field of the graph that each is as open as, what it must be told, and which lists of the graph it is.
import type { BilingualText } from '#platform/vocabulary/refusal';

export enum ExportableList {
  members = 'members',
  formerMembers = 'formerMembers',
  incomes = 'incomes',
  householdStates = 'householdStates',
  stateCorrections = 'stateCorrections',
  factChanges = 'factChanges',
  regroupings = 'regroupings',
  registerYears = 'registerYears',
  yearRecords = 'yearRecords',
  registerImports = 'registerImports',
  importDifferences = 'importDifferences',
  resettlements = 'resettlements',
  visits = 'visits',
  overdueVisits = 'overdueVisits',
  visitExemptions = 'visitExemptions',
  campaigns = 'campaigns',
  campaignTargets = 'campaignTargets',
  pairings = 'pairings',
  pairingGaps = 'pairingGaps',
  standIns = 'standIns',
  handOvers = 'handOvers',
  helpMeasures = 'helpMeasures',
  determinations = 'determinations',
  publicNotices = 'publicNotices',
  objections = 'objections',
  guaranteeChecks = 'guaranteeChecks',
  lookBacks = 'lookBacks',
  lookBackCases = 'lookBackCases',
  programmeCases = 'programmeCases',
  goodsLots = 'goodsLots',
  goodsMoves = 'goodsMoves',
  packageBatches = 'packageBatches',
  dibaoDifferences = 'dibaoDifferences',
  policies = 'policies',
  policyDrafts = 'policyDrafts',
  policyBriefings = 'policyBriefings',
  comparisons = 'comparisons',
  comparisonMatches = 'comparisonMatches',
  dataComplaints = 'dataComplaints',
  duplicates = 'duplicates',
  memberChecks = 'memberChecks',
}

export interface ListAsked {
  list: ExportableList;
  regionId: string | null;
  /** of visits, of what is overdue and of gaps in pairing */
  quarter: string | null;
  /** of states, incomes and records of a year */
  year: number | null;
  /** the look-back, campaign or import whose list it is */
  ofId: string | null;
  purpose: string;
}

/** What must be told beside the list; `region`: one that is wholly in scope, the own where none is told. */
export type Need = 'region' | 'quarter' | 'year' | 'of';

export interface Exportable extends BilingualText {
  /** whoever may read none of it in the graph has no workbook of it */
  openedBy: readonly [type: string, field: string];
  /** the lists of the graph whose rows these are, beside the field that opens it */
  also: readonly string[];
  needs: readonly Need[];
}

/** `also` and `needs` as words, for most lists have few. */
const of = (openedBy: string, zh: string, en: string, also = '', needs = ''): Exportable => {
  const [type = '', field = ''] = openedBy.split('.');
  const words = (text: string) => text.split(' ').filter(Boolean);
  return { openedBy: [type, field], zh, en, also: words(also), needs: words(needs) as Need[] };
};

export const exportableLists: Readonly<Record<ExportableList, Exportable>> = {
  members: of('Query.member', '在户家庭成员', 'Members of today', 'Household.members'),
  formerMembers: of('Household.formerMembers', '已减少的成员', 'Members who left'),
  incomes: of('Household.incomes', '某年家庭收入', 'Incomes of a year', '', 'year'),
  householdStates: of('Query.households', '某年状态', 'States of a year', 'Household.states', 'year'),
  stateCorrections: of('Query.stateCorrection', '状态更正', 'Corrections of states'),
  factChanges: of('Household.changes', '变更台账', 'Changes of facts', 'Member.changes'),
  regroupings: of('Household.regroupings', '分户、并户', 'Splits and merges'),
  registerYears: of('Region.registerYears', '年度数据集', 'Frozen registers'),
  yearRecords: of('Household.yearRecords', '某年冻结的年度记录', 'Records of a frozen year', '', 'year'),
  registerImports: of('Query.registerImports', '登记表导入', 'Imports of the register'),
  importDifferences: of(
    'Query.registerImport',
    '一次导入的差异',
    'Differences of an import',
    'RegisterImport.differences',
    'of',
  ),
  resettlements: of('Query.resettlements', '分村安置名单', 'Lists of resettlement', 'Household.resettlements'),
  visits: of('Query.visits', '某季度的走访', 'Visits of a quarter', 'Region.visits Household.visits', 'region quarter'),
  overdueVisits: of(
    'Query.visits',
    '某季度逾期未走访',
    'Visits overdue in a quarter',
    'VisitObligations.overdue Household.visitObligations',
    'region quarter',
  ),
  visitExemptions: of('Query.visitExemptions', '走访豁免', 'Exemptions from visits'),
  campaigns: of('Query.campaigns', '走访活动', 'Campaigns of visits'),
  campaignTargets: of(
    'Query.campaigns',
    '活动中尚未走访的户',
    'Households of a campaign not visited yet',
    'Campaign.unvisited',
    'of',
  ),
  pairings: of('Query.households', '结对及其历史', 'Pairings with their history', 'Household.pairings'),
  pairingGaps: of('PairingGaps.list', '某季度的结对空档', 'Gaps in pairing in a quarter', '', 'region quarter'),
  standIns: of('Query.standIns', '现在和将来的代管', 'Stand-ins of now and later', 'Household.standIns'),
  handOvers: of('Household.handOvers', '帮扶移交', 'Hand-overs'),
  helpMeasures: of('Household.helpPlans', '某年帮扶计划与措施', 'Help plans and measures of a year', '', 'year'),
  determinations: of('Query.determinations', '认定', 'Determinations', 'Household.determinations'),
  publicNotices: of('Query.publicNotices', '正在公示的名单', 'Public notices that stand'),
  objections: of('Determination.objections', '对公示的异议', 'Objections to public notices'),
  guaranteeChecks: of('Household.guaranteeChecks', '两不愁三保障核查', 'Guarantee checks'),
  lookBacks: of('Query.lookBacks', '回头看', 'Look-backs'),
  lookBackCases: of('Query.lookBackCases', '回头看各户', 'Cases of a look-back', 'Household.lookBackCases', 'of'),
  programmeCases: of('Query.programmeCases', '专项事项', 'Cases of programmes', 'Household.programmeCases'),
  goodsLots: of('Region.goodsLots', '物资批', 'Lots of goods', 'GoodsLot.parts', 'region'),
  goodsMoves: of('GoodsLot.moves', '物资流转', 'Moves of goods', 'ProgrammeCase.goods'),
  packageBatches: of('Region.packageBatches', '爱心包批次', 'Batches of love packages', '', 'region'),
  dibaoDifferences: of(
    'Region.dibaoDifferences',
    '低保比对差异',
    'Differences between dibao and register',
    '',
    'region',
  ),
  policies: of('Query.policies', '有效政策', 'Policies in force'),
  policyDrafts: of('Query.policyDrafts', '待发布的政策草案', 'Drafts of policies'),
  policyBriefings: of('Household.policyBriefings', '政策解读记录', 'Policies explained'),
  comparisons: of('Query.comparisons', '部门数据比对', 'Comparisons with other bureaus'),
  comparisonMatches: of('Query.comparisonMatches', '比对结果', 'Matches', 'Comparison.matches'),
  dataComplaints: of('Query.dataComplaints', '数据有误反映', 'Complaints about wrong data'),
  duplicates: of('Query.duplicates', '疑似重复', 'Suspected duplicates', 'Member.duplicates'),
  memberChecks: of('Query.memberChecks', '成员核改', 'Checks of members'),
};

/** Lists of the graph that have no workbook here, each with the reason. */
export const notExported: Readonly<Record<string, string>> = {
  'Query.households': 'goes out by requestHouseholdList, sealed, so that it can come back',
  'RegisterImport.flaws': 'goes out by requestRegisterFlaws, with the cells of the sheet itself',
  'Query.searchRegister': 'an answer to a word, no list: each find is a row of households or members',
  'Query.myDataComplaints': 'what oneself filed, also without a post; who has one finds it among dataComplaints',
  'Query.povertyLines': 'some published figures with their sources, which are a file already',
  'Query.guaranteeQuestions': 'the form of a check, whose answers are in guaranteeChecks',
  'Query.householdsTodo': 'derived from the rows of other lists for one person at one moment',
  'Query.householdsTodoCounts': 'sums of what waits for one person',
  'Query.householdsLog': 'the log is read where it cannot be altered; no copy of it goes about',
  'Query.householdsPacks': 'rules and not rows: each is a document of its own, told whole',
  'Query.householdsPackFlaws': 'what is wrong with a draft that is not kept',
  'Region.programmeSums': 'sums, which the cases are counted to',
  'Household.openMatters': 'derived from cases, plans and objections, whose lists go out; a hand-over keeps its own',
  'Member.insuredYears': 'one value a year, told from the changes of facts, which go out',
  'Household.policies': 'verdicts of the moment, computed for one household and no rows',
};
