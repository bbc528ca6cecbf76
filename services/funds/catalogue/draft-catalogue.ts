// Drafts a catalogue from its sheet (由目录表起草): only a sheet without a flaw, as a pack like any other, without effect until another person approves it.
import type { Context } from '#platform/graph/context';
import { draftPack } from '#platform/graph/pack/draft-pack';
import type { PackRow } from '#platform/graph/pack/pack-row';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import type { FundsContext } from '../tools';
import type { CatalogueHeadInput } from './catalogue-sheet.input';
import { medicalCatalogueKind } from './medical-catalogue.rules';
import { openCatalogueSheet } from './open-catalogue-sheet';

export async function draftCatalogue(
  context: FundsContext,
  sheetId: string,
  head: CatalogueHeadInput,
): Promise<PackRow> {
  const { sheet, read } = await openCatalogueSheet(context, sheetId);
  const [flaw] = read.flaws;
  if (flaw)
    throw settlementRefusals.catalogueFlawed({ field: flaw.cell, count: read.flaws.length, zh: flaw.zh, en: flaw.en });
  const content = {
    name: head.name,
    title: { zh: head.titleZh, en: head.titleEn },
    region: head.region,
    effectiveFrom: head.effectiveFrom,
    effectiveTo: head.effectiveTo ?? null,
    source: [
      { key: 'document', title: { zh: head.source, en: head.source }, address: head.sourceAddress ?? null },
      {
        key: 'sheet',
        title: { zh: `${sheet.name}（SHA-256 ${sheet.sha256}）`, en: `${sheet.name} (SHA-256 ${sheet.sha256})` },
        address: null,
      },
    ],
    assumed: [],
    ceilings: read.ceilings,
    items: read.items,
  };
  const note = `由 ${sheet.name} 导入 · imported from ${sheet.name}`;
  return draftPack(context.tools.packDesk, context as unknown as Context<never>, {
    kind: medicalCatalogueKind.kind,
    content: JSON.stringify(content),
    note,
    gapReason: null,
  });
}
