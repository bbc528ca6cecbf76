// What the gateway itself refused (网关拒绝): counted by minute, code, address and operation, so that a flood stays a few rows.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { RefColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({
  description: '网关拒绝的计数：某分钟、某代码、某地址、某操作 · Count of what the gateway refused in one minute',
})
@Entity('refusal', { schema: 'gateway' })
export class GatewayRefusal {
  @Field(() => Date, { description: '分钟 · The minute' })
  @PrimaryColumn({ type: 'timestamptz' })
  minute: Date;

  @Field({ description: '拒绝代码 · Code of the refusal' })
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Field({ description: '网络地址，* 为合并 · Network address, * where merged' })
  @PrimaryColumn({ type: 'text' })
  address: string;

  @Field({ description: '操作名，* 为合并 · Name of the operation, * where merged' })
  @PrimaryColumn({ type: 'text' })
  operationName: string;

  @Field(() => Int, { description: '次数 · How often' })
  @WholeColumn()
  count: number;

  @Field(() => ID, { nullable: true, description: '最近的人员 · The latest person, where signed in' })
  @RefColumn(true)
  personId: string | null;
}
