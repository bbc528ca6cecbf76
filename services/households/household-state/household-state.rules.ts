// Yearly states (年度状态) of a household, and which may follow which: a table.
import { invalidInput } from '#platform/vocabulary/refusal';
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
 * fails; 返贫 only after an exit; 剔除 from anywhere; a removed household may be identified anew (both assumed from look-backs).
 */
export const stateTable: Readonly<Record<HouseholdStateCode, readonly HouseholdStateCode[]>> = {
  'newly-identified': ['not-lifted', 'planned-exit', 'removed'],
  'not-lifted': ['planned-exit', 'removed'],
  'planned-exit': ['lifted-with-policies', 'not-lifted', 'removed'],
  'lifted-with-policies': ['lifted-policies-ended', 'returned', 'removed'],
  'lifted-policies-ended': ['returned', 'removed'],
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
