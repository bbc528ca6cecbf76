// Opens a sheet of a catalogue (读取目录表): its rows as the reader of sheets tells them, or a flaw where it is no sheet at all.

import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { CatalogueSheet } from './catalogue-sheet.entity';
import { type CatalogueRead, readCatalogue } from './catalogue-sheet.rules';

const WHAT = '医保目录表 catalogue sheet';

export async function openCatalogueSheet(
  { inScope, tools }: FundsContext,
  id: string,
): Promise<{ sheet: CatalogueSheet; read: CatalogueRead }> {
  if (!isId(id)) throw commonRefusals.notFound({ what: WHAT });
  const [sheet, kept] = await inScope.read(async (rows) => {
    const [found] = await rows.select(CatalogueSheet, 'where t.id = $1', [id]);
    const [body] = await rows.query<{ content: Buffer }>('select content from funds.catalogue_sheet where id = $1', [
      id,
    ]);
    return [found, body] as const;
  });
  if (!sheet || !kept) throw commonRefusals.notFound({ what: WHAT });
  return { sheet, read: readCatalogue(await tools.catalogueRows(kept.content)) };
}
