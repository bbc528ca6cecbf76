// The public report of a fund's year as the rows of a table (公开报告表): what came, what it was used for, what it cost, who gave and who resolved.
import { formatYuan } from '#platform/vocabulary/money';
import type { ReportContent } from './charity-report.rules';

const verdicts: Readonly<Record<string, string>> = {
  meets: '达到标准',
  'spending-short': '慈善活动支出不足',
  'administration-over': '管理费用超标',
  'both-missed': '支出不足且管理费用超标',
  'first-year': '登记首年，不作判定',
};
const posts: Readonly<Record<string, string>> = {
  ...{ chair: '理事长', 'vice-chair': '副理事长', secretary: '秘书长', member: '理事' },
};
const kinds: Readonly<Record<string, string>> = { charity: '慈善活动', administration: '管理费用' };

export function reportTable(content: ReportContent, isPublished: boolean) {
  const yuan = (fen: string | undefined) => formatYuan(BigInt(fen ?? '0'));
  const { sums } = content;
  const percent = (ratio: string | null) => (ratio === null ? '—' : `${ratio}%`);
  return {
    title: `${content.fund.name}年度公开报告${isPublished ? '' : '（草稿）'}`,
    columns: ['类别', '内容', '金额（元）'],
    rows: [
      ['登记', content.fund.registration ?? '', ''],
      ['收入', '资金捐赠', yuan(sums.moneyIncome)],
      ['收入', '物资捐赠', yuan(sums.goodsIncome)],
      ['支出', `慈善活动（占计算基数 ${percent(content.spendingRatio)}）`, yuan(sums.spent)],
      ['支出', `管理费用（占总支出 ${percent(content.administrationRatio)}）`, yuan(sums.administration)],
      ['判定', verdicts[content.verdict] ?? content.verdict, ''],
      ...content.uses.map((use) => [
        '使用',
        `${kinds[use.kind] ?? use.kind} ${use.purpose} ${use.regionName}`,
        yuan(use.fen),
      ]),
      ...content.goods.map((good) => ['物资', `${good.good} ${good.quantity} ${good.unit}`, yuan(good.fen)]),
      ...content.donors.map((donor) => [
        '捐赠',
        `${donor.name ?? '个人及匿名捐赠人'}（${donor.gifts} 笔）`,
        yuan(donor.fen),
      ]),
      ...content.council.map((member) => ['理事会', `${posts[member.post] ?? member.post} ${member.name}`, '']),
    ],
  };
}
