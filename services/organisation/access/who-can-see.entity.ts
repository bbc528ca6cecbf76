// Who can see a field: the lines of the table, and everybody whom a chain leads to it.
import { Field, Int, ObjectType } from 'type-graphql';
import { type Connection, connectionOf } from '#platform/graph/connection';
import { AccessChain, AccessLine } from './access-explanation.entity';

export const AccessChainConnection = connectionOf(AccessChain, 'AccessChain', '权限链', 'chains of access');

@ObjectType({ description: '谁可看到某字段 · Who can see a field' })
export class WhoCanSee {
  @Field(() => AccessLine, { description: '权限表 · Lines of the table' })
  line: AccessLine;

  @Field({ description: '是否穷尽：当日全部任职、代理与账号均已计入 · Whether everybody of that day was weighed' })
  complete: boolean;

  @Field(() => Int, { description: '已计入的身份数 · How many ways to ask were weighed' })
  weighed: number;

  @Field(() => AccessChainConnection, { description: '可见者 · Those who see it, plain or masked' })
  chains: Connection<AccessChain>;
}
