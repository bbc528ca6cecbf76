// A subject of a supervision (督导对象): a member unit, or a district, zone or town.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, PathColumn, RefColumn } from '#platform/database/columns';

@ObjectType({ description: '督导对象 · A subject of a supervision' })
@Entity('supervision_subject')
export class SupervisionSubject {
  @Field(() => ID, { description: '对象标识 · Id of the subject' })
  @IdColumn()
  id: string;

  @RefColumn()
  supervisionId: string;

  @RefColumn(true)
  unitId: string | null;

  /** of a member unit the city, on which its tasks hang */
  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;
}
