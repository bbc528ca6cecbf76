// Who may urge what, and how often.
import { checkUrging } from './notice.rules';

const officer = { unitId: 'office', regionId: 'city' };
const owed = { unitId: null, regionId: 'town' };
const urge =
  (matter: Parameters<typeof checkUrging>[0], everyDays = 2, today = '2018-05-03') =>
  () =>
    checkUrging(matter, officer, today, everyDays);

test('what somebody else owes is urged, again only when the days of the clock are over', () => {
  expect(urge({ owedBy: owed, urgedOn: null })).not.toThrow();
  expect(urge({ owedBy: owed, urgedOn: '2018-05-02' })).toThrow(expect.objectContaining({ code: 'URGED_ALREADY' }));
  expect(urge({ owedBy: owed, urgedOn: '2018-05-01' })).not.toThrow();
  expect(urge({ owedBy: owed, urgedOn: '2018-04-30' }, 3, '2018-05-02')).toThrow(
    expect.objectContaining({ code: 'URGED_ALREADY' }),
  );
});

test('nobody urges himself, nor what nobody owes', () => {
  for (const own of [
    { unitId: 'office', regionId: 'town' },
    { unitId: null, regionId: 'city' },
  ])
    expect(urge({ owedBy: own, urgedOn: null })).toThrow(expect.objectContaining({ code: 'URGE_OWN' }));
  expect(urge({ owedBy: { unitId: 'health', regionId: 'city' }, urgedOn: null })).not.toThrow();
  expect(urge({ owedBy: null, urgedOn: null })).toThrow(expect.objectContaining({ code: 'NOTHING_TO_URGE' }));
});
