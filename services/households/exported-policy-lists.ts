// Lists of policies and of what was explained (政策、解读清单) that go out as workbooks.
import { cursorOf, placedCursor } from '#platform/database/page';
import type { ListAsked } from './list-export/exportable-list.rules';
import { exportedList, type ListPlan } from './list-export/exported-list';
import { placedPages } from './list-export/list-placed';
import { ofHousehold, ofType, regionIn } from './list-export-columns';
import { keysOfPolicy, listDrafts, listPolicies } from './policy/list-policies';
import type { Policy } from './policy/policy.entity';
import { policyById } from './policy/policy.loader';
import { PolicyBriefing } from './policy/policy-briefing.entity';

type Titled = PolicyBriefing & { policyTitle: string };

const policy = ofType<Policy>('Policy');
const briefing = ofType<Titled>('PolicyBriefing');

const policies = (title: string, page: ListPlan<Policy>['page']) =>
  exportedList<Policy>({
    title,
    columns: [
      regionIn('Policy', '适用地区'),
      policy('文号', 'documentNumber'),
      policy('名称', 'title'),
      policy('发文单位', 'issuer'),
      policy('事项', 'matter'),
      policy('施行日期', 'effectiveFrom'),
      policy('失效之日', 'effectiveTo'),
      policy('标准与金额', 'amounts'),
      policy('明白话', 'plainZh'),
      policy('咨询方式', 'contact'),
      policy('来源地址', 'source'),
      policy('假定之处', 'assumed'),
      policy('发布日期', 'publishedAt'),
    ],
    page,
    cursor: (row) => cursorOf(...keysOfPolicy(row)),
    ids: ({ regionId }) => ({ regions: [regionId] }),
  });

export const policyLists = {
  policies: policies('有效政策', (context, _, args) => listPolicies(context, args)),
  policyDrafts: policies('政策草案', (context, _, args) => listDrafts(context, args)),
  policyBriefings: exportedList<Titled>({
    title: '政策解读记录',
    columns: [
      ...ofHousehold,
      briefing.made('政策', 'policy', ({ policyTitle }) => policyTitle),
      briefing('解读日期', 'explainedOn'),
      briefing('向何人解读', 'toWhom'),
      briefing('说明', 'remark'),
      briefing.person('解读人', 'explainedBy', ({ explainedBy }) => explainedBy),
      briefing('登记日期', 'recordedAt'),
    ],
    async page(context, asked: ListAsked, args) {
      const { items, hasNextPage } = await placedPages(PolicyBriefing).page(context, asked, args);
      const explained = await Promise.all(items.map(({ policyId }) => policyById.load(context, policyId)));
      const titled = items.map((row, at) => Object.assign(row, { policyTitle: explained[at]?.title ?? '' }));
      return { items: titled, hasNextPage };
    },
    cursor: placedCursor,
    ids: ({ householdId, regionId, explainedBy }) => ({
      households: [householdId],
      regions: [regionId],
      people: [explainedBy],
    }),
  }),
};
