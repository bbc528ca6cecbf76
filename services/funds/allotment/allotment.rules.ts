// What a notice may be (指标文): from which level its money comes, out of what, and the states that it goes through.

export enum SourceLevel {
  central = 'central',
  province = 'province',
  city = 'city',
  district = 'district',
}

export enum AllotmentState {
  drafted = 'drafted',
  issued = 'issued',
  withdrawn = 'withdrawn',
}

/** 下达、分解、结转. */
export enum AllotmentKind {
  issue = 'issue',
  decompose = 'decompose',
  carryOver = 'carry-over',
}
