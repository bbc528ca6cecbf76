// Finds the unit of the line (行业部门) that is to appraise a project: a unit of one of the lines that its type names.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { ProjectPack } from './project-pack.rules';
import { projectRefusals as refusals } from './project-refusals.rules';

const UNIT = 'query($id: ID!) { unit(id: $id) { id line } }';

export async function findSectorUnit(
  { ask }: Context,
  { types }: Pick<ProjectPack, 'types'>,
  type: string,
  unitId: string | null,
): Promise<string> {
  const lines = types.find(({ code }) => code === type)?.lines ?? [];
  if (unitId === null) throw refusals.projectNeedsSector({ field: 'sectorUnitId', lines: lines.join(', ') });
  const { unit } = isId(unitId)
    ? await ask<{ unit: { id: string; line: string | null } | null }>('organisation', UNIT, { id: unitId })
    : { unit: null };
  if (!unit) throw commonRefusals.notFound({ what: '单位 unit' });
  if (!unit.line || !lines.includes(unit.line))
    throw refusals.projectNeedsSector({ field: 'sectorUnitId', lines: lines.join(', ') });
  return unit.id;
}
