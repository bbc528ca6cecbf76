// The states of a violation (监测问题状态): open, explained by the hospital, then accepted or upheld by the office; lifted when its settlement is judged anew.

export enum ViolationState {
  open = 'open',
  explained = 'explained',
  accepted = 'accepted',
  upheld = 'upheld',
  lifted = 'lifted',
}

/** The state as rows tell it: `t` is a violation, `a` its answer, `l` its lifting. */
export const STATE = `case when l.violation_id is not null then 'lifted' when a.outcome is not null then a.outcome when a.explained_at is not null then 'explained' else 'open' end`;
