// The question behind an item of a score as it is shown: a document and its variables.
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    '下钻查询：由查询者自己提出，所得为其范围内、按其权限脱敏的各行 · The question that lists the rows: whoever asks it gets those of his own scope, masked for him',
})
export class ScoreRowsQuestion {
  @Field({ description: '查询文本 · The document' })
  query: string;

  @Field({ description: '变量（JSON）· Its variables, as JSON' })
  variables: string;
}
