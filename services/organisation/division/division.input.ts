// How statistical divisions are looked for.
import { ArgsType, Field } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

@ArgsType()
export class DivisionsArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description: '上级代码，不填为各省 · Code of the one above; the provinces without it',
  })
  parentCode?: string | null;

  @Field(() => String, { nullable: true, description: '名称以此开头 · Names that begin with this' })
  nameBegins?: string | null;
}

@ArgsType()
export class DivisionChangesArgs extends ConnectionArgs {
  @Field(() => CalendarDay, { description: '哪一期 · Which vintage' })
  vintage: string;

  @Field(() => String, { nullable: true, description: '代码以此开头 · Codes that begin with this' })
  codeBegins?: string | null;
}
