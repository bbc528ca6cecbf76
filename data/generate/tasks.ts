// Tasks (任务) of 2018: the checklist of each member unit, and of each district, functional zone and town.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { RegionChecklist, UnitChecklist } from '../../services/assessments/task/checklist-pack.rules';
import { idOf } from './ids';
import type { RegionTaskRow, UnitTaskRow } from './money-rows';
import { known, type Regions } from './regions';
import type { UnitRow } from './rows';

const checklist = <T>(name: string) =>
  JSON.parse(readFileSync(join(projectRoot, 'data/checklists', `${name}.json`), 'utf8')) as T;

export function unitTasks(seed: number, units: UnitRow[]): UnitTaskRow[] {
  const { items, effectiveFrom } = checklist<UnitChecklist>('units-2018');
  const byCode = new Map(units.map((unit) => [unit.code, unit.id]));
  return items.map(({ unit, ...task }) => ({
    id: idOf(seed, 'task', task.code),
    unitId: known(byCode, unit),
    year: Number(effectiveFrom.slice(0, 4)),
    ...task,
  }));
}

/** Districts and functional zones share one list, towns another. */
export function regionTasks(seed: number, regions: Regions): RegionTaskRow[] {
  const { items, effectiveFrom } = checklist<RegionChecklist>('regions-2018');
  const year = Number(effectiveFrom.slice(0, 4));
  return regions.rows.flatMap((region) => {
    const level = region.kind === 'zone' ? 'district' : region.kind;
    return items
      .filter((task) => task.level === level)
      .map(({ level: _, ...task }) => {
        const code = `${task.code}-${region.code ?? region.path}`;
        return { ...task, id: idOf(seed, 'task', code), code, regionId: region.id, year };
      });
  });
}
