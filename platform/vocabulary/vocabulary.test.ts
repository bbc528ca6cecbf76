// The words that everything is said in: check digits with published vectors, money without floats, ranges that are subtrees.
import fc from 'fast-check';
import { parseCalendarDay, parseQuarter } from './calendar-day';
import { identityCheckDigit, isBankCard, isIdentityNumber, maskName } from './identity-number';
import { formatYuan, parseYuan, shareOf } from './money';
import { isWithin, subtreeOf } from './region';

test('check digits of GB 11643 and Luhn agree with published numbers', () => {
  expect(identityCheckDigit('11010519491231002')).toBe('X');
  expect(identityCheckDigit('44052418800101001')).toBe('4');
  expect(isIdentityNumber('11010519491231002X')).toBe(true);
  expect(isIdentityNumber('110105194912310021')).toBe(false);
  expect(isBankCard('6228480402564890018')).toBe(true);
  expect(isBankCard('6228480402564890019')).toBe(false);
});

test('money survives the wire, and refuses exponents, commas and a third decimal', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (fen) => parseYuan(formatYuan(fen)) === fen),
  );
  for (const ill of ['1e3', '1,000', '1.234', '', ' 1', '01']) expect(() => parseYuan(ill)).toThrow('至多两位小数');
});

test('a share rounds half up to the fen', () => {
  expect(shareOf(5n, '0.1')).toBe(1n);
  expect(shareOf(4n, '0.1')).toBe(0n);
  expect(shareOf(10_001n, '0.65')).toBe(6501n);
});

test('a subtree is exactly the paths below it, and not its neighbour', () => {
  const range = subtreeOf('0001/0002/');
  expect(isWithin('0001/0002/', range)).toBe(true);
  expect(isWithin('0001/0002/0009/', range)).toBe(true);
  expect(isWithin('0001/0003/', range)).toBe(false);
  expect(isWithin('0001/', range)).toBe(false);
});

test('days that do not exist and quarters that are not written right are refused', () => {
  expect(() => parseCalendarDay('2018-02-30')).toThrow('YYYY-MM-DD');
  expect(parseQuarter('2018Q4')).toEqual({
    from: '2018-10-01',
    until: '2019-01-01',
    months: ['2018-10', '2018-11', '2018-12'],
  });
  expect(() => parseQuarter('2018Q5')).toThrow('2018Q1');
  expect(maskName('张三丰')).toBe('张**');
});
