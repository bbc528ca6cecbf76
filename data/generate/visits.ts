// Visits (走访) of 2018: mostly one a household and month; some towns miss some, so that their quarterly lights differ.
import type { Households } from './households';
import { idStream } from './ids';
import { itemAt, prng } from './prng';
import type { VisitRow } from './rows';

const months = 12;
/** missed in a thousand household-months, by how diligent a town is (assumed) */
const missedPerMille = [4, 8, 15, 25, 40, 60, 90, 130, 190] as const;

/** How often each household is visited in each month; adds up to `total` exactly. */
export function visitCounts(seed: number, households: Households, total: number): Uint8Array {
  const counts = new Uint8Array(households.rows.length * months);
  const missed = new Map<string, number[]>();
  for (const town of new Set(households.towns)) {
    const random = prng(seed, 'visit-diligence', town.code ?? '');
    const base = random.pick(missedPerMille);
    missed.set(
      town.id,
      [1, 2, 3, 4].map(() =>
        Math.min(400, Math.max(0, base + random.between(-base, base) + (random.perMille(120) ? 90 : 0))),
      ),
    );
  }
  const random = prng(seed, 'visit-months');
  let made = 0;
  households.towns.forEach((town, at) => {
    const shares = missed.get(town.id) ?? [];
    for (let month = 0; month < months; month++) {
      if (random.perMille(shares[Math.floor(month / 3)] ?? 0)) continue;
      counts[at * months + month] = 1;
      made += 1;
    }
  });
  if (made > total) throw new RangeError(`${made} visits are more than the ${total} wanted`);
  // What is left of the total are second visits in months that were visited anyway, so that the missed months stay missed.
  while (made < total) {
    const cell = random.below(counts.length);
    const now = counts[cell] ?? 0;
    if (now === 0 || now > 3) continue;
    counts[cell] = now + 1;
    made += 1;
  }
  return counts;
}

const talks = [
  ['policy-briefing', '宣讲医疗保障和一站式结算政策，核对扶贫手册'],
  ['policy-briefing', '讲解产业分红和公益岗位政策，核对收入'],
  ['living-help', '打扫庭院，送米面油，查看过冬取暖'],
  ['living-help', '查看饮水用电和房屋安全，帮助换灯修门'],
  ['medical-help', '陪同到卫生院复诊，登记慢性病用药'],
  ['medical-help', '联系家庭医生上门量血压，提醒按时服药'],
  ['industry', '查看合作社带动情况，商量养殖和林果管护'],
  ['industry', '指导生姜大蒜田间管理，联系收购'],
  ['microcredit', '了解小额信贷意愿，帮助准备申请材料'],
  ['public-service', '代办居民医保参保和养老待遇认证'],
  ['infrastructure', '了解进户路和自来水改造进度'],
  ['rain-dew-plan', '了解孩子就学情况，帮助申请雨露计划补助'],
] as const;
const met = ['户主', '户主', '户主', '户主配偶', '家庭成员', '邻居代述'] as const;

export function* visits(
  seed: number,
  households: Households,
  helperOf: readonly string[],
  counts: Uint8Array,
): Generator<VisitRow> {
  const random = prng(seed, 'visits');
  const nextId = idStream(seed, 'visit');
  for (let at = 0; at < households.rows.length; at++) {
    const { id: householdId, regionId, path } = itemAt(households.rows, at);
    const helperId = itemAt(helperOf, at);
    for (let month = 0; month < months; month++) {
      const first = random.below(28);
      const wanted = counts[at * months + month] ?? 0;
      for (let time = 0; time < wanted; time++) {
        const [measure, content] = random.pick(talks);
        // Seven days apart, so that nobody visits a household twice on a day.
        const day = ((first + time * 7) % 28) + 1;
        const visitedOn = `2018-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        yield {
          id: nextId(),
          householdId,
          regionId,
          path,
          helperId,
          visitedOn,
          met: random.pick(met),
          content,
          measure,
        };
      }
    }
  }
}
