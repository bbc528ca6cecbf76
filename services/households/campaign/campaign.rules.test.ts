// Campaigns: by whom, where, and within one turn of what is owed.
import { CampaignKind, checkCampaign } from './campaign.rules';

const form = {
  kind: CampaignKind.bigVisit,
  regionId: 'd',
  title: '二季度扶贫大走访',
  documentNumber: '莱城扶组发〔2018〕5号',
  from: '2018-05-01',
  until: '2018-06-01',
};
const turns = [
  { turn: '2018Q1', from: '2018-01-01', until: '2018-04-01' },
  { turn: '2018Q2', from: '2018-04-01', until: '2018-07-01' },
];
const ground = { region: 'district', own: 'd', turns, today: '2018-04-20' };
const coded = (code: string) => expect.objectContaining({ code });

test('a district plans its big visit within a quarter', () => {
  expect(checkCampaign(form, ground)).toMatchObject({ turn: '2018Q2' });
  expect(checkCampaign({ ...form, from: '2018-04-01', until: '2018-07-01' }, ground).turn).toBe('2018Q2');
  for (const wrong of [{ from: '2018-03-31' }, { until: '2018-07-02' }])
    expect(() => checkCampaign({ ...form, ...wrong }, ground)).toThrow(coded('CAMPAIGN_OUTSIDE_TURN'));
  expect(() => checkCampaign({ ...form, until: '2018-05-01' }, ground)).toThrow(coded('INVALID_INPUT'));
  expect(checkCampaign(form, { ...ground, today: '2018-05-31' }).turn).toBe('2018Q2');
  expect(() => checkCampaign(form, { ...ground, today: '2018-06-01' })).toThrow(coded('INVALID_INPUT'));
});

test('the city alone visits the poor; a town plans none, and nobody plans elsewhere', () => {
  const poor = { ...form, kind: CampaignKind.visitToThePoor };
  expect(() => checkCampaign(poor, ground)).toThrow(coded('CAMPAIGN_NOT_HERE'));
  expect(checkCampaign(poor, { ...ground, region: 'city' }).turn).toBe('2018Q2');
  expect(() => checkCampaign(form, { ...ground, region: 'town' })).toThrow(coded('CAMPAIGN_NOT_HERE'));
  expect(() => checkCampaign(form, { ...ground, own: 'other' })).toThrow(coded('CAMPAIGN_NOT_HERE'));
});
