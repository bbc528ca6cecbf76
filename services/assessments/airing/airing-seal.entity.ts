// The seal of an airing (晾晒封存凭据), for organisation alone: what an agenda cites.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: '晾晒封存凭据（仅供组织服务）· The seal of an airing, for the organisation service alone' })
export class AiringSeal {
  @Field(() => ID, { description: '晾晒标识 · Id of the airing' })
  id: string;

  @Field({ description: '内容哈希 · Hash of its content' })
  hash: string;

  @Field({ description: '季度 · Quarter' })
  quarter: string;

  @Field({ description: '标题 · Title' })
  title: string;
}
