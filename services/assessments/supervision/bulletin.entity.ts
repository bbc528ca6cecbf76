// A bulletin (通报): the numbered text that a supervision of that form issues when it is released.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '通报 · A bulletin' })
@Entity('bulletin')
export class Bulletin {
  @Field(() => ID, { description: '通报标识 · Id of the bulletin' })
  @IdColumn()
  id: string;

  @RefColumn()
  supervisionId: string;

  @Field({ description: '编号 · Number' })
  @TextColumn()
  number: string;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '正文 · Text' })
  @TextColumn()
  body: string;

  @RefColumn()
  issuedBy: string;

  @Field(() => Date, { description: '印发时间 · Issued at' })
  @InstantColumn()
  issuedAt: Date;
}
