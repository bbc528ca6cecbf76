// Fees as the catalogue prices them (目录计价), shown before they are uploaded.
import { Field, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';
import type { PricedFees } from '../catalogue/price-fees.rules';
import { FeeClass } from './stay.rules';

@ObjectType({ description: '一行费用的计价 · A line of fees as priced' })
export class PricedLineShown {
  @Field({ description: '项目编码 · Code of the item' })
  itemCode: string;

  @Field({ description: '项目 · Item' })
  name: string;

  @Field(() => FeeClass, { description: '类别 · Class' })
  feeClass: FeeClass;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field(() => Money, { description: '其中政策范围外 · Of it, out of policy' })
  outOfPolicy: bigint;

  @Field(() => Money, { description: '其中超限价 · Of it, above a limit' })
  aboveLimit: bigint;

  @Field(() => Money, { description: '其中先行自付 · Of it, first borne' })
  firstBorne: bigint;

  @Field(() => Money, { description: '未签字同意、由医院承担 · Without consent, borne by the hospital' })
  unconsented: bigint;
}

@ObjectType({ description: '目录计价结果 · Fees as the catalogue prices them' })
export class PricedFeesShown {
  @Field(() => [PricedLineShown], { description: '各行；有未知编码时为空 · The lines; none while a code is unknown' })
  lines: PricedLineShown[];

  @Field(() => [String], { description: '目录没有的编码 · Codes that the catalogue does not know' })
  unknownCodes: string[];
}

export function pricedShown({ lines, unknownCodes }: PricedFees): PricedFeesShown {
  const shown = lines.map(({ parts, feeClass, ...line }) => ({
    ...line,
    feeClass: feeClass as FeeClass,
    aboveLimit: parts['above-limit'] ?? 0n,
    firstBorne: parts['first-borne'] ?? 0n,
  }));
  return { lines: shown, unknownCodes };
}
