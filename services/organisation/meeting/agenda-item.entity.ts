// An item of the agenda (议程) of a meeting; it may be a sealed airing table (晾晒), known by the hash that it had then.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '议程 · An item of the agenda' })
@Entity('agenda_item')
export class AgendaItem {
  @Field(() => ID, { description: '议程标识 · Id of the item' })
  @IdColumn()
  id: string;

  @RefColumn()
  meetingId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '次序 · Place in the agenda' })
  @WholeColumn()
  position: number;

  @Field({ description: '议题 · Subject' })
  @TextColumn()
  title: string;

  @RefColumn(true)
  presentedBy: string | null;

  @RefColumn(true)
  airingId: string | null;

  @Field(() => String, {
    nullable: true,
    description: '列入议程时的晾晒表哈希 · Hash of the airing table when it was put on the agenda',
  })
  @TextColumn(true)
  airingHash: string | null;

  @Field(() => String, { nullable: true, description: '晾晒表名称 · Title of the airing table' })
  @TextColumn(true)
  airingTitle: string | null;

  @Field(() => String, { nullable: true, description: '晾晒季度 · Quarter of the airing' })
  @TextColumn(true)
  airingQuarter: string | null;
}
