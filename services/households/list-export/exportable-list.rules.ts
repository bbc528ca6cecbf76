// Which lists go out as workbooks (可导出的清单), and the field of the graph that each is as open as.
export enum ExportableList {
  members = 'members',
  visits = 'visits',
  pairings = 'pairings',
  determinations = 'determinations',
  programmeCases = 'programmeCases',
  lookBackCases = 'lookBackCases',
}

export interface ListAsked {
  list: ExportableList;
  regionId: string | null;
  /** of visits */
  quarter: string | null;
  /** of cases of a look-back */
  lookBackId: string | null;
  purpose: string;
}

/** Whoever may read none of it in the graph has no workbook of it. */
export const openedBy: Readonly<Record<ExportableList, readonly [type: string, field: string]>> = {
  members: ['Query', 'member'],
  visits: ['Region', 'visits'],
  pairings: ['Query', 'households'],
  determinations: ['Query', 'determinations'],
  programmeCases: ['Query', 'programmeCases'],
  lookBackCases: ['Query', 'lookBackCases'],
};
