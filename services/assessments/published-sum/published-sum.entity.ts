// A published sum (公布的合计数): one figure of one region and quarter as everybody in office sees it, or that it is withheld, and why.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FenColumn, IdColumn, JsonColumn, PathColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import type { BilingualText } from '#platform/vocabulary/refusal';

export enum PublishedLevel {
  city = 'city',
  district = 'district',
  zone = 'zone',
  town = 'town',
}
registerEnumType(PublishedLevel, {
  name: 'PublishedLevel',
  description: '公布合计数的层级 · Level of the regions whose sums are published',
  valuesConfig: {
    city: { description: '全市 · The whole city' },
    district: { description: '区 · Districts' },
    zone: { description: '功能区 · Functional zones' },
    town: { description: '镇（街道）· Towns and streets' },
  },
});

@ObjectType({
  description: '按季公布的一项合计数 · A sum published for a quarter, taken when the quarter was closed',
})
@Entity('published_sum')
export class PublishedSum {
  @IdColumn()
  roundId: string;

  @IdColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => PublishedLevel, { description: '层级 · Level' })
  @TextColumn()
  level: PublishedLevel;

  @Field({ description: '指标 · Indicator' })
  @TextColumn()
  indicator: string;

  @JsonColumn()
  title: BilingualText;

  @JsonColumn()
  unit: BilingualText;

  /** null with its denominator where it is withheld */
  @FenColumn(true)
  numerator: bigint | null;

  @FenColumn(true)
  denominator: bigint | null;

  @WholeColumn()
  minimumCell: number;

  @Field({ description: '公布合计数规则包 · Name of the pack by which it is published' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包的哈希 · Hash of that pack' })
  @TextColumn()
  packHash: string;
}

export const PublishedSumConnection = connectionOf(PublishedSum, 'PublishedSum', '公布的合计数', 'published sums');
