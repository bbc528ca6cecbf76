// A score (得分): what a region or unit reached in a quarter, with the inputs it was drawn from and the tree of evidence, frozen.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import type { FrozenInputs, FrozenNode } from './frozen-score.rules';
import { PeerGroup } from './peer-group.entity';

@ObjectType({ description: '季度得分及其依据 · The score of a quarter, with its evidence' })
@Entity('score')
export class Score {
  @Field(() => ID, { description: '得分标识 · Id of the score' })
  @IdColumn()
  id: string;

  @RefColumn()
  roundId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => PeerGroup, { description: '同组 · Its peer group' })
  @TextColumn()
  level: PeerGroup;

  @RefColumn(true)
  unitId: string | null;

  @TextColumn()
  peerCode: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => String, {
    nullable: true,
    description: '得分，两位小数；无可计项为空 · Score with two decimals, null when nothing could be scored',
  })
  @TextColumn(true)
  score: string | null;

  @Field({ description: '计分规则包 · Name of the scoring pack' })
  @TextColumn()
  packName: string;

  @Field({ description: '计分规则包的哈希 · Hash of the scoring pack' })
  @TextColumn()
  packHash: string;

  @JsonColumn()
  inputs: FrozenInputs;

  @Field({ description: '输入数据的哈希 · Hash of the inputs' })
  @TextColumn()
  inputsHash: string;

  @JsonColumn()
  tree: FrozenNode;

  @RefColumn()
  drawnBy: string;

  @Field(() => Date, { description: '数据截至 · The moment whose figures it shows' })
  @InstantColumn()
  drawnAt: Date;
}
