// The year of a charity fund: each kind and size of organisation by its own sentence, to the fen.
import { parseYuan } from '#platform/vocabulary/money';
import { shippedPacks } from '../../../data/load/shipped-packs';
import { type CharityPack, charityPackKind, LegalForm } from './charity-pack.rules';
import { CharityVerdict, type CharityYearSums, judgeYear, standardFor } from './charity-year.rules';

const [pack] = shippedPacks('charity-rules', charityPackKind) as [CharityPack];
const yuan = (text: string) => parseYuan(text);
const none = { moneyIncome: 0n, goodsIncome: 0n, spentMoney: 0n, goodsUsed: 0n, administration: 0n, netAssets: 0n };
const sums = (more: Partial<CharityYearSums>): CharityYearSums => ({ year: 2018, ...none, ...more });
const tier = (legalForm: LegalForm, publicRaising: boolean, assets: string) => {
  const found = standardFor(pack, { legalForm, publicRaising }, yuan(assets));
  return found && `${found.spending.map(({ of, rate }) => `${of} ${rate}`).join(', ')} / ${found.administration}`;
};
const foundation = standardFor(pack, { legalForm: LegalForm.foundation, publicRaising: true }, 0n);
const judge = (year: Partial<CharityYearSums>, before: Partial<CharityYearSums>[]) => {
  if (!foundation) throw new Error('no standard');
  return judgeYear(pack, foundation, sums(year), before.map(sums));
};

test('the tier is that of the form and of the net assets, the threshold included (民发〔2016〕189号)', () => {
  expect(tier(LegalForm.foundation, true, '90000000.00')).toBe('income 0.70 / 0.10');
  expect(tier(LegalForm.association, true, '1.00')).toBe('income 0.70 / 0.13');
  expect(tier(LegalForm.foundation, false, '60000000.00')).toBe('net-assets 0.06 / 0.12');
  expect(tier(LegalForm.foundation, false, '59999999.99')).toBe('net-assets 0.06 / 0.13');
  expect(tier(LegalForm.foundation, false, '3999999.99')).toBe('net-assets 0.08 / 0.20');
  expect(tier(LegalForm.serviceInstitution, false, '5000000.00')).toBe('net-assets 0.07 / 0.14');
  expect(tier(LegalForm.association, false, '999999.99')).toBe('net-assets 0.08, income 0.50 / 0.20');
});

test('seventy per cent of last year’s income, and what is missing to the fen', () => {
  const before = [{ moneyIncome: yuan('1000.01'), goodsIncome: yuan('200.00') }];
  expect(judge({ spentMoney: yuan('640.01'), goodsUsed: yuan('200.00') }, before)).toMatchObject({
    ...{ required: yuan('840.01'), missing: 0n, spendingRatio: '70.00', verdict: CharityVerdict.meets },
  });
  expect(judge({ spentMoney: yuan('840.00') }, before)).toMatchObject({
    ...{ missing: 1n, verdict: CharityVerdict.spendingShort },
  });
});

test('the mean of three years may stand for last year, where it is less', () => {
  const years = ['900.00', '300.00', '300.00'].map((each) => ({ moneyIncome: yuan(each) }));
  expect(judge({}, years).required).toBe(yuan('350.00'));
  expect(judge({}, years.slice(0, 2)).required).toBe(yuan('630.00'));
  expect(judge({}, [...years].reverse()).required).toBe(yuan('210.00'));
});

test('administration above a tenth of the spending is over, unless it is small', () => {
  const before = [{ moneyIncome: 0n }];
  const much = { spentMoney: yuan('1800000.00'), administration: yuan('200000.00') };
  expect(judge(much, before)).toMatchObject({ administrationRatio: '10.00', verdict: CharityVerdict.meets });
  expect(judge({ ...much, administration: yuan('200000.10') }, before)).toMatchObject({
    ...{ administrationOver: 9n, verdict: CharityVerdict.administrationOver },
  });
  expect(judge({ spentMoney: 1n, administration: yuan('199999.99') }, before).verdict).toBe(CharityVerdict.meets);
  const rich = [{ moneyIncome: yuan('9000000.00') }];
  expect(judge({ ...much, administration: yuan('900000.00') }, rich).verdict).toBe(CharityVerdict.bothMissed);
});

test('a first year is explained and not judged; nothing is divided by nothing', () => {
  expect(judge({ spentMoney: 5n }, [])).toMatchObject({
    ...{ verdict: CharityVerdict.firstYear, spendingRatio: null, required: 0n },
  });
  expect(judge({}, []).administrationRatio).toBeNull();
});

test('a pack leaves no kind of organisation without a tier from zero', () => {
  const { standards } = pack;
  const broken = { ...pack, standards: standards.filter((each) => each.netAssetsFrom !== '0.00') };
  expect(charityPackKind.schema.safeParse(broken).success).toBe(false);
  expect(charityPackKind.schema.safeParse(pack).success).toBe(true);
});
