// A stay over 31 December (跨年住院) that its policy splits: fees by their day, each year with its own pack and totals, one outcome that explains both.
import { formatYuan } from '#platform/vocabulary/money';
import type { PolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { Resettled } from './difference.rules';
import { settlementRefusals } from './settlement-refusals.rules';

interface Days {
  admittedOn: string;
  dischargedOn: string;
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const lastDayOf = (year: number): string => `${year}-12-31`;

/** Nothing is earlier unless the policy splits a stay at the year's end (跨年分段) and this one passes it. */
export function splitFees<Line extends { servedOn: string | null }>(
  { yearBasis }: Pick<PolicyPack, 'yearBasis'>,
  { admittedOn, dischargedOn }: Days,
  lines: readonly Line[],
): { earlier: Line[]; later: Line[] } {
  const [first, last] = [yearOf(admittedOn), yearOf(dischargedOn)];
  if (yearBasis !== 'split' || first === last) return { earlier: [], later: [...lines] };
  if (last - first > 1) throw settlementRefusals.moreThanTwoYears({ field: 'dischargedOn' });
  const undated = lines.findIndex(({ servedOn }) => servedOn === null);
  if (undated >= 0) throw settlementRefusals.feeDayMissing({ field: `lines.${undated}.servedOn` });
  const isEarlier = ({ servedOn }: Line) => (servedOn ?? dischargedOn) <= lastDayOf(first);
  return { earlier: lines.filter(isEarlier), later: lines.filter((line) => !isEarlier(line)) };
}

/** One settlement of two parts: what either year's engine made, under the year and the pack that decided it. */
export function joinYears(year: number, earlier: Resettled, later: Resettled): Resettled {
  const parts = [
    { year: year - 1, part: earlier },
    { year, part: later },
  ];
  const patientPays = earlier.patientPays + later.patientPays;
  return {
    packHash: later.packHash,
    patientPays,
    shares: parts.flatMap(({ part }) => part.shares),
    moved: later.moved,
    movedEarlier: earlier.moved,
    outcome: {
      layers: parts.flatMap(({ year: of, part }) =>
        part.outcome.layers.map((layer) => ({ ...layer, year: of, packHash: part.packHash })),
      ),
      tags: later.outcome.tags,
      explanation: {
        zh: parts
          .map(({ year: of, part }) => `医保年度 ${of}：\n${part.outcome.explanation.zh}`)
          .concat(`两个年度合计，个人负担 ${formatYuan(patientPays)} 元。`)
          .join('\n'),
        en: parts
          .map(({ year: of, part }) => `Insurance year ${of}:\n${part.outcome.explanation.en}`)
          .concat(`In both years together the patient pays ${formatYuan(patientPays)} yuan.`)
          .join('\n'),
      },
    },
  };
}
