// Free text that others read: numbers of people are refused in every usual spelling, document numbers and days are not.
import { holdsPersonalNumber, refusePersonalNumbers } from './personal-number';

test.each([
  '他的身份证是11010519491231002X，请核实',
  '卡号6228480402564890018',
  '卡号 6228 4804 0256 4890 018',
  '电话 13812345678',
  '电话138-1234-5678',
  '０１３８１２３４５６７８ 座机 0634-6214567',
])('refuses %s', (text) => {
  expect(holdsPersonalNumber(text)).toBe(true);
  expect(() => refusePersonalNumbers('content', text)).toThrow(
    expect.objectContaining({ code: 'PERSONAL_NUMBER_IN_TEXT', facts: { field: 'content' } }),
  );
});

test.each(['莱扶组发〔2018〕31号', '2018-03-01 至 2018-06-30 共 1070 个村', '支付 1234567.89 元', '371202100207'])(
  'takes %s',
  (text) => {
    expect(holdsPersonalNumber(text)).toBe(false);
    expect(() => refusePersonalNumbers('content', text)).not.toThrow();
  },
);

test('absent text holds nothing', () => {
  expect(() => refusePersonalNumbers('remark', undefined)).not.toThrow();
});
