// What a trace of money is asked about (追溯起点): a kind and an id, as other answers tell them.
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { TraceDirection, TraceStart } from './trace-node.rules';

@InputType({ description: '追溯起点 · What a trace begins from' })
export class TraceFromInput {
  @Field(() => TraceStart, { description: '种类 · Kind' })
  kind: TraceStart;

  @Field(() => ID, { description: '标识；两段的以“/”相连 · Its id; two parts are joined by a slash' })
  id: string;
}

@ArgsType()
export class FundTraceArgs extends ConnectionArgs {
  @Field(() => TraceFromInput, { description: '从何处起 · From where' })
  from: TraceFromInput;

  @Field(() => TraceDirection, { nullable: true, description: '方向，默认双向 · Which way, both unless told' })
  direction?: TraceDirection;
}
