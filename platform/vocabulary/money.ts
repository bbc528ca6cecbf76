// Money (金额) is integer fen (分) in code and in the database, and a decimal string of yuan on the wire.
import Big from 'big.js';
import { invalidInput } from './refusal';

export type Fen = bigint;

const YUAN = /^-?(0|[1-9]\d{0,12})(\.\d{1,2})?$/;

/** '12.3' -> 1230n; refuses floats in disguise (exponents, more than two places). */
export function parseYuan(text: string, field = 'amount'): Fen {
  if (!YUAN.test(text))
    throw invalidInput(field, '金额须为元，至多两位小数', 'an amount is yuan with at most two decimals', {
      value: text,
    });
  const negative = text.startsWith('-');
  const [yuan = '0', cents = ''] = text.replace('-', '').split('.');
  const fen = BigInt(yuan) * 100n + BigInt(cents.padEnd(2, '0'));
  return negative ? -fen : fen;
}

export function formatYuan(fen: Fen): string {
  const abs = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${abs / 100n}.${String(abs % 100n).padStart(2, '0')}`;
}

/** The share of an amount at an exact decimal rate, rounded half-up to the fen (away from zero for negatives). */
export function shareOf(amount: Fen, rate: string | Big): Fen {
  return BigInt(new Big(amount.toString()).times(rate).round(0, Big.roundHalfUp).toFixed(0));
}

export function sumOf(amounts: Iterable<Fen>): Fen {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}
