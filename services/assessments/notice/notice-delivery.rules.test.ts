// Words that leave the house, and how often they are tried.
import { deliveryText, mobileIn, pauseAfter } from './notice-delivery.rules';

test('a message says what happened and where to look, and nothing of the matter itself', () => {
  expect(deliveryText({ kind: 'finding-assigned', dueOn: '2018-06-30' })).toBe(
    '【提醒】问题已交办，期限 2018-06-30，请登录系统在“提醒”中查看 · A finding was assigned, due on 2018-06-30: see your notices in the system',
  );
  expect(deliveryText({ kind: 'urged', dueOn: null })).toContain('【提醒】催办，请登录');
});

test('pauses double up to an hour, and there are twelve attempts', () => {
  const pauses = Array.from({ length: 12 }, (_, at) => pauseAfter(at + 1));
  expect(pauses.slice(0, 3)).toEqual([30, 60, 120]);
  expect(pauses.slice(7)).toEqual([3600, 3600, 3600, 3600, null]);
});

test('a number is a mobile number', () => {
  expect(mobileIn('+86 138-0000-0000')).toBe('13800000000');
  for (const wrong of ['12345678901', '0634-6213456', '1380000000', '138000000000', 'x13800000000'])
    expect(() => mobileIn(wrong)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});
