// Compares the levels with each other: villages make the town, towns the district or zone, those the city, whoever asks.
import { additive, childrenOf, type RegionSums, regionsOfKind, sumsOfRegion } from './region-sums';
import { as, regionOf, type TourGuide } from './tour-guide';

const COLUMNS = ['地区 region', '户 households', '人 people', '支付笔 lines', '已支付 paid', '退回 returned'];

export async function compareLevels(guide: TourGuide): Promise<void> {
  const { record } = guide;
  record.begin('levels', '逐级核对 · Levels compared with each other');
  const director = as(guide, 'city-director');
  const city = await sumsOfRegion(director, regionOf(guide, 'city-director').id);
  const managers = [...(await regionsOfKind(director, 'district')), ...(await regionsOfKind(director, 'zone'))];
  const towns = await regionsOfKind(director, 'town');
  record.table(COLUMNS, [city, ...managers].map(rowOf));
  record.figure('city', additive([city]));
  record.figure('managers', Object.fromEntries(managers.map((each) => [each.name, additive([each])])));

  record.same('各区与功能区之和等于全市 · districts and zones sum to the city', additive([city]), additive(managers));
  for (const manager of managers) {
    const own = towns.filter((town) => town.parentId === manager.id);
    record.same(
      `${manager.name} 所辖乡镇（${own.length} 个）之和等于本级 · its towns (${own.length}) sum to it`,
      additive([manager]),
      additive(own),
    );
  }
  record.same(
    '每个乡镇都有区或功能区管理 · every town is managed by a district or zone',
    towns.length,
    countManaged(towns, managers),
  );

  for (const account of ['district-laicheng', 'district-gangcheng', 'zone-xueye', 'town-kouzhen', 'village-kouzhen']) {
    const region = regionOf(guide, account);
    const [own, above] = [await sumsOfRegion(as(guide, account), region.id), await sumsOfRegion(director, region.id)];
    record.same(
      `${account} 与市级所见一致 · sees of ${region.name} what the city sees`,
      additive([above]),
      additive([own]),
    );
  }
  const town = regionOf(guide, 'town-kouzhen');
  const villages = await childrenOf(as(guide, 'town-kouzhen'), town.id);
  record.same(
    `${town.name} ${villages.length} 个村（居）之和等于本镇 · its villages sum to the town`,
    additive([await sumsOfRegion(as(guide, 'town-kouzhen'), town.id)]),
    additive(villages),
  );
  const observer = as(guide, 'province-observer');
  record.same(
    '省级观察员所见全市合计相同 · the observer of the province sees the same city',
    additive([city]),
    additive([await sumsOfRegion(observer, city.id)]),
  );
}

function countManaged(towns: readonly RegionSums[], managers: readonly RegionSums[]): number {
  return towns.filter((town) => managers.some((manager) => manager.id === town.parentId)).length;
}

function rowOf(region: RegionSums): string[] {
  const { households, people, lines, paid, returned } = additive([region]);
  return [region.name, households, people, lines, paid, returned].map((cell) => cell ?? '');
}
