// The status of a year is what held at its end; what became known later about an earlier day changes the years from that day on.
import { insuredYears } from './insured-year.rules';

const change = (before: string, after: string, validFrom: string, reason = '乡镇核实') => ({
  ...{ before, after, validFrom, reason },
  documentNumber: null,
});
const told = (present: string, ...changes: ReturnType<typeof change>[]) =>
  insuredYears(present, changes, { from: '2016-03-01', to: '2018-06-30' }).map(({ year, insured }) => [year, insured]);

test('without a change every year is as registered, newest first', () => {
  expect(told('resident')).toEqual([
    [2018, 'resident'],
    [2017, 'resident'],
    [2016, 'resident'],
  ]);
});

test('a change holds from the year of its day; before it stands what stood', () => {
  expect(told('resident', change('none', 'resident', '2018-01-01'))).toEqual([
    [2018, 'resident'],
    [2017, 'none'],
    [2016, 'none'],
  ]);
});

test('what is told later about an earlier day does not undo a later one, and of one day the last word holds', () => {
  const later = change('none', 'employee', '2018-02-01');
  expect(told('employee', later, change('employee', 'resident', '2017-01-01'))).toEqual([
    [2018, 'employee'],
    [2017, 'resident'],
    [2016, 'none'],
  ]);
  expect(told('resident', later, change('employee', 'resident', '2018-02-01'))[0]).toEqual([2018, 'resident']);
});

test('each year names its ground', () => {
  const [year] = insuredYears('resident', [change('none', 'resident', '2018-01-01', '2018 年居民医保已缴费')], {
    from: '2018-01-01',
    to: '2018-06-30',
  });
  expect(year).toMatchObject({ since: '2018-01-01', reason: '2018 年居民医保已缴费' });
});
