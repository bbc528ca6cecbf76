// A light round (亮灯批次): the scores and lights of all towns for a quarter, drawn at one moment by one person.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '亮灯批次 · A round of lights: all towns of a quarter, drawn at one moment' })
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

  @Field({ description: '计分规则包 · Name of the scoring pack' })
  @TextColumn()
  scoringPack: string;

  @Field({ description: '计分规则包的哈希 · Hash of the scoring pack' })
  @TextColumn()
  scoringPackHash: string;

  @Field({ description: '亮灯规则包 · Name of the light pack' })
  @TextColumn()
  lightPack: string;

  @Field({ description: '亮灯规则包的哈希 · Hash of the light pack' })
  @TextColumn()
  lightPackHash: string;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '拟定时间 · Proposed at' })
  @InstantColumn()
  proposedAt: Date;
}
