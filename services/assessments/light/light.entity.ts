// A light (黄红亮灯) of a town, district or zone in a quarter: proposed by one person, confirmed by another, and never repainted.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { PeerGroup } from '../scoring/peer-group.entity';
import type { FrozenConsequence, TriggerEvidence } from './light.rules';

export enum LightColour {
  green = 'green',
  yellow = 'yellow',
  red = 'red',
  unlit = 'unlit',
}
registerEnumType(LightColour, {
  name: 'LightColour',
  description: '灯色 · Colour of a light',
  valuesConfig: {
    green: { description: '绿灯 · Green' },
    yellow: { description: '黄灯 · Yellow' },
    red: { description: '红灯 · Red' },
    unlit: { description: '未评（无可计项）· Not lit: nothing could be scored' },
  },
});

export enum LightStatus {
  proposed = 'proposed',
  confirmed = 'confirmed',
}
registerEnumType(LightStatus, {
  name: 'LightStatus',
  description: '亮灯状态 · State of a light',
  valuesConfig: {
    proposed: { description: '拟定，未公布 · Proposed, not published' },
    confirmed: { description: '已确认并公布 · Confirmed and published' },
  },
});

@ObjectType({ description: '季度亮灯 · The light of a region in a quarter' })
@Entity('light')
export class Light {
  @Field(() => ID, { description: '亮灯标识 · Id of the light' })
  @IdColumn()
  id: string;

  @RefColumn()
  roundId: string;

  @RefColumn()
  scoreId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => PeerGroup, { description: '同组 · Its peer group' })
  @TextColumn()
  level: PeerGroup;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => LightColour, { description: '灯色 · Colour' })
  @TextColumn()
  colour: LightColour;

  @Field(() => Int, {
    nullable: true,
    description: '名次，1 为最好；未评为空 · Rank, 1 is the best, null when not scored',
  })
  @WholeColumn(true)
  rank: number | null;

  @Field(() => Int, { description: '同组参评地区数 · Regions ranked in its group' })
  @WholeColumn()
  peers: number;

  @JsonColumn()
  reasons: TriggerEvidence[];

  @JsonColumn()
  consequences: FrozenConsequence[];

  @Field({ description: '亮灯规则包 · Name of the light pack' })
  @TextColumn()
  packName: string;

  @Field({ description: '亮灯规则包的哈希 · Hash of the light pack' })
  @TextColumn()
  packHash: string;

  @Field({
    description: '输入（同组得分与以往亮灯）的哈希 · Hash of the inputs: scores of the group and lights before',
  })
  @TextColumn()
  inputsHash: string;

  @Field(() => LightStatus, { description: '状态 · State' })
  @TextColumn()
  status: LightStatus;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '拟定时间 · Proposed at' })
  @InstantColumn()
  proposedAt: Date;

  @RefColumn(true)
  confirmedBy: string | null;

  @Field(() => Date, { nullable: true, description: '确认时间 · Confirmed at' })
  @InstantColumn(true)
  confirmedAt: Date | null;

  @Field(() => ID, { nullable: true, description: '所取代的亮灯 · The light that it stands in place of' })
  @RefColumn(true)
  supersedes: string | null;
}
