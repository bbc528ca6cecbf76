// A resolution becomes a task once it is published, of whom it charges, and by the office of the region that met.
import type { Refusal } from '#platform/vocabulary/refusal';
import { chargeOf, type PublishedResolution } from './task-resolution.rules';

const resolution: PublishedResolution = {
  id: 'r',
  regionId: 'city',
  position: 2,
  content: '完成一站式结算全覆盖',
  ownerUnitId: 'health',
  ownerRegionId: null,
  deadline: '2018-06-30',
  heldOn: '2018-03-21',
  minutesNumber: '莱扶组纪〔2018〕1号',
  publishedAt: '2018-03-22T08:00:00.000Z',
};
const codeOf = (change: Partial<PublishedResolution>, office: string | null = 'city') => {
  try {
    chargeOf({ ...resolution, ...change }, office);
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};

test('a unit’s task hangs on the region that met, a region’s on itself, in the year of the deadline', () => {
  const charge = { year: 2018, code: '莱扶组纪〔2018〕1号-2', deadline: '2018-06-30' };
  expect(chargeOf(resolution, 'city')).toEqual({ ...charge, unitId: 'health', regionId: 'city' });
  const ofTown = { ...resolution, ownerUnitId: null, ownerRegionId: 'town', deadline: '2019-01-31' };
  expect(chargeOf(ofTown, 'city')).toMatchObject({ unitId: null, regionId: 'town', year: 2019 });
});

test('what is not published, charges nobody, or was resolved elsewhere becomes no task', () => {
  expect(codeOf({})).toBeNull();
  expect(codeOf({ publishedAt: null })).toBe('RESOLUTION_NOT_PUBLISHED');
  expect(codeOf({ ownerUnitId: null, deadline: null })).toBe('RESOLUTION_WITHOUT_OWNER');
  expect(codeOf({}, 'district')).toBe('RESOLUTION_NOT_YOURS');
  expect(codeOf({}, null)).toBe('RESOLUTION_NOT_YOURS');
});
