// Progress (进展) of the first quarter: about 60 % of the tasks of towns and units reported, most of them confirmed by the assessor.
import { idOf } from './ids';
import type { ProgressRow, RegionTaskRow, UnitTaskRow } from './money-rows';
import type { People } from './people';
import { prng } from './prng';
import { known, type Regions } from './regions';

const notes = [
  '按序时进度推进，佐证材料已上传',
  '已部署到位，台账齐全',
  '完成首轮任务，正在巩固',
  '部分事项正在办理，二季度完成',
];

export function progress(
  seed: number,
  regions: Regions,
  people: People,
  unitTasks: UnitTaskRow[],
  regionTasks: RegionTaskRow[],
): ProgressRow[] {
  const reporters = new Map<string, string>();
  for (const { post, unitId, regionId, personId } of people.appointments) {
    if (post === 'unit-liaison' && unitId) reporters.set(unitId, personId);
    if (post === 'town-officer' && regionId) reporters.set(regionId, personId);
  }
  const assessor = people.demoAccounts.find((each) => each.account === 'city-assessor');
  if (!assessor) throw new Error('demo-accounts.json has no city-assessor, who confirms progress');
  const towns = regionTasks.filter((task) => known(regions.byId, task.regionId).kind === 'town');
  const owned = [
    ...unitTasks.map((task) => ({ task, owner: task.unitId })),
    ...towns.map((task) => ({ task, owner: task.regionId })),
  ];
  const diligence = new Map(
    [...new Set(owned.map((each) => each.owner))].map((owner) => [
      owner,
      prng(seed, 'diligence', owner).between(300, 900),
    ]),
  );
  return owned.flatMap(({ task, owner }): ProgressRow[] => {
    const random = prng(seed, 'progress', task.code);
    if (!random.perMille(diligence.get(owner) ?? 0)) return [];
    const outcome = random.weighted([
      ['confirmed', 85],
      ['returned', 5],
      [null, 10],
    ] as const);
    return [
      {
        id: idOf(seed, 'progress', `${task.code}/2018Q1`),
        taskId: task.id,
        quarter: '2018Q1',
        reportedBy: known(reporters, owner),
        reportedAt: instant('03', random.between(20, 30), random.between(1, 9), random.between(0, 59)),
        percent: outcome === 'returned' ? random.between(5, 15) : random.between(20, 45),
        note: random.pick(notes),
        confirmedBy: outcome && assessor.personId,
        confirmedAt: outcome && instant('04', random.between(2, 12), random.between(1, 9), random.between(0, 59)),
        outcome,
      },
    ];
  });
}

function instant(month: string, day: number, hour: number, minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `2018-${month}-${two(day)}T${two(hour)}:${two(minute)}:00.000Z`;
}
