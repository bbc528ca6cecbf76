// What is said when a determination is proposed, appraised, verified and listed.
import { MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { HouseholdInput } from '../household/household.input';
import { DeterminationStatusCode } from './determination.entity';

const needed = { message: '请说明，至少 2 字 · say it, in at least 2 characters' };
const tooLong = { message: '至多 1000 字 · at most 1000 characters' };

export enum DeterminationKind {
  identification = 'identification',
  exit = 'exit',
  policiesEnd = 'policies-end',
  return = 'return',
  wrongExit = 'wrong-exit',
  removal = 'removal',
}
registerEnumType(DeterminationKind, {
  name: 'DeterminationKind',
  description: '认定程序 · Procedures',
  valuesConfig: {
    identification: { description: '精准识别（已剔除户再识别）· Identification, of a household that was removed' },
    exit: { description: '脱贫退出 · Exit' },
    policiesEnd: { description: '不再享受政策 · End of policies' },
    return: { description: '返贫 · Return to poverty' },
    wrongExit: { description: '错退回退 · An exit taken back as wrong' },
    removal: { description: '清退（剔除）· Removal' },
  },
});

@InputType({ description: '提出认定 · What is proposed of a registered household' })
export class ProposeDeterminationInput {
  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => DeterminationKind, { description: '程序 · Procedure' })
  kind: DeterminationKind;

  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field({ description: '事由，勿填个人号码 · Why, without personal numbers' })
  @MinLength(2, needed)
  @MaxLength(1000, tooLong)
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: '核查未通过仍提出的理由 · Why all the same, where the guarantee check does not pass',
  })
  @MinLength(2, needed)
  @MaxLength(1000, tooLong)
  despite?: string | null;

  @Field(() => [ID], { nullable: true, description: '佐证材料标识 · Ids of the evidence' })
  evidenceIds?: string[] | null;
}

@InputType({
  description: '提出识别（未建档户）· An application to be identified, of a household that is not registered',
})
export class ProposeIdentificationInput {
  @Field(() => HouseholdInput, {
    description: '户表；建档日期以批准之日为准 · The form; the day of registration will be that of the approval',
  })
  household: HouseholdInput;

  @Field({ description: '事由，勿填个人号码 · Why, without personal numbers' })
  @MinLength(2, needed)
  @MaxLength(1000, tooLong)
  reason: string;
}

@InputType({ description: '民主评议结果 · How the villagers’ representatives voted' })
export class AppraisalInput {
  @Field(() => CalendarDay, { description: '评议日期 · Held on' })
  heldOn: string;

  @Field(() => Int, { description: '到会人数 · How many were present' })
  present: number;

  @Field(() => Int, { description: '赞成人数 · How many were in favour' })
  inFavour: number;

  @Field(() => String, { nullable: true, description: '评议意见 · Remark' })
  @MaxLength(1000, tooLong)
  remark?: string | null;
}

@InputType({ description: '入户核实 · A verification in the house' })
export class VerificationInput {
  @Field(() => CalendarDay, { description: '核实日期 · Verified on' })
  verifiedOn: string;

  @Field({ description: '户内签字人与户主关系 · Who signed: relation to the head' })
  @MinLength(1, needed)
  @MaxLength(50, tooLong)
  signedBy: string;

  @Field({ description: '是否签字认可 · Whether the household acknowledges it' })
  acknowledged: boolean;

  @Field(() => String, { nullable: true, description: '核实意见 · Remark' })
  @MaxLength(1000, tooLong)
  remark?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: '签字照片等佐证材料标识 · Ids of the evidence, such as the signature',
  })
  evidenceIds?: string[] | null;
}

@ArgsType()
export class DeterminationsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此地区（含下级）· Only this region and below' })
  regionId?: string | null;

  @Field(() => DeterminationKind, { nullable: true, description: '只要此程序 · Only this procedure' })
  kind?: DeterminationKind | null;

  @Field(() => DeterminationStatusCode, { nullable: true, description: '只要此办理状态 · Only those so far' })
  status?: DeterminationStatusCode | null;
}

@ArgsType()
export class PublicNoticesArgs extends ConnectionArgs {
  @Field(() => ID, {
    nullable: true,
    description: '只要此地区张贴的（含下级）· Only those posted in this region and below',
  })
  regionId?: string | null;
}
