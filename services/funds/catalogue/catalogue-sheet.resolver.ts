// How the office brings a medical catalogue as a sheet, looks at what it holds, and drafts it as a pack.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { FileTicket } from '#platform/graph/files/evidence';
import type { FundsContext } from '../tools';
import { CataloguePreview, CatalogueSheet, DraftedCatalogue } from './catalogue-sheet.entity';
import { CatalogueHeadInput } from './catalogue-sheet.input';
import { draftCatalogue } from './draft-catalogue';
import { openCatalogueSheet } from './open-catalogue-sheet';
import { previewCatalogue } from './preview-catalogue';
import { requestCatalogueUpload } from './request-catalogue-upload';

const sheetArg = () => Arg('id', () => ID, { description: '目录表标识 · Id of the sheet' });

@Resolver(() => CatalogueSheet)
export class CatalogueSheetResolver {
  @Query(() => CatalogueSheet, { nullable: true, description: '按标识查医保目录表 · A sheet of a catalogue by its id' })
  async catalogueSheet(@sheetArg() id: string, @Ctx() context: FundsContext) {
    return (await openCatalogueSheet(context, id)).sheet;
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '上传医保目录表（xlsx）· Asks for an address to bring a catalogue to, as xlsx',
  })
  requestCatalogueUpload(
    @Arg('name', { description: '文件名 · Name of the file' }) name: string,
    @Arg('bytes', () => Int, { description: '字节数 · Bytes' }) bytes: number,
    @Ctx() context: FundsContext,
  ) {
    return requestCatalogueUpload(context, name, bytes);
  }

  @Mutation(() => DraftedCatalogue, {
    nullable: true,
    description:
      '由无误的目录表起草规则包，另一人批准后生效 · Drafts a pack from a sheet without flaws, for another to approve',
  })
  draftCatalogue(
    @sheetArg() id: string,
    @Arg('head', () => CatalogueHeadInput, { description: '名称、期间与来源 · Name, days and source' })
    head: CatalogueHeadInput,
    @Ctx() context: FundsContext,
  ) {
    return draftCatalogue(context, id, head);
  }

  @FieldResolver(() => CataloguePreview, { nullable: true, description: '预览 · What it holds' })
  preview(@Root() { id }: CatalogueSheet, @Ctx() context: FundsContext) {
    return previewCatalogue(context, id);
  }
}
