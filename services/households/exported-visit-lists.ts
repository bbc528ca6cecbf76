// Lists of visits and campaigns (走访、活动清单) that go out as workbooks.
import { cursorOf, placedCursor } from '#platform/database/page';
import { inChinese } from '#platform/vocabulary/in-chinese';
import type { Campaign } from './campaign/campaign.entity';
import { listCampaigns, listUnvisited } from './campaign/campaign.loader';
import { CampaignKind } from './campaign/campaign.rules';
import type { CampaignTarget } from './campaign/campaign-progress.entity';
import { wordOf } from './household-paper-words';
import { exportedList } from './list-export/exported-list';
import { placedPages } from './list-export/list-placed';
import { head, number, ofHousehold, ofType, placeAt, regionIn } from './list-export-columns';
import { wholeRange } from './region-summary/region-range.query';
import { listVisitsIn } from './visit/list-region-visits';
import type { Visit } from './visit/visit.entity';
import { VisitExemption } from './visit-obligation/visit-exemption.entity';
import type { VisitObligation } from './visit-obligation/visit-obligation.entity';
import { listOverdueVisits } from './visit-obligation/visit-obligation.loader';

type Overdue = VisitObligation & { path: string; householdId: string };

const visit = ofType<Visit>('Visit');
const overdue = ofType<Overdue>('VisitObligation');
const exemption = ofType<VisitExemption & { householdId: string }>('VisitExemption');
const campaign = ofType<Campaign>('Campaign');
const target = ofType<CampaignTarget>('CampaignTarget');
const campaignKinds = { [CampaignKind.bigVisit]: '扶贫大走访', [CampaignKind.visitToThePoor]: '访贫问苦' };

export const visitLists = {
  visits: exportedList<Visit>({
    title: '走访记录',
    columns: [
      ...ofHousehold,
      visit('走访日期', 'visitedOn'),
      visit.person('走访人', 'helper', ({ helperId }) => helperId),
      visit('见到何人', 'met'),
      visit('走访内容', 'content'),
      visit('帮扶措施', 'measure', ({ measure }) => wordOf('visit-measure', measure)),
      visit('发现的问题', 'problem'),
      visit('登记日期', 'recordedAt'),
    ],
    page: async (context, { regionId, quarter }, args) =>
      listVisitsIn(context, await wholeRange(context, regionId), quarter ?? '', false, args),
    cursor: ({ path, visitedOn, householdId, id }) => cursorOf(path, visitedOn, householdId, id),
    ids: ({ householdId, regionId, helperId }) => ({
      households: [householdId],
      regions: [regionId],
      people: [helperId],
    }),
  }),
  overdueVisits: exportedList<Overdue>({
    title: '逾期未走访',
    columns: [
      placeAt,
      number,
      head,
      overdue('事项', 'title', ({ title }) => inChinese(title)),
      overdue('期次', 'turn'),
      overdue('自何日起', 'from'),
      overdue('期限', 'dueBy'),
      overdue('自何日起逾期', 'overdueSince'),
      overdue.person('责任人', 'responsible', ({ helperId }) => helperId),
    ],
    async page(context, { regionId, quarter }, args) {
      const range = await wholeRange(context, regionId);
      const { items, hasNextPage } = await listOverdueVisits(context, { range, period: quarter ?? '' }, args);
      return { items: items.map((row) => ({ ...row, householdId: row.subjectId })), hasNextPage };
    },
    cursor: ({ path, subjectId, from, line }) => cursorOf(path, subjectId, from, line),
    ids: ({ path, subjectId, helperId }) => ({ households: [subjectId], paths: [path], people: [helperId] }),
  }),
  visitExemptions: exportedList<VisitExemption & { householdId: string }>({
    title: '走访豁免',
    columns: [
      ...ofHousehold,
      exemption('事项代码', 'line'),
      exemption('期间首日', 'from'),
      exemption('期限', 'dueBy'),
      exemption('理由', 'reason'),
      exemption.person('申请人', 'requestedBy', ({ requestedBy }) => requestedBy),
      exemption('申请日期', 'requestedAt'),
      exemption.worded('决定', 'outcome', { approved: '同意', refused: '不同意', null: '待定' }),
      exemption('意见', 'remark'),
      exemption('决定日期', 'decidedAt'),
    ],
    async page(context, asked, args) {
      const { items, hasNextPage } = await placedPages(VisitExemption).page(context, asked, args);
      return { items: items.map((row) => Object.assign(row, { householdId: row.subjectId })), hasNextPage };
    },
    cursor: placedCursor,
    ids: ({ subjectId, regionId, requestedBy }) => ({
      households: [subjectId],
      regions: [regionId],
      people: [requestedBy],
    }),
  }),
  campaigns: exportedList<Campaign>({
    title: '走访活动',
    columns: [
      regionIn('Campaign', '部署地区'),
      campaign.worded('类别', 'kind', campaignKinds),
      campaign('名称', 'title'),
      campaign('部署文号', 'documentNumber'),
      campaign('期次', 'turn'),
      campaign('自何日起', 'startsOn'),
      campaign('止于何日之前', 'endsOn'),
      campaign.worded('走访哪些户', 'covers', { register: '在册各户', listed: '所列各户' }),
      campaign('部署日期', 'plannedAt'),
    ],
    page: (context, _, args) => listCampaigns(context, args),
    cursor: ({ startsOn, id }) => cursorOf(startsOn, id),
    ids: ({ regionId }) => ({ regions: [regionId] }),
  }),
  campaignTargets: exportedList<CampaignTarget>({
    title: '活动中尚未走访的户',
    columns: [placeAt, number, head, target.person('走访人', 'visitor', ({ visitorId }) => visitorId)],
    page: (context, { ofId, regionId }, args) => listUnvisited(context, ofId ?? '', regionId, args),
    cursor: ({ path, householdId }) => cursorOf(path, householdId),
    ids: ({ path, householdId, visitorId }) => ({ households: [householdId], paths: [path], people: [visitorId] }),
  }),
};

/** Days that have been: of the quarter that runs, those up to today. */
