// A village that was drawn for a secret visit (抽中的村), with the households to be visited there.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '抽中的村及其户 · A village that was drawn, with its households' })
@Entity('visit_sample')
export class VisitSample {
  @Field(() => ID, { description: '标识 · Id' })
  @IdColumn()
  id: string;

  @RefColumn()
  drawId: string;

  @RefColumn()
  issuerId: string;

  @TextColumn()
  round: string;

  @Field(() => Int, { description: '抽取次序 · Order in which it was drawn' })
  @WholeColumn()
  place: number;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => [ID], { description: '抽中的在册户标识 · Ids of the registered households that were drawn' })
  @Column({ type: 'uuid', array: true })
  householdIds: string[];

  @Field(() => [Int], {
    description:
      '其他户在村户名册中的千分位（假定）· Places in the village’s roster, as thousandths, of other households (assumed)',
  })
  @Column({ type: 'int', array: true })
  otherPlaces: number[];

  @InstantColumn(true)
  releasedAt: Date | null;
}
