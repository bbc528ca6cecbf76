// What a notice may be (指标文): from which level its money comes, and the states that it goes through, drafted, issued, withdrawn.

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
