// A case of a look-back (回头看一户): one household of the list, or one that was missed, from its check to its re-check.
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
import type { CaseState, StandingCase } from './look-back.rules';

export enum LookBackCaseState {
  toCheck = 'to-check',
  clean = 'clean',
  problem = 'problem',
  fixed = 'fixed',
  settled = 'settled',
}
registerEnumType(LookBackCaseState, {
  name: 'LookBackCaseState',
  description: '回头看一户的状态 · State of a case of a look-back',
  valuesConfig: {
    toCheck: { description: '待核查 · To be checked' },
    clean: { description: '无问题 · Nothing wrong' },
    problem: { description: '有问题待整改 · Wrong, to be put right' },
    fixed: { description: '已整改待复核 · Put right, to be re-checked' },
    settled: { description: '已销号 · Settled' },
  },
});

@ObjectType({ description: '回头看一户 · A case of a look-back' })
@Entity('look_back_case')
export class LookBackCase implements StandingCase {
  @Field(() => ID, { description: '标识 · Id of the case' })
  @IdColumn()
  id: string;

  @RefColumn()
  lookBackId: string;

  @RefColumn(true)
  householdId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => LookBackCaseState, { description: '状态 · State' })
  @TextColumn()
  state: CaseState;

  @Field(() => String, { nullable: true, description: '问题类别（代码）· Category, a code' })
  @TextColumn(true)
  category: string | null;

  @Field(() => String, { nullable: true, description: '核查发现 · What was found' })
  @TextColumn(true)
  finding: string | null;

  @RefColumn(true)
  checkId: string | null;

  @RefColumn(true)
  checkedBy: string | null;

  @Field(() => Date, { nullable: true, description: '核查时间 · Checked at' })
  @InstantColumn(true)
  checkedAt: Date | null;

  @Field(() => String, { nullable: true, description: '整改情况 · How it was put right' })
  @TextColumn(true)
  fix: string | null;

  @RefColumn(true)
  determinationId: string | null;

  @RefColumn(true)
  fixedBy: string | null;

  @Field(() => Date, { nullable: true, description: '整改时间 · Put right at' })
  @InstantColumn(true)
  fixedAt: Date | null;

  @RefColumn(true)
  recheckedBy: string | null;

  @Field(() => Date, { nullable: true, description: '复核时间 · Re-checked at' })
  @InstantColumn(true)
  recheckedAt: Date | null;

  @Field(() => String, { nullable: true, description: '复核意见 · Remark of the re-check' })
  @TextColumn(true)
  recheckRemark: string | null;

  @Field(() => Int, { description: '复核退回次数 · How often a re-check gave it back' })
  @WholeColumn()
  returned: number;

  /** for whom each hand was laid under a delegation; kept by the database */
  @JsonColumn()
  hands: Record<string, string>;
}
