// Splits and merges of households, and how the households that they tie are reached from one another.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { RelationInput } from '../change/change.input';
import { Person, personOf } from '../foreign/person';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { mergeHouseholds } from './merge-households';
import { Regrouping } from './regrouping.entity';
import { RegroupingInput, SplitInput } from './regrouping.input';
import { regroupingById, regroupingsOfHousehold } from './regrouping.loader';
import { splitHousehold } from './split-household';
import { undoRegrouping } from './undo-regrouping';

@Resolver(() => Household)
export class HouseholdRegroupingsResolver {
  @FieldResolver(() => [Regrouping], {
    nullable: true,
    description: '分户、并户记录（分出、并入两方均可见）· Splits and merges of this household, from either side',
  })
  regroupings(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return regroupingsOfHousehold.load(context, id);
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: '并入何户 · The household that this one was merged into',
  })
  async mergedInto(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    const all = await regroupingsOfHousehold.load(context, id);
    const merge = all.find((each) => each.kind === 'merge' && each.householdId === id && !each.undoneAt);
    return merge ? householdById.load(context, merge.intoId) : null;
  }
}

@Resolver(() => Regrouping)
export class RegroupingResolver {
  @FieldResolver(() => Household, { nullable: true, description: '自何户 · From which household' })
  from(@Root() { householdId }: Regrouping, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => Household, { nullable: true, description: '成为或并入何户 · Into which household' })
  into(@Root() { intoId }: Regrouping, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, intoId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '经办人 · Who registered it' })
  doneBy(@Root() { doneBy }: Regrouping) {
    return personOf(doneBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '撤销人 · Who undid it' })
  undoneBy(@Root() { undoneBy }: Regrouping) {
    return undoneBy && personOf(undoneBy);
  }

  @Mutation(() => Household, {
    nullable: true,
    description:
      '分户：分出成员另立一户，原户的走访、结对、资金不动 · Splits members off into a household of their own',
  })
  async splitHousehold(
    @Arg('householdId', () => ID, { description: '原户 · The household' }) householdId: string,
    @Arg('split', () => SplitInput, { description: '分户内容 · Who is split off, when and why' }) split: SplitInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await splitHousehold(context, householdId, split, idempotencyKey);
    context.loaders.clear();
    return householdById.load(context, id);
  }

  @Mutation(() => Household, {
    nullable: true,
    description:
      '并户：成员并入同村另一户，被并户保留全部记录并指向该户 · Merges a household into another of the same village',
  })
  async mergeHouseholds(
    @Arg('householdId', () => ID, { description: '被并户 · The household that is merged away' }) householdId: string,
    @Arg('intoId', () => ID, { description: '并入户 · The household that stays' }) intoId: string,
    @Arg('relations', () => [RelationInput], { description: '与户主的关系；不填为其他 · Relations to the head' })
    relations: RelationInput[],
    @Arg('merge', () => RegroupingInput, { description: '依据 · When and why' }) merge: RegroupingInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await mergeHouseholds(context, householdId, intoId, relations, merge);
    context.loaders.clear();
    return householdById.load(context, id);
  }

  @Mutation(() => Regrouping, {
    nullable: true,
    description: '撤销分户或并户（须另一人），恢复原状 · Undoes a split or a merge that another person registered',
  })
  async undoRegrouping(
    @Arg('regroupingId', () => ID, { description: '分户并户记录 · The regrouping' }) regroupingId: string,
    @Arg('reason', { description: '理由（6 至 200 字，不得含号码）· Reason, 6 to 200 characters' }) reason: string,
    @Arg('documentNumber', { description: '依据文号 · Document' }) documentNumber: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await undoRegrouping(context, regroupingId, reason, documentNumber);
    context.loaders.clear();
    return regroupingById.load(context, id);
  }
}
