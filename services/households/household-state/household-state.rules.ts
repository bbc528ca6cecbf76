// Yearly states (年度状态) of a household, and which may follow which: a table.
import { invalidInput } from '#platform/vocabulary/refusal';
import { determinationRefusals } from '../determination/determination-refusals.rules';
import { refusals } from '../refusals';

export const householdStates = [
  'not-lifted',
  'planned-exit',
  'lifted-with-policies',
  'lifted-policies-ended',
  'returned',
  'newly-identified',
  'removed',
] as const;
export type HouseholdStateCode = (typeof householdStates)[number];

const zh: Readonly<Record<HouseholdStateCode, string>> = {
  'not-lifted': '未脱贫',
  'planned-exit': '预脱贫',
  'lifted-with-policies': '脱贫（享受政策）',
  'lifted-policies-ended': '脱贫（不再享受政策）',
  returned: '返贫',
  'newly-identified': '新识别',
  removed: '剔除',
};

/**
 * 未脱贫 → 预脱贫 → 脱贫（享受政策）→ 脱贫（不再享受政策）, as the exit procedure goes. Back from 预脱贫 when the posting
 * fails; 返贫 only after an exit; an exit that was wrong (错退) is taken back; 剔除 from anywhere; a removed household may be identified
 * anew (the last three assumed from look-backs).
 */
export const stateTable: Readonly<Record<HouseholdStateCode, readonly HouseholdStateCode[]>> = {
  'newly-identified': ['not-lifted', 'planned-exit', 'removed'],
  'not-lifted': ['planned-exit', 'removed'],
  'planned-exit': ['lifted-with-policies', 'not-lifted', 'removed'],
  'lifted-with-policies': ['lifted-policies-ended', 'returned', 'not-lifted', 'removed'],
  'lifted-policies-ended': ['returned', 'not-lifted', 'removed'],
  returned: ['planned-exit', 'removed'],
  removed: ['newly-identified'],
};

export interface YearState {
  year: number;
  state: HouseholdStateCode;
}

/** A later year may repeat the state, because the register is a snapshot a year; within a year a state only moves on. */
export function checkNextState(present: YearState, next: { year: number; state: string }, thisYear: number): YearState {
  const state = householdStates.find((known) => known === next.state);
  if (!state)
    throw invalidInput(
      'state',
      `状态须为 ${householdStates.join('、')} 之一`,
      `the state is one of ${householdStates.join(', ')}`,
    );
  if (next.year < present.year || next.year > thisYear)
    throw refusals.stateYear({ earliest: present.year, latest: thisYear });
  const repeated = state === present.state && next.year > present.year;
  if (!repeated && !stateTable[present.state].includes(state))
    throw refusals.stateForbids({ from: present.state, to: state, fromZh: zh[present.state], toZh: zh[state] });
  return { year: next.year, state };
}

/** Without a procedure a state is carried into a later year as it is, and whoever was newly identified counts as not lifted. */
export function checkCarried(present: YearState, next: YearState): void {
  const carried = next.year > present.year && next.state === present.state;
  const settled = present.state === 'newly-identified' && next.state === 'not-lifted';
  if (!carried && !settled) throw determinationRefusals.stateByProcedure({ state: next.state });
}
