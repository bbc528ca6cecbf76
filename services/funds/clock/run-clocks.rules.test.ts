// Clocks of lots and the rate at which money is spent: days are counted from the clock's own start, spent is paid to the last recipient.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { readPack } from '#platform/vocabulary/pack';
import { fundClockKind } from './fund-clock-pack.rules';
import { executionOf, type LotOnDay, runClocks, runYearEnds } from './run-clocks.rules';

const shipped = readFileSync(join(projectRoot, 'data/fund-clocks/laiwu-2018.json'), 'utf8');
const { content: pack } = readPack(fundClockKind, JSON.parse(shipped));
const lot = (more: Partial<LotOnDay> = {}): LotOnDay => ({
  ...{
    id: 'a',
    regionId: 'r',
    path: '0001/',
    allotmentId: 'n',
    number: '1号',
    book: 'special',
    sourceLevel: 'central',
  },
  ...{ year: 2018, clockFrom: '2018-01-12', issuedOn: '2018-01-12' },
  ...{ amount: 100n, allotted: 100n, available: 40n, reserved: 10n, paid: 50n },
  ...more,
});
const overdue = (one: LotOnDay, day: string) =>
  pack && runClocks(pack, [one], day).flatMap((run) => (run.overdue ? [`${run.clock.code} ${run.open}`] : []));

test('money from above has 30 days until it is placed (冷水滩), and is idle after a year and after two', () => {
  expect(overdue(lot(), '2018-02-11')).toEqual([]);
  expect(overdue(lot(), '2018-02-12')).toEqual(['upper-placed 40']);
  expect(overdue(lot({ available: 0n }), '2018-02-12')).toEqual([]);
  expect(overdue(lot({ available: 0n }), '2019-01-13')).toEqual(['idle-one-year 10']);
  expect(overdue(lot({ available: 0n }), '2020-01-13')).toEqual(['idle-one-year 10', 'idle-two-years 10']);
});

test('own budgets are issued within 20 days and reach projects within 60', () => {
  const own = lot({ sourceLevel: 'city', issuedOn: null, allotted: 0n, available: 0n, reserved: 0n, paid: 0n });
  expect(overdue(own, '2018-02-01')).toEqual([]);
  expect(overdue(own, '2018-02-02')).toEqual(['own-issued 100']);
  expect(overdue(lot({ sourceLevel: 'city', issuedOn: '2018-02-05' }), '2018-02-06')).toEqual(['own-issued 100']);
  expect(overdue(lot({ sourceLevel: 'district' }), '2018-03-14')).toEqual(['own-placed 40']);
});

test('the rate is of what was paid; a balance of 7 % is too high already (晋中)', () => {
  expect(executionOf([lot()], '0.07')).toMatchObject({ rate: '50.00', balanceRate: '50.00', balanceTooHigh: true });
  expect(executionOf([lot({ paid: 93n })], '0.07')).toMatchObject({ rate: '93.00', balanceTooHigh: true });
  expect(executionOf([lot({ paid: 94n })], '0.07')).toMatchObject({ balanceRate: '6.00', balanceTooHigh: false });
  expect(executionOf([], '0.07')).toMatchObject({ rate: null, balanceTooHigh: false });
});

test('what a place has left of a year is weighed at the end of its last day, over its lots together', () => {
  const ends = (day: string, ...lots: LotOnDay[]) =>
    pack &&
    runYearEnds(pack, lots, day).map(({ path, year, balance, tooHigh }) => `${path} ${year} ${balance} ${tooHigh}`);
  const [kept, open] = [lot({ paid: 100n, available: 0n, reserved: 0n }), lot({ id: 'b', paid: 86n })];
  expect(ends('2018-12-30', open)).toEqual([]);
  expect(ends('2018-12-31', open)).toEqual(['0001/ 2018 14 true']);
  expect(ends('2018-12-31', open, kept)).toEqual(['0001/ 2018 14 true']);
  expect(ends('2019-06-01', lot({ paid: 87n }), kept)).toEqual(['0001/ 2018 13 false']);
  expect(ends('2018-12-31', lot({ book: 'donation' }), lot({ issuedOn: null }), lot({ year: 2019 }))).toEqual([]);
});
