// Days of a posting begin on the day after it; working days follow the State Council's calendar; the text holds no personal number.
import { shippedCalendar, shippedPacks } from '../../../data/load/shipped-packs';
import { noticePackKind, postedUntil } from './notice-pack.rules';
import { checkNoticeText, noticeBody, noticeTitle } from './notice-text.rules';

const calendar = shippedCalendar();

test('ten days of a village board, the day of posting not counted', () => {
  expect(postedUntil('2018-03-01', { days: 10, counted: 'days' }, calendar)).toEqual({
    untilOn: '2018-03-12',
    assumed: false,
  });
});

test('seven working days pass over a weekend, a holiday and the days worked in its stead', () => {
  const rule = { days: 7, counted: 'workdays' } as const;
  expect(postedUntil('2018-03-05', rule, calendar).untilOn).toBe('2018-03-15');
  // 29 and 30 September are worked, 1 to 7 October are not (国办发明电〔2017〕12号).
  expect(postedUntil('2018-09-27', rule, calendar)).toEqual({ untilOn: '2018-10-12', assumed: false });
});

test('a year without its notice of holidays is counted Monday to Friday, and it is said', () => {
  expect(postedUntil('2026-11-25', { days: 1, counted: 'workdays' }, calendar)).toEqual({
    untilOn: '2026-11-27',
    assumed: true,
  });
});

const facts = {
  place: '口镇',
  subjectTitle: { zh: '资金发放名单', en: 'list of a disbursement' },
  about: '产业发展补助',
  year: 2018,
  documentNumber: '口政发〔2018〕9号（拟）',
  total: 20_000n,
  lines: 2,
  announces: false,
  fromOn: '2018-03-05',
  untilOn: '2018-03-15',
  days: 7,
  counted: 'workdays',
  hotline: '12317',
} as const;

test('the text is made from the batch', () => {
  expect(noticeTitle(facts)).toBe('口镇2018年产业发展补助资金发放名单公示');
  expect(noticeBody(facts)).toContain(
    '共2户，金额合计200.00元。公示期7个工作日，2018-03-05张贴，至2018-03-15（不含当日）',
  );
  expect(noticeBody({ ...facts, announces: true, untilOn: null, days: null, counted: null })).toContain('长期公开');
});

test('a personal number in a document, a name or an objection is refused', () => {
  const code = expect.objectContaining({ code: 'PERSONAL_NUMBER_IN_NOTICE' });
  expect(() => noticeBody({ ...facts, documentNumber: '电话13812345678' })).toThrow(code);
  expect(() => noticeBody({ ...facts, about: '11010519491231002X' })).toThrow(code);
  expect(() => checkNoticeText('content', '他的卡号 6222 0212 3456 7890 123')).toThrow(code);
  expect(checkNoticeText('content', ' 该户有商品房 ')).toBe('该户有商品房');
});

test('the pack that ships names each subject once, with its source', () => {
  const [pack] = shippedPacks('public-notices', noticePackKind);
  expect(pack?.subjects.find(({ kind }) => kind === 'disbursement')).toMatchObject({ days: 7, counted: 'workdays' });
  const twice = { ...pack, subjects: [...(pack?.subjects ?? []), pack?.subjects[0]] };
  expect(noticePackKind.schema.safeParse(twice).success).toBe(false);
});
