// A light round (亮灯批次): the scores and lights of all peers for a quarter, drawn at one moment by one person.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({
  description: '亮灯批次 · A round of lights: all districts, zones and towns of a quarter, drawn at one moment',
})
@Entity('light_round')
export class LightRound {
  @Field(() => ID, { description: '批次标识 · Id of the round' })
  @IdColumn()
  id: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '计分规则包 · Names of the scoring packs' })
  @TextColumn()
  scoringPack: string;

  @Field({ description: '计分规则包的哈希 · Hash of the scoring packs' })
  @TextColumn()
  scoringPackHash: string;

  @Field({ description: '亮灯规则包 · Names of the light packs' })
  @TextColumn()
  lightPack: string;

  @Field({ description: '亮灯规则包的哈希 · Hash of the light packs' })
  @TextColumn()
  lightPackHash: string;

  @JsonColumn()
  packs: { group: string; kind: 'scoring' | 'light'; name: string; hash: string }[];

  @Field({ description: '取数的哈希：截止时刻封存的全部数据 · Hash of all figures, frozen at the cut-off' })
  @TextColumn()
  figuresHash: string;

  /** the appeal that it answers; null for a quarter as a whole */
  @RefColumn(true)
  appealId: string | null;

  /** the round whose peers an appeal is drawn among */
  @RefColumn(true)
  originId: string | null;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '拟定时间，即数据截止时刻 · Proposed at, which is the cut-off of its figures' })
  @InstantColumn()
  proposedAt: Date;
}
