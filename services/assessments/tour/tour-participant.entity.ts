// A participant of a tour (观摩参加者): a person of a unit, who marks the sites.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '观摩参加者 · A participant of a tour' })
@Entity('tour_participant')
export class TourParticipant {
  @Field(() => ID, { description: '参加者标识 · Id of the participant' })
  @IdColumn()
  id: string;

  @RefColumn()
  tourId: string;

  @RefColumn()
  personId: string;

  @RefColumn(true)
  unitId: string | null;

  @Field({ description: '以何身份参加 · In which capacity' })
  @TextColumn()
  capacity: string;
}
