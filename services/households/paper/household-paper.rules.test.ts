// Papers of a household: each has what it is for, of the year it is for, and nothing to be filled in but signatures.
import { HouseholdPaper, type PaperFacts, paperOf } from './household-paper.rules';

const facts: PaperFacts = {
  number: '3712021002070001',
  place: '莱芜市 莱城区 口镇 下水河村',
  address: '下水河村12号',
  phone: '**** 1234',
  standard: '省定标准',
  type: '一般贫困户',
  causes: '因病、因残',
  registeredOn: '2015-03-01',
  state: '未脱贫',
  year: 2018,
  living: [['住房面积', '60 平方米']],
  members: [['张三', '户主', '男', '1950-01-01', '**** 0010', '小学', '患有大病', '丧失劳动力', '城乡居民']],
  states: [['2018', '未脱贫', '']],
  helpers: [
    ['李四', '口镇', '乡镇', '2016-01-01', '2018-03-01'],
    ['王五', '卫计局', '市直', '2018-03-01', ''],
  ],
  goals: [
    ['2018', '稳定脱贫', '同意'],
    ['2017', '住院报销', '同意'],
  ],
  measures: [
    ['2018', '因病', '医疗帮扶', '家庭医生', '2018-06-30', '', '', ''],
    ['2017', '因病', '医疗帮扶', '办理慢性病证', '2017-06-30', '2017-05-02', '已办', '张三'],
  ],
  incomes: [],
  lines: [],
  policies: [['健康扶贫', '鲁卫〔2018〕1号', '住院先诊疗后付费', '自付不超过一成', '']],
  visits: [['2018-05-02', '王五', '户主', '了解情况', '']],
};
const captions = (paper: HouseholdPaper) => paperOf(paper, facts).tables.map(({ caption }) => caption);

test('the card shows the present helper and the measures of the year alone', () => {
  const card = paperOf(HouseholdPaper.clearCard, facts);
  expect(card.tables.map(({ rows }) => rows)).toEqual([[facts.helpers[1]], [facts.measures[0]], facts.policies]);
});

test('the handbook has every helper in a line and the visits of the year; the file all years and how they live', () => {
  expect(captions(HouseholdPaper.handbook)).toEqual([
    '家庭成员',
    '家庭收入（元）',
    '帮扶责任人（变更另起一行）',
    '帮扶目标',
    '帮扶措施与成效',
    '2018 年走访记录',
  ]);
  const file = paperOf(HouseholdPaper.householdFile, facts);
  expect(file.tables.find(({ caption }) => caption === '帮扶措施与成效')?.rows).toHaveLength(2);
  expect(file.facts).toContainEqual(['住房面积', '60 平方米']);
});

test('each table is as wide as its head', () => {
  for (const paper of Object.values(HouseholdPaper))
    for (const { head, rows } of paperOf(paper, facts).tables)
      for (const row of rows) expect(row).toHaveLength(head.length);
});
