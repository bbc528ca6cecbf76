// Allotment notices (指标文) of 2018 and the batches (发放批次) that draw on their lines; every notice leaves some money over.
import { addDays } from '#platform/vocabulary/calendar-day';
import { idOf } from './ids';
import type { AllotmentLineRow, AllotmentRow, BatchRow } from './money-rows';
import type { PayList } from './payments';
import { prng } from './prng';
import { known, type Regions } from './regions';
import type { RegionRow } from './rows';

interface NoticePlan {
  quarter: PayList['quarter'];
  /** numbers are invented: the mark 拟 says so */
  number: (issuer: string, serial: number) => string;
  issuedOn: string;
  sourceLevel: AllotmentRow['sourceLevel'];
  purpose: string;
  /** who receives the lines: districts and zones, or towns */
  to: 'manager' | 'town';
  /** one notice for all, or one by each district and zone */
  from: 'above' | 'manager';
}

const plans: NoticePlan[] = [
  {
    quarter: 1,
    number: () => '鲁财农指〔2018〕1号（拟）',
    issuedOn: '2018-01-12',
    sourceLevel: 'central',
    purpose: 'industry-support',
    to: 'manager',
    from: 'above',
  },
  {
    quarter: 2,
    number: () => '鲁财农指〔2018〕7号（拟）',
    issuedOn: '2018-04-10',
    sourceLevel: 'province',
    purpose: 'public-welfare-job',
    to: 'manager',
    from: 'above',
  },
  {
    quarter: 3,
    number: () => '莱财农指〔2018〕12号（拟）',
    issuedOn: '2018-07-10',
    sourceLevel: 'city',
    purpose: 'interest-subsidy',
    to: 'town',
    from: 'above',
  },
  {
    quarter: 4,
    number: (issuer, serial) => `${issuer}财指〔2018〕${serial}号（拟）`,
    issuedOn: '2018-10-09',
    sourceLevel: 'district',
    purpose: 'industry-support',
    to: 'town',
    from: 'manager',
  },
];

/** Lines are rounded up to ten thousand yuan. */
const lineUnitFen = 1_000_000n;

export function funds(
  seed: number,
  regions: Regions,
  lists: readonly PayList[],
): { allotments: AllotmentRow[]; batches: BatchRow[] } {
  const managerOf = (town: RegionRow) => known(regions.byId, town.parentId ?? '');
  const allotments: AllotmentRow[] = [];
  const lineOf = new Map<PayList, string>();
  for (const plan of plans) {
    const issuers = new Map<string, PayList[]>();
    for (const list of lists.filter((each) => each.quarter === plan.quarter)) {
      const issuer = plan.from === 'above' ? '' : managerOf(list.town).name;
      issuers.set(issuer, [...(issuers.get(issuer) ?? []), list]);
    }
    for (const [serial, [issuer, drawn]] of [...issuers].entries()) {
      const number = plan.number(issuer, serial + 1);
      const wanted = new Map<string, bigint>();
      for (const list of drawn) {
        const regionId = plan.to === 'town' ? list.town.id : managerOf(list.town).id;
        wanted.set(
          regionId,
          list.lines.reduce((sum, line) => sum + BigInt(line.fen), wanted.get(regionId) ?? 0n),
        );
        lineOf.set(list, idOf(seed, 'allotment-line', `${number}/${regionId}`));
      }
      const lines = [...wanted].map(([regionId, fen]): AllotmentLineRow => {
        // Eight per cent over what will be paid (assumed).
        const units = (fen * 108n) / 100n / lineUnitFen + 1n;
        return { id: idOf(seed, 'allotment-line', `${number}/${regionId}`), regionId, amountFen: units * lineUnitFen };
      });
      const { issuedOn, sourceLevel, purpose } = plan;
      allotments.push({ id: idOf(seed, 'allotment', number), number, issuedOn, sourceLevel, purpose, lines });
    }
  }
  const lineFor = (list: PayList) => {
    const line = lineOf.get(list);
    if (!line) throw new Error(`no allotment line pays ${list.town.name} in quarter ${list.quarter}`);
    return line;
  };
  const random = prng(seed, 'batches');
  const batches = lists.map((list, at): BatchRow => {
    const plan = plans[list.quarter - 1];
    if (!plan) throw new Error(`no notice for quarter ${list.quarter}`);
    // Posting takes at least ten days before approval (国开办发〔2018〕11号); supplements come later in the quarter.
    const appliedOn = addDays(plan.issuedOn, random.between(5, 18) + (list.supplementary ? 30 : 0));
    const approvedOn = addDays(appliedOn, random.between(11, 16));
    const number = `2018Q${list.quarter}-${list.town.code}${list.supplementary ? '-补' : ''}`;
    return {
      id: idOf(seed, 'batch', number),
      number,
      regionId: list.town.id,
      path: list.town.path,
      allotmentLineId: lineFor(list),
      purpose: plan.purpose,
      appliedOn,
      approvedOn,
      paidOn: addDays(approvedOn, random.between(2, 6)),
      documentNumber: `莱扶办发〔2018〕${101 + at}号（拟）`,
    };
  });
  return { allotments, batches };
}
