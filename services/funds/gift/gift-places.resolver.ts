// Where gifts are met: whose hands were on one, and of which gift a lot is.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { maskName } from '#platform/vocabulary/identity-number';
import { AllotmentLine } from '../allotment/allotment.entity';
import { Person, personOf } from '../foreign/person';
import { permissions } from '../permissions';
import { Gift } from './gift.entity';
import { giftById } from './gift.loader';
import { DonorKind } from './gift.rules';

@Resolver(() => Gift)
export class GiftHandsResolver {
  @Classified('personal')
  @FieldResolver(() => String, {
    nullable: true,
    description: '捐赠人；个人姓名对审计脱敏 · The donor; the name of a person is masked for the auditor',
  })
  donorName(@Root() { donorKind, donorName }: Gift, @Ctx() { caller }: Context): string | null {
    const sight = permissions.sees(caller, 'Gift', 'donorName');
    if (sight === 'hidden') return null;
    return sight === 'plain' || donorKind === DonorKind.organisation ? donorName : maskName(donorName);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记人 · Who recorded it' })
  recordedBy(@Root() { recordedBy }: Gift) {
    return personOf(recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记到达的人 · Who recorded its arrival' })
  arrivedBy(@Root() { arrivedBy }: Gift) {
    return personOf(arrivedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '验收人 · Who accepted it' })
  acceptedBy(@Root() { acceptedBy }: Gift) {
    return personOf(acceptedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '开票人 · Who issued its receipt' })
  receiptedBy(@Root() { receiptedBy }: Gift) {
    return personOf(receiptedBy);
  }
}

@Resolver(() => AllotmentLine)
export class LotGiftResolver {
  @FieldResolver(() => Gift, {
    nullable: true,
    description: '所出的捐赠；非捐赠或不在范围内为空 · The gift that it is of; null of other money, and out of scope',
  })
  gift(@Root() { giftId }: AllotmentLine, @Ctx() context: Context) {
    return giftId && giftById.load(context, giftId);
  }
}
