// An airing (晾晒): the ranking of a peer group in a quarter; once sealed it never changes, a later one may stand beside it.
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

export enum AiringGroup {
  units = 'units',
  districtsAndZones = 'districts-and-zones',
  towns = 'towns',
}
registerEnumType(AiringGroup, {
  name: 'AiringGroup',
  description: '晾晒的同组 · Peer group of an airing',
  valuesConfig: {
    units: { description: '成员单位 · Member units' },
    districtsAndZones: { description: '区和功能区 · Districts and functional zones' },
    towns: { description: '镇街 · Towns and streets' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '晾晒表 · An airing: the ranking of a peer group in a quarter' })
@Entity('airing')
export class Airing {
  @Field(() => ID, { description: '晾晒标识 · Id of the airing' })
  @IdColumn()
  id: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => AiringGroup, { description: '同组 · Peer group' })
  @TextColumn()
  peerGroup: AiringGroup;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '内容哈希（标题、名次与来源）· Hash of its content: title, ranks and sources' })
  @TextColumn()
  contentHash: string;

  @Field(() => ID, { nullable: true, description: '所取代的晾晒 · The airing that it stands in place of' })
  @RefColumn(true)
  supersedes: string | null;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { description: '拟定时间 · Drafted at' })
  @InstantColumn()
  draftedAt: Date;

  @RefColumn(true)
  sealedBy: string | null;

  @Field(() => Date, { nullable: true, description: '封存时间；空为草稿 · Sealed at, null for a draft' })
  @InstantColumn(true)
  sealedAt: Date | null;

  @RefColumn(true)
  shownBy: string | null;

  @Field(() => Date, { nullable: true, description: '公布时间；空为未公布 · Shown at, null before' })
  @InstantColumn(true)
  shownAt: Date | null;
}
