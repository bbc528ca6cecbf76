// The states of a re-organisation (区划调整状态): decided once by another person, and carried out once.

export const regionChangeStates = ['proposed', 'approved', 'rejected', 'executed'] as const;
export type RegionChangeState = (typeof regionChangeStates)[number];

export enum RegionChangeStateEnum {
  proposed = 'proposed',
  approved = 'approved',
  rejected = 'rejected',
  executed = 'executed',
}

export const nextStates: Readonly<Record<RegionChangeState, readonly RegionChangeState[]>> = {
  proposed: ['approved', 'rejected'],
  approved: ['executed'],
  rejected: [],
  executed: [],
};

export function mayBecome(from: RegionChangeState, to: RegionChangeState): boolean {
  return nextStates[from].includes(to);
}
