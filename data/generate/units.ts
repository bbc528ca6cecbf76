// Units (单位): the 41 member units of the leading group, hospitals, payers, offices, and the governments of towns.
import { idOf } from './ids';
import { readJson } from './read-input';
import { known, type Regions } from './regions';
import type { UnitRow } from './rows';

interface Institution {
  code: string;
  name: string;
  kind: UnitRow['kind'];
  line: string;
  grade: UnitRow['grade'];
  region: string;
}

export interface MemberUnit {
  code: string;
  name: string;
  line: string;
  duties: { title: string; standard: string; evidence: string }[];
}

export function memberUnits(): MemberUnit[] {
  return readJson<{ units: MemberUnit[] }>('member-units.json').units;
}

export function units(seed: number, regions: Regions): UnitRow[] {
  const row = (unit: Institution, inLeadingGroup: boolean): UnitRow => {
    const { code, name, kind, line, grade } = unit;
    const regionId = known(regions.byKey, unit.region).id;
    return { id: idOf(seed, 'unit', code), code, name, kind, line, grade, regionId, inLeadingGroup };
  };
  const members = memberUnits().map(({ code, name, line }) =>
    row({ code, name, line, kind: 'member-unit', grade: null, region: '371200' }, true),
  );
  const institutions = readJson<{ units: Institution[] }>('institutions.json').units.map((unit) => row(unit, false));
  const governments = regions.rows
    .filter((region) => region.kind === 'town')
    .map((town) => {
      const code = town.code ?? '';
      const name = town.name.endsWith('街道') ? `${town.name}办事处` : `${town.name}人民政府`;
      return row(
        { code: `town-${code}`, name, kind: 'organisation', line: 'town-government', grade: null, region: code },
        false,
      );
    });
  return [...members, ...institutions, ...governments];
}
