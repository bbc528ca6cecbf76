// Lists of determinations, of what is posted, and of checks (认定、公示、核查清单) that go out as workbooks.
import { cursorOf, placedCursor } from '#platform/database/page';
import { inChinese } from '#platform/vocabulary/in-chinese';
import { type Determination, DeterminationStatusCode } from './determination/determination.entity';
import { listDeterminations } from './determination/list-determinations';
import { listPublicNotices } from './determination/list-public-notices';
import { Objection } from './determination/objection.entity';
import type { PublicNotice } from './determination/public-notice.entity';
import { guaranteePackOf } from './guarantee-check/find-guarantee-pack';
import { GuaranteeCheck } from './guarantee-check/guarantee-check.entity';
import { titleOf } from './guarantee-check/guarantee-words.rules';
import type { ListAsked } from './list-export/exportable-list.rules';
import { exportedList } from './list-export/exported-list';
import { placedPages } from './list-export/list-placed';
import { number, ofHousehold, ofType, place, regionIn } from './list-export-columns';
import { categoriesOfLookBack } from './look-back/find-look-back-pack';
import { listCases, listLookBacks } from './look-back/list-look-backs';
import type { LookBack } from './look-back/look-back.entity';
import { lookBackById } from './look-back/look-back.loader';
import { type LookBackCase, LookBackCaseState } from './look-back/look-back-case.entity';
import type { HouseholdsContext } from './tools';

type InWords = LookBackCase & { categoryTitle: string };
type Judged = GuaranteeCheck & { verdictTitle: string; problemTitles: string[] };

const determination = ofType<Determination>('Determination');
const notice = ofType<PublicNotice>('PublicNotice');
const objection = ofType<Objection>('Objection');
const check = ofType<Judged>('GuaranteeCheck');
const lookBack = ofType<LookBack>('LookBack');
const lookBackCase = ofType<InWords>('LookBackCase');
const statuses = { open: '在办', completed: '已批准并公告', refused: '未通过', withdrawn: '已撤回' } satisfies Record<
  DeterminationStatusCode,
  string
>;
const caseStates = {
  'to-check': '待核查',
  clean: '无问题',
  problem: '待整改',
  fixed: '已整改待复核',
  settled: '已销号',
} satisfies Record<`${LookBackCaseState}`, string>;
const standings = { poor: '贫困户', lifted: '脱贫户', outside: '未建档' };

