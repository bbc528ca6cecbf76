// A resolution (议定事项) as assessments extends it: with the task that it became.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Resolution', { description: '议定事项 · A resolution of a meeting' })
export class Resolution {
  @Field(() => ID, { description: '议定事项标识 · Id of the resolution' })
  id: string;

  static of(id: string): Resolution {
    return Object.assign(new Resolution(), { id });
  }
}
