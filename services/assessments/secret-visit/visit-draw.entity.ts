// A draw of secret visits (暗访抽样): what was committed to, what was drawn, and everything that is needed to draw it again.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { SecretVisitPack } from './secret-visit-pack.rules';
import type { FrameVillage } from './visit-draw.rules';

@ObjectType({
  description: '暗访抽样，公布前只有抽样人可见 · A draw of secret visits, its inspector’s alone until it is released',
})
@Entity('visit_draw')
export class VisitDraw {
  @Field(() => ID, { description: '抽样标识 · Id of the draw' })
  @IdColumn()
  id: string;

  @RefColumn()
  issuerId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '暗访月份 · Month of the visits' })
  @TextColumn()
  month: string;

  @Field({ description: '轮次，以首月表示；一轮内村不重复 · Round, by its first month; no village comes twice in it' })
  @TextColumn()
  round: string;

  @Field({ description: '抽样规则包 · Name of the pack' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包的哈希 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @JsonColumn()
  pack: SecretVisitPack;

  @TextColumn()
  seed: string;

  @Field({ description: '种子的哈希，承诺时封存 · Hash of the seed, sealed when it was committed to' })
  @TextColumn()
  seedHash: string;

  @JsonColumn()
  frame: FrameVillage[];

  @Field({ description: '抽样名单的哈希，承诺时封存 · Hash of the frozen list, sealed when it was committed to' })
  @TextColumn()
  frameHash: string;

  @Field({ description: '公开号码的来源 · Source of the public number' })
  @TextColumn()
  numberSource: string;

  @Field(() => CalendarDay, { description: '公开号码的日期 · Day of the public number' })
  @DayColumn()
  numberDay: string;

  @Field(() => Date, { description: '承诺时间 · Committed at' })
  @InstantColumn()
  committedAt: Date;

  @Field(() => String, { nullable: true, description: '公开号码 · The public number' })
  @TextColumn(true)
  number: string | null;

  @RefColumn(true)
  numberBy: string | null;

  @Field(() => Date, { nullable: true, description: '抽取时间 · Drawn at' })
  @InstantColumn(true)
  drawnAt: Date | null;

  @Field(() => Date, { nullable: true, description: '公布时间 · Released at' })
  @InstantColumn(true)
  releasedAt: Date | null;
}
