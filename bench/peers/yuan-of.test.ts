// Fen become yuan with two places, whatever their size.
import { yuanOf } from './yuan-of';

test.each([
  ['0', '0.00'],
  ['7', '0.07'],
  ['70', '0.70'],
  ['12345', '123.45'],
])('%s fen is %s yuan', (fen, yuan) => {
  expect(yuanOf(fen)).toBe(yuan);
});
