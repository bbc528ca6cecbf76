// A peer assignment (互查分工): one subject of a supervision checks another of its group.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, RefColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '互查分工 · Who checks whom' })
@Entity('peer_assignment')
export class PeerAssignment {
  @Field(() => ID, { description: '分工标识 · Id of the assignment' })
  @IdColumn()
  id: string;

  @RefColumn()
  drawId: string;

  @Field(() => Int, { description: '次序 · Place' })
  @WholeColumn()
  place: number;

  @RefColumn()
  checkerId: string;

  @RefColumn()
  checkedId: string;

  @Field(() => Boolean, {
    description: '对象过少，只能相互检查 · The two check each other, because their group is too small',
  })
  @FlagColumn()
  mutual: boolean;
}
