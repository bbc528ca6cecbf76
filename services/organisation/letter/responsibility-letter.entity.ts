// A responsibility letter (责任书) as it is kept and shown: one version of a region and year, its terms, and who signed each side.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { LetterState } from './letter.rules';
import type { LetterTerm } from './letter-template.rules';

registerEnumType(LetterState, {
  name: 'LetterState',
  description: '责任书的状态 · State of a responsibility letter',
  valuesConfig: {
    awaitsRegion: { description: '待本地区签字 · Awaits the region’s signature' },
    awaitsSuperior: { description: '待上级签字 · Awaits the superior’s signature' },
    inForce: { description: '已生效 · In force' },
    superseded: { description: '已被新版取代 · Superseded by a newer version' },
  },
});

@ObjectType({
  description:
    '脱贫攻坚责任书：某地区某年的一个版本，签订后只能以新版修订 · A responsibility letter: one version of a region and year, amended only by a new one',
})
@Entity('responsibility_letter')
export class ResponsibilityLetter {
  @Field(() => ID, { description: '责任书标识 · Id of the letter' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field(() => Int, { description: '版本，自 1 起 · Version, from 1 on' })
  @WholeColumn()
  version: number;

  @Field({ description: '文号 · Document number' })
  @TextColumn()
  documentNumber: string;

  @Field({ description: '所用文本 · Template it was made from' })
  @TextColumn()
  templateName: string;

  @Field({ description: '文本的哈希 · Hash of the template' })
  @TextColumn()
  templateHash: string;

  @JsonColumn()
  duties: LetterTerm[];

  @Field(() => String, {
    nullable: true,
    description: '修订原因；首版为空 · Why it was amended, null for the first version',
  })
  @TextColumn(true)
  reason: string | null;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { description: '拟稿时间 · Drafted at' })
  @InstantColumn()
  draftedAt: Date;

  // of the signatures, and of the other versions
  regionSignedBy: string | null;
  superiorSignedBy: string | null;

  @Field(() => Date, { nullable: true, description: '本地区签字时间 · When the region signed' })
  regionSignedAt: Date | null;

  @Field(() => Date, { nullable: true, description: '上级签字时间 · When the superior signed' })
  superiorSignedAt: Date | null;

  @Field(() => LetterState, { description: '状态 · State' })
  state: LetterState;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自何日起约束；未生效为空 · Binds from this day, null before it is in force',
  })
  boundFrom: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '至何日止（不含）· Binds until this day, exclusive' })
  boundUntil: string | null;
}
