// What may be asked of the list of violations (监测问题): whose, of which rule, in which state, of which quarter.
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { ViolationState } from './violation-state.rules';

@ArgsType()
export class ViolationsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此医院的 · Only of this hospital' })
  hospitalId?: string | null;

  @Field(() => String, { nullable: true, description: '只要此规则的，如 patient-share · Only of this rule' })
  measure?: string | null;

  @Field(() => ViolationState, { nullable: true, description: '只要此状态的 · Only in this state' })
  state?: ViolationState | null;
}

@ArgsType()
export class RegionViolationsArgs extends ConnectionArgs {
  @Field(() => String, { description: '出院所在季度，如 2018Q3 · Quarter of the discharge, such as 2018Q3' })
  quarter: string;
}
