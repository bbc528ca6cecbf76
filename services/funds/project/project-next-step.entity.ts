// What can be done next with a project (可办环节): by which posts, with what, and whether by the one who asks.
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: '项目可办的环节 · A step that a project can take now' })
export class ProjectNextStep {
  @Field({ description: '环节（代码）· Code' })
  code: string;

  @Field({ description: '环节 · In words' })
  title: string;

  @Field(() => [String], { description: '由何职务办理 · By which posts' })
  posts: string[];

  @Field(() => [String], { description: '必填各项 · What must be told' })
  needs: string[];

  @Field(() => [String], { description: '可填各项 · What may be told beside' })
  tells: string[];

  @Field({
    description: '须由上一环节与申报人以外的人办理 · By another person than the step before, and than who proposed',
  })
  byAnother: boolean;

  @Field({ description: '须有文号 · Needs a document' })
  needsDocument: boolean;

  @Field({ description: '须附材料 · Needs evidence' })
  needsEvidence: boolean;

  @Field({ description: '须指明行业部门 · Names the unit that appraises' })
  namesSector: boolean;

  @Field({ description: '本人可办 · Whether the asker may take it' })
  mine: boolean;
}
