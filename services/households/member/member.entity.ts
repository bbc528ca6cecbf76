// A member (家庭成员) of a registered household, one of them its head (户主).
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  PathColumn,
  RefColumn,
  SealedColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Classified } from '#platform/graph/classified';
import { CalendarDay } from '#platform/graph/scalars';

@Directive('@key(fields: "id")')
@ObjectType({ description: '贫困户家庭成员 · A member of a registered household' })
@Entity('member')
export class Member {
  @Field(() => ID, { description: '成员标识 · Id of the member' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @TextColumn()
  name: string;

  @Field({ description: '性别（代码）· Sex, a code' })
  @TextColumn()
  sex: string;

  @SealedColumn()
  idNumberSealed: Buffer;

  @TextColumn()
  idNumberTail: string;

  @TextColumn()
  idNumberIndex: string;

  @Field(() => CalendarDay, { nullable: true, description: '出生日期 · Day of birth' })
  @Classified('personal')
  @DayColumn()
  birthday: string;

  @Field({ description: '与户主关系（代码）· Relation to the head, a code' })
  @TextColumn()
  relation: string;

  @Field(() => String, { nullable: true, description: '民族（代码）· Ethnicity, a code' })
  @Classified('personal')
  @TextColumn()
  ethnicity: string;

  @Field(() => String, { nullable: true, description: '文化程度（代码）· Education, a code' })
  @Classified('personal')
  @TextColumn()
  education: string;

  @Field(() => String, { nullable: true, description: '健康状况（代码）· Health, a code' })
  @Classified('personal')
  @TextColumn()
  health: string;

  @Field(() => String, { nullable: true, description: '劳动能力（代码）· Ability to work, a code' })
  @Classified('personal')
  @TextColumn()
  labour: string;

  @Field(() => String, { nullable: true, description: '参加的医疗保险（代码）· Medical insurance, a code' })
  @Classified('personal')
  @TextColumn()
  insured: string;

  @Field(() => String, { nullable: true, description: '在校生状况（代码） · Schooling, a code' })
  @Classified('personal')
  @TextColumn(true)
  schooling: string | null;

  @Field(() => String, {
    nullable: true,
    description: '务工状况（代码） · Where the member works away from the farm, a code',
  })
  @Classified('personal')
  @TextColumn(true)
  workPlace: string | null;

  @Field(() => Int, { nullable: true, description: '务工时间（月） · Months of work away in the year' })
  @Classified('personal')
  @WholeColumn(true)
  workMonths: number | null;

  @Field(() => Boolean, { nullable: true, description: '享受低保 · Receives dibao' })
  @Classified('personal')
  @FlagColumn(true)
  dibao: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '参加大病医疗 · Insured against critical illness' })
  @Classified('personal')
  @FlagColumn(true)
  criticalIllnessInsured: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '参加城乡居民养老保险 · Insured in the resident pension' })
  @Classified('personal')
  @FlagColumn(true)
  pensionInsured: boolean | null;

  @Field(() => String, { nullable: true, description: '残疾类别（代码） · Kind of disability, a code' })
  @Classified('personal')
  @TextColumn(true)
  disabilityKind: string | null;

  @Field(() => Int, { nullable: true, description: '残疾等级（1 至 4） · Grade of disability, 1 to 4' })
  @Classified('personal')
  @WholeColumn(true)
  disabilityGrade: number | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '何日加入本户；登记时即在户的没有 · Joined on; none for those registered with the household',
  })
  @Classified('personal')
  @DayColumn(true)
  joinedOn: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '何日离开本户 · Left on' })
  @Classified('personal')
  @DayColumn(true)
  leftOn: string | null;
}
