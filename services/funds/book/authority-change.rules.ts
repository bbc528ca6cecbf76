// What may be done to the authority of a lot after its notice (指标调整): more, less, frozen, set free, reclaimed.

export enum AuthorityChangeKind {
  add = 'add',
  cut = 'cut',
  freeze = 'freeze',
  unfreeze = 'unfreeze',
  reclaim = 'reclaim',
}

export enum AuthorityChangeState {
  drafted = 'drafted',
  approved = 'approved',
  withdrawn = 'withdrawn',
}
