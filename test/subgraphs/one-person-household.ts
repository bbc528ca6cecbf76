// A household of one person (一人户) to be registered in a test, with an identity number of its own.
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import type { HouseholdsOnly } from './open-households';

let serial = 0;

/** All born on one day, so that the name alone keeps them apart. */
export function nextIdNumber(): string {
  const first17 = `37129919550505${String(++serial).padStart(3, '0')}`;
  return `${first17}${identityCheckDigit(first17)}`;
}

export function villageIn({ city, regionId }: HouseholdsOnly, name: string, at = 0): string {
  const place = regionId(name);
  const villages = city.regions.filter((each) => each.kind === 'village' && each.parentId === place);
  return villages[at]?.id as string;
}

const digits = '甲乙丙丁戊己庚辛壬癸';

export function onePersonHousehold(regionId: string, idNumber: string, name?: string): object {
  const own = [...String(serial)].map((digit) => digits[Number(digit)]).join('');
  const member = {
    name: name ?? `亓${own}`,
    idNumber,
    relation: 'head',
    ethnicity: 'han',
    education: 'primary',
    health: 'healthy',
    labour: 'ordinary',
    insured: 'resident',
  };
  return {
    regionId,
    standard: 'provincial',
    type: 'general-poor',
    mainCause: 'illness',
    address: '村东头 3 号',
    registeredOn: '2018-03-01',
    members: [member],
  };
}
