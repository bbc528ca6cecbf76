// How a case is explained (事项说明): its facts in words, the conditions one by one, and the steps that it can take now.
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: '事项的一项事实 · One fact of a case' })
export class CaseFact {
  @Field({ description: '代码 · Code' })
  code: string;

  @Field({ description: '名称 · What it is' })
  title: string;

  @Field({ description: '值 · The value' })
  value: string;

  @Field({ description: '值的文字 · The value in words' })
  says: string;
}

@ObjectType({ description: '一项条件及是否成立 · A condition, and whether it holds' })
export class CaseCondition {
  @Field({ description: '条件 · The condition' })
  title: string;

  @Field({ description: '所依事实（代码）· The fact it looks at, a code' })
  fact: string;

  @Field({ description: '成立 · Whether it holds' })
  holds: boolean;

  @Field(() => String, { nullable: true, description: '依据地址；空为假定 · Where it is said; assumed when null' })
  source: string | null;
}

@ObjectType({ description: '可办理的下一环节 · A step that can be taken next' })
export class NextCaseStep {
  @Field({ description: '环节（代码）· The step, a code' })
  code: string;

  @Field({ description: '名称 · What it is' })
  title: string;

  @Field(() => [String], { description: '由哪些职务办理 · By which posts' })
  posts: string[];

  @Field(() => [String], { description: '须已知的事实（代码）· Facts that must be known, codes' })
  needs: string[];

  @Field({ description: '须由经办人以外的人复核 · A check by another person' })
  byAnother: boolean;

  @Field({ description: '须有决定文号 · Needs the number of a decision' })
  needsDocument: boolean;

  @Field({ description: '须附佐证材料 · Needs evidence' })
  needsEvidence: boolean;

  @Field({ description: '本人现可办理 · Whether the caller may take it now' })
  mine: boolean;
}
