// Projects of the library (扶贫项目) for the demo city: a handful in several towns and the mountain zone, each as far on its way as told; all figures are invented.
import type { City } from './city';
import { idOf } from './ids';
import type { RegionRow } from './rows';

export interface DemoProject {
  id: string;
  key: string;
  name: string;
  type: string;
  nature: string;
  region: RegionRow;
  town: RegionRow;
  tasks: string;
  specialFen: bigint;
  ownFen: bigint;
  households: number;
  people: number;
  target: { kind: string; indicator: string; unit: string; target: number };
  /** codes of the steps taken */
  steps: readonly string[];
  proposedBy: string;
  handOf(post: string): string;
  sectorUnit: string;
}

const way =
  'review appraise post-village post-town post-district approve plan tender contract begin report finish accept audit announce'.split(
    ' ',
  );
const upTo = (step: string) => way.slice(0, way.indexOf(step) + 1);

interface Plan extends Pick<DemoProject, 'key' | 'name' | 'type' | 'nature' | 'tasks' | 'households' | 'target'> {
  /** name of the town */
  town: string;
  line: string;
  specialYuan: number;
  steps: readonly string[];
}

const target = (kind: string, indicator: string, unit: string, value: number) => ({
  kind,
  indicator,
  unit,
  target: value,
});

const plans: readonly Plan[] = [
  {
    ...{ key: 'daylily', town: '口镇', name: '黄花菜种植示范园', type: 'planting', nature: 'new', line: 'agriculture' },
    ...{ tasks: '整地 60 亩，打井两眼，建晾晒场一处', specialYuan: 300_000, households: 20, steps: upTo('report') },
    target: target('output', '种植面积', '亩', 60),
  },
  {
    ...{ key: 'road', town: '口镇', name: '村内道路硬化工程', type: 'road', nature: 'rebuilding', line: 'transport' },
    ...{ tasks: '硬化村内道路 1.8 公里', specialYuan: 420_000, households: 46, steps: upTo('announce') },
    target: target('output', '硬化里程', '公里', 1.8),
  },
  {
    ...{ key: 'solar', town: '口镇', name: '村级光伏电站', type: 'solar', nature: 'new', line: 'development' },
    ...{ tasks: '建设 100 千瓦光伏电站一座', specialYuan: 700_000, households: 35, steps: upTo('accept') },
    target: target('benefit', '年发电收益', '元', 90_000),
  },
  {
    ...{
      key: 'inn',
      town: '雪野镇',
      name: '乡村旅游农家院改造',
      type: 'rural-tourism',
      nature: 'rebuilding',
      line: 'tourism',
    },
    ...{ tasks: '改造闲置农房 12 处为农家院', specialYuan: 500_000, households: 18, steps: upTo('contract') },
    target: target('output', '改造农房', '处', 12),
  },
  {
    ...{
      key: 'hawthorn',
      town: '茶业口镇',
      name: '山楂初加工车间',
      type: 'processing',
      nature: 'new',
      line: 'agriculture',
    },
    ...{ tasks: '建车间 600 平方米，配清洗切片设备一套', specialYuan: 650_000, households: 40, steps: upTo('approve') },
    target: target('benefit', '带动就业', '人', 25),
  },
  {
    ...{ key: 'water', town: '茶业口镇', name: '山区饮水安全巩固工程', type: 'water', nature: 'new', line: 'water' },
    ...{ tasks: '新建蓄水池两座，铺设管道 6 公里', specialYuan: 380_000, households: 64, steps: upTo('begin') },
    target: target('output', '解决饮水', '户', 64),
  },
  {
    ...{
      key: 'mountain-road',
      town: '大王庄镇',
      name: '进山道路拓宽工程',
      type: 'road',
      nature: 'extension',
      line: 'transport',
    },
    ...{ tasks: '拓宽进山道路 3.2 公里', specialYuan: 560_000, households: 52, steps: upTo('plan') },
    target: target('output', '拓宽里程', '公里', 3.2),
  },
  {
    ...{ key: 'goats', town: '苗山镇', name: '黑山羊养殖小区', type: 'breeding', nature: 'new', line: 'livestock' },
    ...{ tasks: '建羊舍 800 平方米', specialYuan: 260_000, households: 15, steps: upTo('post-district') },
    target: target('output', '存栏', '只', 300),
  },
  {
    ...{ key: 'ginger', town: '牛泉镇', name: '生姜储藏窖', type: 'planting', nature: 'new', line: 'agriculture' },
    ...{ tasks: '建储藏窖 10 座', specialYuan: 180_000, households: 22, steps: [] },
    target: target('output', '储藏窖', '座', 10),
  },
  {
    ...{ key: 'shop', town: '辛庄镇', name: '农村电商服务站', type: 'e-commerce', nature: 'new', line: 'commerce' },
    ...{ tasks: '建服务站 3 处', specialYuan: 90_000, households: 12, steps: upTo('appraise') },
    target: target('output', '服务站', '处', 3),
  },
];

export function demoProjects({ regions, appointments, units, pairings, households }: City): DemoProject[] {
  const holder = (post: string, regionId: string | null | undefined) =>
    appointments.find((each) => each.post === post && each.regionId === regionId)?.personId;
  const city = (post: string) => appointments.find((each) => each.post === post)?.personId;
  return plans.flatMap((plan) => {
    const town = regions.find(({ kind, name }) => kind === 'town' && name === plan.town);
    const villages = regions.filter(({ parentId }) => parentId === town?.id);
    // The demo clerk's village, where there is one.
    const region = villages.find(({ id }) => holder('village-clerk', id)) ?? villages[0];
    const officer = holder('town-officer', town?.id);
    const above = holder('district-officer', town?.parentId) ?? holder('zone-officer', town?.parentId);
    const unit = units.find(({ kind, line }) => kind === 'member-unit' && line === plan.line);
    const liaison = appointments.find(({ post, unitId }) => post === 'unit-liaison' && unitId === unit?.id)?.personId;
    const near = households.find(({ path }) => town && path.startsWith(town.path));
    const cadre = pairings.find(
      ({ householdId, helperId }) => householdId === near?.id && helperId !== officer,
    )?.helperId;
    const proposedBy = holder('village-clerk', region?.id) ?? cadre;
    const office = city('office-officer');
    if (!town || !region || !officer || !above || !unit || !liaison || !proposedBy || !office) return [];
    const hands: Readonly<Record<string, string>> = {
      ...{ 'village-clerk': proposedBy, 'town-officer': officer, 'district-officer': above, 'zone-officer': above },
      ...{ 'unit-liaison': liaison, 'office-officer': office },
    };
    return [
      {
        ...{ id: idOf(0, 'project', plan.key), key: plan.key, name: `${region.name}${plan.name}`, type: plan.type },
        ...{ nature: plan.nature, region, town, tasks: plan.tasks, specialFen: BigInt(plan.specialYuan) * 100n },
        ...{ ownFen: 2_000_000n, households: plan.households, people: plan.households * 2, target: plan.target },
        ...{ steps: plan.steps, proposedBy, handOf: (post: string) => hands[post] ?? officer, sectorUnit: unit.id },
      },
    ];
  });
}
