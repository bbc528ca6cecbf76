// A place in a text (文中位置) where a member of a household is named.
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({
  description: '文中出现成员姓名之处（仅供考核服务）· Where a text names a member, for the assessments service alone',
})
export class NamePlace {
  @Field(() => Int, { description: '第几段文字 · Which text' })
  text: number;

  @Field(() => Int, { description: '起始位置 · First character' })
  at: number;

  @Field(() => Int, { description: '长度 · Length' })
  length: number;
}
