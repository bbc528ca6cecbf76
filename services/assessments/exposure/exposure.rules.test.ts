// What an exposure may not tell, found by its place; and which quarters owe one.
import { checkPublication, checkPublishable, dutiesOf, numbersIn } from './exposure.rules';

test('numbers are found where they stand, in full width and in groups too; dates, amounts and codes are none', () => {
  const places = (text: string) => numbersIn('text', text).map(({ kind, at, length }) => [kind, at, length]);
  expect(places('户主371202195001011234，电')).toEqual([['identity-number', 2, 18]]);
  expect(places('电话１３８１２３４５６７８')).toEqual([['telephone', 2, 11]]);
  expect(places('卡 6228 4804 0256 4890 018 号')).toEqual([['bank-card', 2, 23]]);
  expect(places('0634-6212345')).toEqual([['telephone', 0, 12]]);
  expect(places('2018年4月10日，补助12345.00元，文号〔2018〕41号，代码371202100207')).toEqual([]);
  expect(() => checkPublishable(numbersIn('text', '13812345678'))).toThrow(
    expect.objectContaining({ code: 'EXPOSURE_HOLDS_PERSONAL_DATA' }),
  );
  // The refusal is logged: it tells the place, and never the number.
  try {
    checkPublishable(numbersIn('text', '13812345678'));
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('13812345678');
  }
});

test('who drafted does not publish, and once is once', () => {
  const draft = { draftedBy: 'a', publishedAt: null, withdrawnAt: null };
  expect(() => checkPublication(draft, 'a')).toThrow(expect.objectContaining({ code: 'SAME_PERSON' }));
  expect(() => checkPublication(draft, 'b')).not.toThrow();
  expect(() => checkPublication({ ...draft, publishedAt: new Date(0) }, 'b')).toThrow(
    expect.objectContaining({ code: 'EXPOSURE_SETTLED' }),
  );
});

test('a quarter that is over without an exposure is overdue, one that runs is not, one to come owes nothing', () => {
  expect(dutiesOf(2018, new Map([['2018Q1', 2]]), '2018-07-01')).toEqual([
    { quarter: '2018Q1', published: 2, overdue: false },
    { quarter: '2018Q2', published: 0, overdue: true },
    { quarter: '2018Q3', published: 0, overdue: false },
  ]);
});
