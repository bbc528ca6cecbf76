// Tasks (任务) of 2018: the checklist of each member unit, and of each district, functional zone and town.
import { idOf } from './ids';
import type { UnitChecklist } from './make-unit-checklist';
import type { RegionTaskRow, UnitTaskRow } from './money-rows';
import { readJson } from './read-input';
import { known, type Regions } from './regions';
import type { UnitRow } from './rows';

interface RegionChecklist {
  year: number;
  tasks: {
    code: string;
    level: 'district' | 'town';
    duty: string;
    title: string;
    standard: string;
    weight: number;
    deadline: string;
    evidence: string;
  }[];
}

export function unitTasks(seed: number, units: UnitRow[]): UnitTaskRow[] {
  const { year, tasks } = readJson<UnitChecklist>('unit-checklist-2018.json');
  const byCode = new Map(units.map((unit) => [unit.code, unit.id]));
  return tasks.map(({ unit, ...task }) => ({
    id: idOf(seed, 'task', task.code),
    unitId: known(byCode, unit),
    year,
    ...task,
  }));
}

/** Districts and functional zones share one list, towns another. */
export function regionTasks(seed: number, regions: Regions): RegionTaskRow[] {
  const { year, tasks } = readJson<RegionChecklist>('region-checklist-2018.json');
  return regions.rows.flatMap((region) => {
    const level = region.kind === 'zone' ? 'district' : region.kind;
    return tasks
      .filter((task) => task.level === level)
      .map(({ level: _, ...task }) => {
        const code = `${task.code}-${region.code ?? region.path}`;
        return { ...task, id: idOf(seed, 'task', code), code, regionId: region.id, year };
      });
  });
}
