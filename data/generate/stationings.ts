// People stationed in villages (驻村) of the demo city: a first secretary and a village secretary in some villages of each town, with their days on site.
import { idOf } from './ids';
import { prng } from './prng';
import type { AppointmentRow, PersonRow, RegionRow } from './rows';

export interface StationingRow {
  id: string;
  role: 'first-secretary' | 'village-secretary' | 'work-team';
  personId: string;
  regionId: string;
  path: string;
  unitId: string | null;
  documentNumber: string;
  validFrom: string;
  stationedBy: string;
}

export interface SiteRecordRow {
  id: string;
  station: StationingRow;
  deed: 'on-site' | 'policy-talk' | 'village-meeting';
  day: string;
  content: string;
  /** null while the month waits for the town */
  confirmedBy: string | null;
}

export interface Stationings {
  stationings: StationingRow[];
  records: SiteRecordRow[];
}

interface Founded {
  regions: readonly RegionRow[];
  persons: readonly PersonRow[];
  appointments: readonly AppointmentRow[];
}

const VILLAGES_OF_TOWN = 2;
const MONTHS = ['2018-01', '2018-02', '2018-03'];
/** April was not yet looked at when the demo city begins. */
const WAITING = '2018-04';
const WORK = [
  '入户核对收入与帮扶措施',
  '走访贫困户，了解春耕需求',
  '核对扶贫手册与村档案',
  '协调光伏电站并网',
  '组织公益岗位上岗',
];

export function stationingsOf(seed: number, { regions, persons, appointments }: Founded): Stationings {
  const unitOf = new Map(persons.map(({ id, unitId }) => [id, unitId]));
  const helpers = appointments.filter(({ post }) => post === 'helper').map(({ personId }) => personId);
  const holder = (post: string, regionId: string) =>
    appointments.find((each) => each.post === post && each.regionId === regionId)?.personId;
  const made: Stationings = { stationings: [], records: [] };
  let next = 0;
  // Some helpers live in the villages already; nobody is stationed twice.
  const helper = () => helpers[next++ % helpers.length] as string;
  for (const town of regions.filter(({ kind }) => kind === 'town')) {
    const officer = holder('town-officer', town.id);
    if (officer === undefined) continue;
    const below = regions.filter(({ kind, parentId }) => kind === 'village' && parentId === town.id);
    const held = below.filter(({ id }) => holder('first-secretary', id) !== undefined);
    const villages = [...held, ...below.filter((each) => !held.includes(each))].slice(0, VILLAGES_OF_TOWN);
    villages.forEach((village, at) => {
      const station = (role: StationingRow['role'], personId: string) => {
        const row: StationingRow = {
          id: idOf(seed, 'stationing', `${role}/${village.id}`),
          role,
          personId,
          regionId: village.id,
          path: village.path,
          unitId: role === 'village-secretary' ? null : (unitOf.get(personId) ?? null),
          documentNumber: '莱组发〔2018〕3号（拟）',
          validFrom: '2018-01-01',
          stationedBy: officer,
        };
        made.stationings.push(row);
        made.records.push(...recordsOf(seed, row, officer));
      };
      station('first-secretary', holder('first-secretary', village.id) ?? helper());
      station('village-secretary', holder('village-clerk', village.id) ?? helper());
      if (at === 0) station('work-team', helper());
    });
  }
  return made;
}

function recordsOf(seed: number, station: StationingRow, officer: string): SiteRecordRow[] {
  const random = prng(seed, 'site-records', station.id);
  const confirmedBy = officer === station.personId ? null : officer;
  return [...MONTHS, WAITING].flatMap((month) => {
    // One in eight stays below the twenty days, which is then owed.
    const days = random.perMille(125) ? random.between(14, 18) : random.between(20, 23);
    const first = 28 - days;
    const record = (deed: SiteRecordRow['deed'], day: number, content: string): SiteRecordRow => {
      const on = `${month}-${String(day).padStart(2, '0')}`;
      const id = idOf(seed, 'site-record', `${station.id}/${deed}/${on}`);
      return { id, station, deed, day: on, content, confirmedBy: month === WAITING ? null : confirmedBy };
    };
    const onSite = Array.from({ length: days }, (_, at) => record('on-site', first + at + 1, random.pick(WORK)));
    const talk = random.perMille(850) ? [record('policy-talk', 20, '在村文化广场宣讲健康扶贫政策')] : [];
    const meeting = random.perMille(850) ? [record('village-meeting', 25, '研究本月脱贫攻坚重点事项')] : [];
    if (station.role === 'first-secretary') return [...onSite, ...talk];
    return station.role === 'village-secretary' ? [...onSite, ...meeting] : onSite;
  });
}
