// The published vectors: RFC 6238 appendix B, RFC 4648 for base 32.
import { base32, totpCode, totpStep, totpStepOf } from './totp-code';

const seed = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length));
const vectors = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const;

test.each(vectors)('RFC 6238 at %d', (seconds, sha1, sha256, sha512) => {
  const step = totpStep(new Date(seconds * 1000));
  expect(totpCode(seed(20), step, 8)).toBe(sha1);
  expect(totpCode(seed(32), step, 8, 'sha256')).toBe(sha256);
  expect(totpCode(seed(64), step, 8, 'sha512')).toBe(sha512);
});

test('a clock may be one step off, and no more', () => {
  const secret = seed(20);
  const now = new Date(1111111109 * 1000);
  const step = totpStep(now);
  for (const off of [-1, 0, 1]) expect(totpStepOf(secret, totpCode(secret, step + off), now)).toBe(step + off);
  for (const off of [-2, 2]) expect(totpStepOf(secret, totpCode(secret, step + off), now)).toBeNull();
  for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    expect(totpStepOf(secret, code, now)).toBeNull();
  expect(totpStepOf(secret, ` ${totpCode(secret, step).slice(0, 3)} ${totpCode(secret, step).slice(3)}`, now)).toBe(
    step,
  );
});

test.each([
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648: %s is %s', (text, coded) => {
  expect(base32(Buffer.from(text))).toBe(coded);
});
