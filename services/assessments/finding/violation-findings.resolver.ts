// How what monitoring upheld becomes a finding (监测转问题).
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Finding } from './finding.entity';
import { TurnViolationInput } from './finding.input';
import { turnViolation } from './turn-violation';

@Resolver()
export class ViolationFindingsResolver {
  @Mutation(() => Finding, {
    nullable: true,
    description:
      '监测认定的问题转为整改问题，每条一次 · Turns a violation that monitoring upheld into a finding, once each',
  })
  turnViolationIntoFinding(
    @Arg('input', () => TurnViolationInput, { description: '监测问题与类别 · The violation, and a category' })
    input: TurnViolationInput,
    @Ctx() context: Context,
  ) {
    return turnViolation(context, input);
  }
}
