// A match (比对结果): a member whom a list named, verified by the town, closed by another person, and emptied of the list's fact with that.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  SealedColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

export enum MatchVerdict {
  confirmed = 'confirmed',
  notSo = 'not-so',
  noEffect = 'no-effect',
}
registerEnumType(MatchVerdict, {
  name: 'MatchVerdict',
  description: '核实结果 · What the verifier found',
  valuesConfig: {
    confirmed: { description: '属实，须处理 · It is so, and something follows' },
    notSo: { description: '不属实 · It is not so' },
    noEffect: { description: '属实，不影响 · It is so, and nothing follows' },
  },
});

export enum MatchOutcome {
  corrected = 'corrected',
  stands = 'stands',
}
registerEnumType(MatchOutcome, {
  name: 'MatchOutcome',
  description: '销号结果 · How a match was closed',
  valuesConfig: {
    corrected: { description: '已更正、已处理 · Corrected or dealt with' },
    stands: { description: '无须更正 · Nothing to correct' },
  },
});

@ObjectType({ description: '比对结果（交办核实）· A match that is to be verified' })
@Entity('comparison_match')
export class ComparisonMatch {
  @Field(() => ID, { description: '标识 · Id' })
  @IdColumn()
  id: string;

  @RefColumn()
  comparisonId: string;

  @Field({ description: '类别（代码）· Kind, a code' })
  @TextColumn()
  kind: string;

  @Field({ description: '提问的规则 · The rule that asked' })
  @TextColumn()
  rule: string;

  @Field({ description: '规则包内容哈希 · Content hash of the pack' })
  @TextColumn()
  packHash: string;

  @RefColumn()
  memberId: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @SealedColumn(true)
  factSealed: Buffer | null;

  @Field(() => CalendarDay, { description: '核实期限 · To be verified by' })
  @DayColumn()
  verifyDueOn: string;

  @Field(() => CalendarDay, { description: '销号期限 · To be closed by' })
  @DayColumn()
  closeDueOn: string;

  @Field(() => MatchVerdict, { nullable: true, description: '核实结果；空为待核实 · Verdict; null while it waits' })
  @TextColumn(true)
  verdict: MatchVerdict | null;

  @Field(() => String, { nullable: true, description: '核实情况 · What was found' })
  @TextColumn(true)
  verifyNote: string | null;

  @RefColumn(true)
  verifiedBy: string | null;

  @Field(() => Date, { nullable: true, description: '核实时刻 · Verified at' })
  @InstantColumn(true)
  verifiedAt: Date | null;

  @Field(() => MatchOutcome, { nullable: true, description: '销号结果；空为未销号 · Outcome; null while it is open' })
  @TextColumn(true)
  outcome: MatchOutcome | null;

  @Field(() => String, { nullable: true, description: '销号说明 · What was done' })
  @TextColumn(true)
  closeNote: string | null;

  @RefColumn(true)
  closedBy: string | null;

  @Field(() => Date, { nullable: true, description: '销号时刻 · Closed at' })
  @InstantColumn(true)
  closedAt: Date | null;
}
