// One list as a workbook (清单导出): columns that each show a field of the graph under its right, and pages read one after the other.
import type { Page } from '#platform/database/page';
import type { HouseholdsContext } from '../tools';
import type { ListAsked } from './exportable-list.rules';
import { nameRows, type RowIds, type RowNames } from './name-rows';

export type Sees = (type: string, field: string) => 'plain' | 'masked' | 'hidden';

export interface ListColumn<Row> {
  title: string;
  width?: number;
  /** whose right decides whether it is shown, and masked */
  shows: readonly [type: string, field: string];
  cell(row: Row, as: { masked: boolean; names: RowNames }): string | number | null;
}

type PageWanted = { first: number; after?: string };

export interface ListPlan<Row> {
  title: string;
  columns: readonly ListColumn<Row>[];
  page(context: HouseholdsContext, asked: ListAsked, args: PageWanted, sees: Sees): Promise<Page<Row>>;
  cursor(row: Row): string;
  /** what is named in a row by its id */
  ids(row: Row): RowIds;
}

export interface ExportedList {
  title: string;
  columns: readonly { title: string; width: number; shows: readonly [type: string, field: string] }[];
  rows(context: HouseholdsContext, asked: ListAsked, sees: Sees): AsyncGenerator<(string | number | null)[][]>;
}

const AT_ONCE = 200;

/** No transaction lasts from page to page, so that a slow reader holds nothing. */
export function exportedList<Row>({ title, columns, page, cursor, ids }: ListPlan<Row>): ExportedList {
  return {
    title,
    columns: columns.map(({ title: heading, width = 14, shows }) => ({ title: heading, width, shows })),
    async *rows(context, asked, sees) {
      const shown = columns.map((column) => ({ ...column, sight: sees(...column.shows) }));
      const known = { people: new Map<string, string>(), places: new Map<string, string>() };
      let after: string | undefined;
      do {
        const wanted = { first: AT_ONCE, ...(after ? { after } : {}) };
        const { items, hasNextPage } = await page(context, asked, wanted, sees);
        // What a page answers is told; what its loaders kept is not needed for the next.
        context.loaders.clear();
        const names = await nameRows(context, items.map(ids), known);
        yield items.map((row) =>
          shown.map(({ sight, cell }) => (sight === 'hidden' ? '' : cell(row, { masked: sight === 'masked', names }))),
        );
        const last = items.at(-1);
        after = hasNextPage && last ? cursor(last) : undefined;
      } while (after);
    },
  };
}
