// Meetings (会议) of the first months of 2018: two plenary ones within a month, monthly ones of districts and zones, weekly studies, some missing.
import { idOf } from './ids';
import type { Founded, GroupMemberRow, LeadingGroupRow, MeetingRow } from './leadership';
import { prng } from './prng';
import type { RegionRow } from './rows';

/** The report of May 2018 tells of two plenary meetings within a month; their days are assumed. */
const plenaries = ['2018-03-21', '2018-04-18'];
/** Assumed days; 钢城区 held none in February, which is then owed. */
const monthlies: Readonly<Record<string, readonly string[]>> = {
  莱城区: ['2018-01-12', '2018-02-08', '2018-03-15', '2018-04-12'],
  钢城区: ['2018-01-16', '2018-03-20', '2018-04-17'],
  雪野旅游区: ['2018-01-18', '2018-02-09', '2018-03-22', '2018-04-19'],
};
const charges: readonly (readonly [string, string])[] = [
  ['health-commission', '6月底前实现建档立卡贫困人口定点医院一站式结算全覆盖'],
  ['finance-bureau', '5月底前完成第一批财政专项扶贫资金拨付到户到项目'],
  ['civil-affairs', '6月底前对脱贫难户完成低保兜底核查'],
  ['housing-construction', '9月底前完成全部危房改造评定和复核'],
];
const MONDAYS_OF_Q1 = 13;

/** Who holds a post at a region, or the nearest region above that has such an officer. */
function officerOf(city: Founded, region: RegionRow): string | undefined {
  const posts: Readonly<Record<string, string>> = {
    city: 'office-officer',
    district: 'district-officer',
    zone: 'zone-officer',
    town: 'town-officer',
  };
  return city.appointments.find(({ post, regionId }) => regionId === region.id && post === posts[region.kind])
    ?.personId;
}

function officerAbove(city: Founded, region: RegionRow): string | undefined {
  if (region.kind === 'city') return city.appointments.find(({ post }) => post === 'office-director')?.personId;
  const above = city.regions.find(({ id }) => id === region.parentId);
  return above && (officerOf(city, above) ?? officerAbove(city, above));
}

export function meetingsOf(
  seed: number,
  city: Founded,
  groups: readonly LeadingGroupRow[],
  members: readonly GroupMemberRow[],
): MeetingRow[] {
  const regionOf = new Map(city.regions.map((region) => [region.id, region]));
  const ofGroups = groups.flatMap((group) => {
    const region = regionOf.get(group.regionId);
    if (!region) return [];
    const units = members.filter(({ groupId }) => groupId === group.id).map(({ unitId }) => unitId);
    const days = region.kind === 'city' ? plenaries : (monthlies[region.name] ?? []);
    return days.flatMap((heldOn, at) => ofGroup(seed, city, { group, region, units }, heldOn, at + 1));
  });
  const towns = city.regions.filter(({ kind }) => kind === 'town');
  return [...ofGroups, ...towns.flatMap((town) => studiesOf(seed, city, town))];
}

function ofGroup(
  seed: number,
  city: Founded,
  { group, region, units }: { group: LeadingGroupRow; region: RegionRow; units: readonly string[] },
  heldOn: string,
  number: number,
): MeetingRow[] {
  const recordedBy = officerOf(city, region);
  if (!recordedBy) return [];
  const random = prng(seed, 'meeting', region.path, heldOn);
  const plenary = region.kind === 'city';
  const attendance = units.map((unitId) => ({ unitId, present: random.perMille(960) }));
  return [
    {
      id: idOf(seed, 'meeting', `${region.path}/${heldOn}`),
      kind: plenary ? 'plenary' : 'monthly',
      groupId: group.id,
      regionId: region.id,
      path: region.path,
      title: plenary ? `${group.name}2018年第${number}次全体会议` : `${group.name}${Number(heldOn.slice(5, 7))}月会议`,
      heldOn,
      headcount: attendance.filter(({ present }) => present).length + 6,
      minutes: plenary
        ? '会议听取了一季度脱贫攻坚工作情况，研究部署行业扶贫和重点考核任务。'
        : '会议传达全市部署，研究本区脱贫攻坚工作，调度各镇街责任落实情况。',
      minutesNumber: `${region.name}扶组纪〔2018〕${number}号（拟）`,
      recordedBy,
      approvedBy: officerAbove(city, region) ?? null,
      agenda: plenary
        ? ['一季度脱贫攻坚工作情况', '41 个成员单位重点考核任务进展', '下一步工作安排']
        : ['传达全市会议精神', '镇街责任落实情况'],
      attendance,
      resolutions: plenary ? chargesOf(city, number) : dutiesOf(city, region, heldOn, number),
    },
  ];
}

function chargesOf({ units }: Founded, number: number): MeetingRow['resolutions'] {
  const half = number === 1 ? charges.slice(0, 2) : charges.slice(2);
  const charged = half.map(([code, content]) => ({
    content,
    ownerUnitId: units.find((unit) => unit.code === code)?.id,
    deadline: `${content.startsWith('5') ? '2018-05-31' : content.startsWith('9') ? '2018-09-30' : '2018-06-30'}`,
  }));
  return [...charged, { content: '会议原则同意《行业扶贫督查考核办法》，按程序印发执行' }];
}

function dutiesOf({ regions }: Founded, region: RegionRow, heldOn: string, number: number): MeetingRow['resolutions'] {
  const below = regions.filter(({ parentId }) => parentId === region.id);
  // Two towns after the other, until each had its turn.
  const towns = [2 * number - 2, 2 * number - 1].flatMap((at) => below[at] ?? []);
  const deadline = `2018-${String(Number(heldOn.slice(5, 7)) + 2).padStart(2, '0')}-28`;
  return towns.map(({ id, name }) => ({
    content: `${name}对走访和档案薄弱村完成一次全面排查`,
    ownerRegionId: id,
    deadline,
  }));
}

/** About one week in sixteen is missing; the last one of a town in four still awaits approval. */
function studiesOf(seed: number, city: Founded, town: RegionRow): MeetingRow[] {
  const recordedBy = officerOf(city, town);
  if (!recordedBy) return [];
  const random = prng(seed, 'study', town.code ?? town.path);
  const unit = city.units.find(({ code }) => code === `town-${town.code}`);
  const late = random.perMille(250);
  return Array.from({ length: MONDAYS_OF_Q1 }, (_, week) => week).flatMap((week): MeetingRow[] => {
    const held = random.between(1, 3);
    // After the Spring Festival of 2018 work began again on Thursday 22 February.
    const day = new Date(Date.UTC(2018, 0, 1 + week * 7 + (week === 7 ? 3 : held)));
    const heldOn = day.toISOString().slice(0, 10);
    const present = random.between(9, 28);
    if (random.perMille(62)) return [];
    return [
      {
        id: idOf(seed, 'meeting', `${town.path}/${heldOn}`),
        kind: 'study',
        groupId: null,
        regionId: town.id,
        path: town.path,
        title: `${town.name}研究扶贫工作第${week + 1}周例会`,
        heldOn,
        headcount: present,
        minutes: '学习上级脱贫攻坚部署，研究本周走访、项目、资金和档案工作，逐村明确责任人。',
        minutesNumber: `${town.name}扶学〔2018〕${week + 1}号（拟）`,
        recordedBy,
        approvedBy: late && week === MONDAYS_OF_Q1 - 1 ? null : (officerAbove(city, town) ?? null),
        agenda: ['学习部署', '研究本周工作'],
        attendance: unit ? [{ unitId: unit.id, present: true }] : [],
        resolutions: [],
      },
    ];
  });
}
