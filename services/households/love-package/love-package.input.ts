// What is told of goods that come in or go on, and of a batch of packages.
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '物资入库内容 · What is told when goods are received' })
export class ReceiveGoodsInput {
  @Field(() => ID, { description: '存放地区 · The region that keeps them' })
  regionId: string;

  @Field({ description: '物资 · The good' })
  good: string;

  @Field({ description: '计量单位 · Unit' })
  unit: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  quantity: number;

  @Field(() => String, { nullable: true, description: '捐赠人；购入的不填 · Donor; none where they were bought' })
  donor?: string | null;

  @Field({ description: '入库凭证号 · Document on which they came' })
  documentNumber: string;

  @Field(() => CalendarDay, { description: '入库日期 · Received on' })
  receivedOn: string;
}

@InputType({ description: '每包的一种物资 · One good of a package' })
export class PackageContentInput {
  @Field({ description: '物资 · The good' })
  good: string;

  @Field({ description: '计量单位 · Unit' })
  unit: string;

  @Field(() => Int, { description: '每包数量 · Quantity in a package' })
  quantity: number;
}

@InputType({ description: '爱心包批次内容 · What is told of a batch of love packages' })
export class PackageBatchInput {
  @Field(() => ID, { description: '发放地区，用其库存 · The region whose stock it is packed from' })
  regionId: string;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '发放文号 · Document of the batch' })
  documentNumber: string;

  @Field(() => String, {
    nullable: true,
    description: '用途代码；取用限定用途的捐赠物资时填写 · Purpose, a code: told where goods given for it are packed',
  })
  purpose?: string | null;

  @Field(() => [PackageContentInput], { description: '每包内容 · What a package holds' })
  contents: PackageContentInput[];
}
