// Registered poor households (建档立卡贫困户) with their members, as the register stood at the end of 2015.
import type { VillageCount } from './household-counts';
import { idStream } from './ids';
import { membersOf } from './members';
import { type Prng, prng } from './prng';
import { known, type Regions } from './regions';
import type { HouseholdRow, MemberRow, RegionRow } from './rows';
import { bankCard, identityNumbers, phone } from './unissuable-numbers';

export interface Households {
  rows: HouseholdRow[];
  /** the town of each household, by the household's place in `rows` */
  towns: RegionRow[];
  /** the head's name of each household, likewise */
  heads: string[];
  members: MemberRow[];
}

// Illness and disability led everywhere in Shandong; the shares themselves are assumed.
const causes = [
  ['illness', 430],
  ['disability', 160],
  ['lack-of-labour', 190],
  ['lack-of-skill', 70],
  ['lack-of-funds', 60],
  ['schooling', 35],
  ['lack-of-motivation', 20],
  ['disaster', 10],
  ['lack-of-land', 8],
  ['lack-of-water', 5],
  ['poor-transport', 7],
  ['other', 5],
] as const;

export function households(seed: number, regions: Regions, counts: VillageCount[], people: number): Households {
  const random = prng(seed, 'households');
  const total = counts.reduce((sum, each) => sum + each.households, 0);
  const sizes = householdSizes(prng(seed, 'household-sizes'), total, people);
  const nextId = idStream(seed, 'household');
  const make = { nextId: idStream(seed, 'member'), identityNumber: identityNumbers() };
  const made: Households = { rows: [], towns: [], heads: [], members: [] };
  for (const { village, town, households: inVillage } of counts) {
    const district = known(regions.byId, town.statisticalParentId ?? '').name;
    const place =
      `莱芜市${district}${town.name}${village.name.replace(/(村委会|居委会)$/, (kind) => (kind === '村委会' ? '村' : '居'))}`.replace(
        /村村$/,
        '村',
      );
    for (let serial = 1; serial <= inVillage; serial++) {
      const id = nextId();
      const mainCause = random.weighted(causes);
      const size = sizes[made.rows.length] ?? 1;
      const members = membersOf(id, size, mainCause, random, make);
      const head = members[0];
      if (!head) throw new Error('a household has at least its head');
      made.rows.push({
        id,
        number: `${village.code}${String(serial).padStart(4, '0')}`,
        regionId: village.id,
        path: village.path,
        standard: random.weighted([
          ['provincial', 70],
          ['national', 27],
          ['municipal', 3],
        ] as const),
        type: typeOf(size, random),
        mainCause,
        otherCauses: otherCauses(mainCause, random),
        address: `${place}${random.between(1, 320)}号`,
        phone: phone(random),
        bankName: `莱芜农村商业银行${town.name.replace(/街道$|镇$/, '')}支行`,
        bankCard: bankCard(made.rows.length + 1, random),
        registeredOn: `${random.pick([2014, 2014, 2015])}-${String(random.between(6, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
        headMemberId: head.id,
      });
      made.towns.push(town);
      made.heads.push(head.name);
      made.members.push(...members);
    }
  }
  return made;
}

function typeOf(size: number, random: Prng): string {
  if (size === 1)
    return random.weighted([
      ['general-poor', 42],
      ['dibao-poor', 30],
      ['wubao', 20],
      ['dibao', 8],
    ] as const);
  return random.weighted([
    ['general-poor', 60],
    ['dibao-poor', 31],
    ['dibao', 9],
  ] as const);
}

/** The form allows none to two, and never the main one again. */
function otherCauses(mainCause: string, random: Prng): string[] {
  const wanted = random.weighted([
    [0, 45],
    [1, 40],
    [2, 15],
  ] as const);
  const chosen = new Set<string>();
  for (let at = 0; at < wanted; at++) chosen.add(random.weighted(causes));
  chosen.delete(mainCause);
  return [...chosen];
}

/** More than half live alone; sizes add up to the people exactly. */
function householdSizes(random: Prng, households: number, people: number): number[] {
  const most = 6;
  if (people < households || people > households * most)
    throw new RangeError(`${people} people cannot live in ${households} households of 1 to ${most}`);
  const alone = people < households * 2 ? 600 : 0;
  const sizes = Array.from({ length: households }, () => 1);
  const shared = sizes.map((_, at) => at).filter(() => !random.perMille(alone));
  const open = (shared.length * (most - 1) >= people - households ? shared : sizes.map((_, at) => at)).slice();
  for (let left = people - households; left > 0; left--) {
    const slot = random.below(open.length);
    const at = open[slot] ?? 0;
    const size = (sizes[at] ?? 1) + 1;
    sizes[at] = size;
    if (size === most) {
      open[slot] = open[open.length - 1] ?? at;
      open.pop();
    }
  }
  return sizes;
}
