// The states of a reform of bureaus (机构改革状态): decided once by another person, and carried out once.

export enum UnitChangeState {
  proposed = 'proposed',
  approved = 'approved',
  rejected = 'rejected',
  executed = 'executed',
}
