// Previews a sheet of a catalogue (目录预览): what is wrong by cell, what it changes against the one in force, and which codes in use it does not know.
import { packOn } from '#platform/graph/pack/pack-in-force';
import type { FundsContext } from '../tools';
import type { CataloguePreview } from './catalogue-sheet.entity';
import { catalogueChanges } from './catalogue-sheet.rules';
import { medicalCatalogueKind } from './medical-catalogue.rules';
import { openCatalogueSheet } from './open-catalogue-sheet';

const MOST = 200;

export async function previewCatalogue(context: FundsContext, id: string): Promise<CataloguePreview> {
  const { read } = await openCatalogueSheet(context, id);
  const { items, flaws } = read;
  const [inForce, used] = await Promise.all([
    context.inScope.read((rows) => packOn(rows, medicalCatalogueKind), 'public'),
    context.inScope.read((rows) => rows.query<{ code: string }>('select code from funds.open_item_codes() code')),
  ]);
  const changes = catalogueChanges(inForce?.content.items ?? [], items);
  const known = new Set(items.map(({ code }) => code));
  return {
    items: items.length,
    flawCount: flaws.length,
    flaws: flaws.slice(0, MOST),
    changeCount: changes.length,
    changes: changes.slice(0, MOST),
    unknownCodes: used
      .map(({ code }) => code)
      .filter((code) => !known.has(code))
      .slice(0, MOST),
  };
}
