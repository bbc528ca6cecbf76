// Search: what is typed is read as one kind of key, whatever the width of its digits, and what would scan the register is refused.
import { initialsAsked, readTerm } from './search.rules';

test.each([
  ['王秀英', 'name', '王秀英'],
  ['王秀', 'name', '王秀'],
  ['买买提·吐尔逊', 'name', '买买提·吐尔逊'],
  ['WXY', 'initials', 'wxy'],
  ['ｗｘ', 'initials', 'wx'],
  ['002x', 'id-tail', '002X'],
  ['０１２３', 'id-tail', '0123'],
  ['11010519491231002x', 'id-number', '11010519491231002X'],
  ['3712021002010003', 'household-number', '3712021002010003'],
  ['371202100201', 'household-number', '371202100201'],
])('%s is read as %s', (typed, kind, text) => {
  expect(readTerm(` ${typed} `)).toEqual({ kind, text });
});

test.each(['王', 'w', '123', '37120210020', '12345678901234567', "王' or 1=1", '%', '', '110105194912310021'])(
  '%j is refused, and not repeated',
  (typed) => {
    expect(() => readTerm(typed)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', facts: { field: 'text' } }));
  },
);

test('initials are looked up as typed and with one letter more', () => {
  const asked = initialsAsked('wx');
  expect(asked).toHaveLength(27);
  expect(asked).toEqual(expect.arrayContaining(['wx', 'wxa', 'wxz']));
});
