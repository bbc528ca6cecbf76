// An amount in formal Chinese figures (金额大写), as vouchers and payment applications write it, so that no stroke turns it into another.
import type { Fen } from '#platform/vocabulary/money';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '兆'];

const digit = (at: number | bigint) => DIGITS[Number(at)] ?? '';

/** Four digits, zeros between them said once and at their end not at all. */
function groupInWords(group: number): string {
  let said = '';
  for (let place = 3; place >= 0; place--) {
    const value = Math.floor(group / 10 ** place) % 10;
    if (value > 0) said += digit(value) + PLACES[place];
    else if (said !== '' && !said.endsWith('零')) said += '零';
  }
  return said.replace(/零$/, '');
}

function yuanPart(yuan: bigint): string {
  let said = '';
  let skipped = false;
  for (let at = GROUPS.length - 1; at >= 0; at--) {
    const group = Number((yuan / 10_000n ** BigInt(at)) % 10_000n);
    if (group === 0) skipped = said !== '';
    else {
      said += (said !== '' && (skipped || group < 1000) ? '零' : '') + groupInWords(group) + GROUPS[at];
      skipped = false;
    }
  }
  return said;
}

export function yuanInWords(fen: Fen): string {
  const whole = fen < 0n ? -fen : fen;
  const yuan = yuanPart(whole / 100n);
  const [jiao, rest] = [(whole / 10n) % 10n, whole % 10n];
  const sign = fen < 0n ? '负' : '';
  if (whole === 0n) return '零元整';
  const head = yuan === '' ? '' : `${yuan}元`;
  if (jiao === 0n && rest === 0n) return `${sign}${head}整`;
  const tail = (jiao > 0n ? `${digit(jiao)}角` : head === '' ? '' : '零') + (rest > 0n ? `${digit(rest)}分` : '整');
  return sign + head + tail;
}