export const determinationLists = {
  determinations: exportedList<Determination>({
    title: '认定',
    columns: [
      place,
      number,
      determination('户主（脱敏）', 'headMasked'),
      determination('程序', 'kind', ({ kindTitle }) => kindTitle.zh),
      determination('年度', 'year'),
      determination('人数', 'people'),
      determination('事由', 'reason'),
      determination.worded('办理状态', 'status', statuses),
      determination('公示届满日', 'postedUntil'),
      determination('提出日期', 'proposedAt'),
      determination('审批文号', 'documentNumber'),
      determination('办结日期', 'endedAt'),
    ],
    page: (context, { regionId }, args) => listDeterminations(context, { ...args, regionId }),
    cursor: placedCursor,
    ids: ({ householdId, regionId }) => ({ households: [householdId], regions: [regionId] }),
  }),
  publicNotices: exportedList<PublicNotice>({
    title: '公示公告',
    columns: [
      regionIn('PublicNotice', '张贴地区'),
      notice('标题', 'title'),
      notice('公告', 'announces'),
      notice('户数', 'lines', ({ lines }) => lines.length),
      notice('起始日', 'fromOn'),
      notice('届满日', 'untilOn'),
      notice('正文（姓名脱敏）', 'body'),
      notice('张贴日期', 'postedAt'),
    ],
    page: (context, { regionId }, args) =>
      listPublicNotices(context, { ...args, regionId: regionId ?? context.caller.regionId }),
    cursor: ({ untilOn, id }) => cursorOf(untilOn, id),
    ids: ({ regionId }) => ({ regions: [regionId] }),
  }),
  objections: exportedList<Objection>({
    title: '公示异议',
    columns: [
      regionIn('PublicNotice', '张贴地区'),
      objection('序号', 'line'),
      objection('内容', 'content'),
      objection('提出日期', 'raisedAt'),
      objection('答复', 'answer'),
      objection('成立', 'upheld'),
      objection('答复日期', 'answeredAt'),
    ],
    ...placedPages(Objection),
    ids: ({ regionId }) => ({ regions: [regionId] }),
  }),
  guaranteeChecks: exportedList<Judged>({
    title: '两不愁三保障核查',
    columns: [
      ...ofHousehold,
      check('核查日期', 'checkedOn'),
      check.worded('当时身份', 'standing', standings),
      check('适用贫困线（元）', 'line'),
      check.made('结论', 'verdict', ({ verdictTitle }) => verdictTitle),
      check.made('问题', 'problems', ({ problemTitles }) => problemTitles.join('、')),
      check('备注', 'remark'),
      check.person('核查人', 'checkedBy', ({ checkedBy }) => checkedBy),
      check('登记日期', 'checkedAt'),
    ],
    page: checksInWords,
    cursor: placedCursor,
    ids: ({ householdId, regionId, checkedBy }) => ({
      households: [householdId],
      regions: [regionId],
      people: [checkedBy],
    }),
  }),
  lookBacks: exportedList<LookBack>({
    title: '回头看',
    columns: [
      regionIn('LookBack'),
      lookBack('名称', 'title'),
      lookBack('脱贫年度', 'year'),
      lookBack('部署文号', 'documentNumber'),
      lookBack('名单户数', 'households'),
      lookBack('入户核查截止', 'visitUntil'),
      lookBack('复核截止', 'recheckUntil'),
      lookBack('销号截止', 'closeUntil'),
      lookBack('部署日期', 'openedAt'),
      lookBack('销号日期', 'closedAt'),
      lookBack('总结', 'summary'),
      lookBack('逾期说明', 'lateReason'),
    ],
    page: (context, _, args) => listLookBacks(context, args),
    cursor: ({ id }) => cursorOf(id),
    ids: ({ regionId }) => ({ regions: [regionId] }),
  }),
  lookBackCases: exportedList<InWords>({
    title: '回头看各户',
    columns: [
      ...ofHousehold,
      lookBackCase.worded('状态', 'state', caseStates),
      lookBackCase.made('问题类别', 'category', ({ categoryTitle }) => categoryTitle),
      lookBackCase('核查发现', 'finding'),
      lookBackCase('整改情况', 'fix'),
      lookBackCase('复核意见', 'recheckRemark'),
      lookBackCase('退回次数', 'returned'),
    ],
    page: casesInWords,
    cursor: placedCursor,
    ids: ({ householdId, regionId }) => ({ households: [householdId], regions: [regionId] }),
  }),
};

/** What was found goes out in the words of the pack under which the look-back was opened. */
async function casesInWords(
  context: HouseholdsContext,
  { regionId, ofId }: ListAsked,
  args: { first: number; after?: string },
) {
  const lookBackId = ofId ?? '';
  const [{ items, hasNextPage }, of] = await Promise.all([
    listCases(context, { ...args, regionId, lookBackId }),
    lookBackById.load(context, lookBackId),
  ]);
  const titles = new Map(
    (of ? await categoriesOfLookBack(context, of) : []).map(({ code, title }) => [code, inChinese(title)]),
  );
  const worded = ({ category }: LookBackCase) => ({ categoryTitle: titles.get(category ?? '') ?? category ?? '' });
  return { items: items.map((row) => Object.assign(row, worded(row))), hasNextPage };
}

async function checksInWords(context: HouseholdsContext, asked: ListAsked, args: { first: number; after?: string }) {
  const { items, hasNextPage } = await placedPages(GuaranteeCheck).page(context, asked, args);
  const packs = await Promise.all(items.map(({ packHash }) => guaranteePackOf.load(context, packHash)));
  const worded = ({ verdict, problems }: GuaranteeCheck, pack: (typeof packs)[number] | undefined) => ({
    verdictTitle: inChinese(titleOf(pack?.verdicts ?? [], verdict)),
    problemTitles: problems.map((code) => inChinese(titleOf(pack?.problems ?? [], code))),
  });
  return { items: items.map((row, at) => Object.assign(row, worded(row, packs[at]))), hasNextPage };
}
