// What is not found is named to each reader in his own language, and in the facts as it was given.
import { commonRefusals } from './refusal';

test.each([
  ['还款协议 repayment agreement', '还款协议', 'repayment agreement'],
  ['一卡通批次 one-card batch', '一卡通批次', 'one-card batch'],
  ['单位（成员单位） member unit', '单位（成员单位）', 'member unit'],
  ['Region', 'Region', 'Region'],
  ['地区', '地区', '地区'],
])('%s', (what, zh, en) => {
  const { text, facts } = commonRefusals.notFound({ what });
  expect(text).toEqual({ zh: `未找到：${zh}`, en: `Not found: ${en}` });
  expect(facts).toEqual({ what });
});

test('printed without facts it keeps its hole', () => {
  expect(commonRefusals.notFound().text).toEqual({ zh: '未找到：{what}', en: 'Not found: {what}' });
});
