// A village of the frozen list (抽样名单中的村), as it is told after the release.
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('FrameVillage', { description: '抽样名单中的村 · A village of the frozen list' })
export class FrameVillage {
  @Field(() => ID, { description: '村标识 · Id of the village' })
  regionId: string;

  @Field(() => [ID], { description: '在册户标识 · Ids of its registered households' })
  householdIds: string[];
}
