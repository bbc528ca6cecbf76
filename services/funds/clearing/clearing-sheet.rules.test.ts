// The papers of a clearing: their rows sum to what they say below, and an application tells its amount in both ways of writing.
import { ClearingKind } from './clearing.rules';
import { clearingTable, paymentForm, type SheetFacts, type SheetLine } from './clearing-sheet.rules';

const facts: SheetFacts = {
  ...{ id: 'c-1', kind: ClearingKind.month, period: '2018-05', hospital: '莱城区人民医院', payer: '大病保险' },
  ...{ claimed: 130_000n, deducted: 4_000n, deposit: 12_600n, setOff: 0n, payable: 113_400n, document: '付款1号' },
  ...{ linesHash: 'ab'.repeat(32), packHash: 'cd'.repeat(32), hands: [{ what: '申报', who: '甲', on: '2018-06-05' }] },
};
const line = (ordinal: number, amount: bigint, deducted: bigint, kind = 'settlement'): SheetLine => ({
  ...{ ordinal, settlementId: `s-${ordinal}`, kind, settledOn: '2018-05-11', amount, deducted },
  reason: deducted > 0n ? '超限定支付' : null,
});

test('a clearing sheet lists each line with its deduction and reason, and sums', () => {
  const { rows, foot = [] } = clearingTable(facts, [line(1, 150_000n, 4_000n), line(2, -20_000n, 0n, 'strike')]);
  expect(rows[0]).toEqual(['1', 's-1', '2018-05-11', '结算', '1500.00', '40.00', '超限定支付', '1460.00']);
  expect(rows[1]?.slice(3)).toEqual(['冲账', '-200.00', '0.00', '', '-200.00']);
  expect(foot[0]?.slice(4)).toEqual(['1300.00', '40.00', '', '1260.00']);
  expect(foot.map(([what, told]) => [what, told])).toContainEqual(['申报', '甲 2018-06-05']);
  expect(new Set([...rows, ...foot].map(({ length }) => length))).toEqual(new Set([8]));
});

test('a payment application tells its amount in figures and in words', () => {
  const told = new Map(paymentForm(facts).rows.map(([what, how]) => [what, how]));
  expect(told.get('申请付款（元）')).toBe('1134.00');
  expect(told.get('申请付款（大写）')).toBe('壹仟壹佰叁拾肆元整');
  expect(told.get('收款单位（医院）')).toBe('莱城区人民医院');
  expect(paymentForm({ ...facts, payable: null }).rows).toContainEqual(['申请付款（大写）', '']);
});
