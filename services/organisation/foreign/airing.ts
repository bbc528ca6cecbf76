// An airing (晾晒表) as organisation knows it: only which it is; the table is assessments' to tell.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Airing', { description: '晾晒表 · An airing table' })
export class Airing {
  @Field(() => ID, { description: '晾晒标识 · Id of the airing' })
  id: string;

  static of(id: string): Airing {
    return Object.assign(new Airing(), { id });
  }
}
