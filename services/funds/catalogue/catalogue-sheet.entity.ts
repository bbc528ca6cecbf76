// A sheet of a medical catalogue as it was brought (医保目录表), and what it holds: items, flaws by cell, and what it would change.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '目录表单元格问题 · What is wrong with a cell of the sheet' })
export class CatalogueFlaw {
  @Field({ description: '单元格，如 B7 · Cell, such as B7' })
  cell: string;

  @Field({ description: '所填内容 · What it says' })
  told: string;

  @Field({ description: '问题 · What is wrong, in Chinese' })
  zh: string;

  @Field({ description: '问题 · What is wrong, in English' })
  en: string;
}

@ObjectType({ description: '与现行目录相比的一项变化 · What changes against the catalogue in force, by item' })
export class CatalogueItemChange {
  @Field({ description: '项目编码 · Code of the item' })
  code: string;

  @Field({ description: 'added 新增、removed 取消、changed 变更 · Added, removed or changed' })
  change: string;
}

@ObjectType({ description: '目录表预览 · What a sheet holds, before anything is drafted' })
export class CataloguePreview {
  @Field(() => Int, { description: '可用项目数 · Items that are sound' })
  items: number;

  @Field(() => Int, { description: '问题数 · How many flaws' })
  flawCount: number;

  @Field(() => [CatalogueFlaw], { description: '问题（至多 200 条）· The flaws, at most 200' })
  flaws: CatalogueFlaw[];

  @Field(() => Int, { description: '变化数 · How many items change' })
  changeCount: number;

  @Field(() => [CatalogueItemChange], {
    description: '与今日现行目录相比的变化（至多 200 条）· Against the catalogue in force today, at most 200',
  })
  changes: CatalogueItemChange[];

  @Field(() => [String], {
    description:
      '未结算就医的费用中已使用、而此表没有的编码（至多 200 个）· Codes that encounters not yet settled use and this sheet does not know, at most 200',
  })
  unknownCodes: string[];
}

@ObjectType({ description: '由目录表起草的规则包 · The pack that was drafted from a sheet' })
export class DraftedCatalogue {
  @Field(() => ID, { description: '规则包标识（见 fundsPack）· Id of the pack, for `fundsPack` and its approval' })
  id: string;

  @Field({ description: '内容哈希 · Hash of its content' })
  hash: string;

  @Field({ description: '名称 · Name' })
  name: string;
}

@ObjectType({ description: '医保目录表 · A sheet of a medical catalogue as it was brought' })
@Entity('catalogue_sheet')
export class CatalogueSheet {
  @Field(() => ID, { description: '标识，即上传凭证的标识 · Id, which is that of the upload' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '文件名 · Name of the file' })
  @TextColumn()
  name: string;

  @Field(() => Int, { description: '字节数 · Bytes' })
  @WholeColumn()
  bytes: number;

  @Field({ description: '内容哈希 · SHA-256 of the file' })
  @TextColumn()
  sha256: string;

  @RefColumn()
  broughtBy: string;

  @Field(() => Date, { description: '上传时刻 · When it was brought' })
  @InstantColumn()
  broughtAt: Date;
}
