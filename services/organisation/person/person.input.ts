// How people are looked for: by unit, by the beginning of a name.
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';

@ArgsType()
export class PersonsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此单位的人员 · Only people of this unit' })
  unitId?: string;

  @Field({ nullable: true, description: '姓名以此开头 · Names that begin with this' })
  nameBegins?: string;
}
