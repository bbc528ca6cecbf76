// Leadership (领导小组与会议) of the generated city: groups with members, plenary and monthly meetings, and the towns' weekly studies.
import { idOf } from './ids';
import { meetingsOf } from './meetings';
import type { AppointmentRow, PersonRow, RegionRow, UnitRow } from './rows';

export interface LeadingGroupRow {
  id: string;
  regionId: string;
  path: string;
  name: string;
  documentNumber: string;
  officeUnitId: string;
  foundedOn: string;
}

export interface GroupMemberRow {
  id: string;
  groupId: string;
  unitId: string;
  personId: string | null;
  seat: 'head' | 'deputy' | 'member';
  postTitle: string;
  validFrom: string;
}

export interface MeetingRow {
  id: string;
  kind: 'plenary' | 'monthly' | 'study';
  groupId: string | null;
  regionId: string;
  path: string;
  title: string;
  heldOn: string;
  headcount: number;
  minutes: string;
  minutesNumber: string;
  recordedBy: string;
  /** null while the minutes await approval */
  approvedBy: string | null;
  agenda: string[];
  attendance: { unitId: string; present: boolean }[];
  resolutions: { content: string; ownerUnitId?: string; ownerRegionId?: string; deadline?: string }[];
}

export interface Leadership {
  groups: LeadingGroupRow[];
  members: GroupMemberRow[];
  meetings: MeetingRow[];
}

export interface Founded {
  regions: RegionRow[];
  units: UnitRow[];
  persons: PersonRow[];
  appointments: AppointmentRow[];
}

const FOUNDED = '2016-02-01';
/** Assumed: who heads Laiwu's groups was not found; elsewhere the Party secretary and the head of government do. */
const heads: Readonly<Record<string, readonly [GroupMemberRow['seat'], string]>> = {
  'party-office': ['head', '市委书记'],
  'government-office': ['deputy', '市长'],
  'poverty-alleviation-office': ['deputy', '办公室主任'],
};

export function leadership(seed: number, city: Founded): Leadership {
  const groups = city.regions.flatMap((region) => groupOf(seed, region, city.units));
  const members = groups.flatMap((group) => membersOf(seed, group, city));
  return { groups, members, meetings: meetingsOf(seed, city, groups, members) };
}

function groupOf(seed: number, region: RegionRow, units: readonly UnitRow[]): LeadingGroupRow[] {
  if (!['city', 'district', 'zone'].includes(region.kind)) return [];
  const office =
    region.kind === 'city'
      ? units.find(({ code }) => code === 'poverty-alleviation-office')
      : units.find(({ kind, regionId }) => kind === 'office' && regionId === region.id);
  if (!office) throw new Error(`no office of poverty alleviation in ${region.name}`);
  return [
    {
      id: idOf(seed, 'leading-group', region.path),
      regionId: region.id,
      path: region.path,
      name: `${region.name}扶贫开发领导小组`,
      documentNumber: `${region.name}委办字〔2016〕7号（拟）`,
      officeUnitId: office.id,
      foundedOn: FOUNDED,
    },
  ];
}

function membersOf(seed: number, group: LeadingGroupRow, { regions, units, appointments }: Founded): GroupMemberRow[] {
  const region = regions.find(({ id }) => id === group.regionId);
  const below = new Set(regions.filter(({ parentId }) => parentId === group.regionId).map(({ id }) => id));
  const seated = units.filter((unit) =>
    region?.kind === 'city'
      ? unit.inLeadingGroup
      : unit.id === group.officeUnitId || (unit.kind === 'organisation' && below.has(unit.regionId)),
  );
  return seated.map((unit) => {
    const [seat, postTitle] =
      heads[unit.code] ?? (unit.id === group.officeUnitId ? ['head', '党（工）委书记'] : ['member', '主要负责人']);
    const liaison = appointments.find(({ post, unitId }) => post === 'unit-liaison' && unitId === unit.id);
    return {
      id: idOf(seed, 'group-member', `${group.path}/${unit.code}`),
      groupId: group.id,
      unitId: unit.id,
      personId: seat === 'member' ? (liaison?.personId ?? null) : null,
      seat: seat as GroupMemberRow['seat'],
      postTitle,
      validFrom: FOUNDED,
    };
  });
}
