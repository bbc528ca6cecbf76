// Kinds of units (单位类别) as the graph names them.

export enum UnitKind {
  memberUnit = 'member-unit',
  office = 'office',
  hospital = 'hospital',
  payer = 'payer',
  organisation = 'organisation',
}
