// A batch of love packages (爱心包批次): what one package holds, on which document; a household gets at most one of it.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '每包的一种物资 · One good of a package' })
export class PackageContent {
  @Field({ description: '物资 · The good' })
  good: string;

  @Field({ description: '计量单位 · Unit' })
  unit: string;

  @Field(() => Int, { description: '每包数量 · Quantity in a package' })
  quantity: number;
}

@ObjectType({ description: '爱心包批次 · A batch of love packages' })
@Entity('package_batch')
export class PackageBatch {
  @Field(() => ID, { description: '批次标识 · Id of the batch' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '名称 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '发放文号 · Document of the batch' })
  @TextColumn()
  documentNumber: string;

  @Field(() => [PackageContent], { description: '每包内容 · What a package holds' })
  @JsonColumn()
  contents: PackageContent[];

  @Field(() => String, {
    nullable: true,
    description: '用途代码；限定用途的捐赠物资按此取用 · Purpose, a code: goods given for a purpose are packed for it',
  })
  @TextColumn(true)
  purpose: string | null;

  @RefColumn()
  openedBy: string;

  @Field(() => Date, { description: '开立时刻 · When it was opened' })
  @InstantColumn()
  openedAt: Date;
}
