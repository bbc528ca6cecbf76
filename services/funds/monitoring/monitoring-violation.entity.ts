// A violation (监测问题): a rule of monitoring that a discharge did not keep, by which pack, what was measured, and how it was answered.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Instant } from '#platform/graph/scalars';
import { ViolationState } from './violation-state.rules';

registerEnumType(ViolationState, {
  name: 'ViolationState',
  description: '监测问题状态 · State of a violation',
  valuesConfig: {
    open: { description: '待医院说明 · Waits for the hospital’s explanation' },
    explained: { description: '已说明，待审核 · Explained, waits for a decision' },
    accepted: { description: '说明成立，不计 · The explanation is accepted, and it does not count' },
    upheld: { description: '认定 · Upheld' },
    lifted: { description: '冲账或重新判定后不再成立 · No longer so, after a strike or a new judgement' },
  },
});

@ObjectType({
  description: '监测问题：某次出院结算未达到某条监测规则 · A rule of monitoring that a settled discharge did not keep',
})
export class MonitoringViolation {
  settlementId: string;
  hospitalId: string;
  regionId: string;
  patientName: string;
  explainedBy: string | null;
  decidedBy: string | null;

  @Field(() => ID, { description: '标识 · Id' })
  id: string;

  @Field({ description: '规则代码，如 patient-share · Code of the rule' })
  measure: string;

  @Field({ description: '按次或按年：stay、year · Of a stay or a year' })
  per: string;

  @Field({ description: '口径：all 全部、compliant 政策范围内 · Of all or of compliant cost' })
  cost: string;

  @Field({ description: '实测 · What was measured' })
  measured: string;

  @Field({ description: '界限 · The bound' })
  bound: string;

  @Field({ description: '规则包内容哈希 · Content hash of the pack' })
  packHash: string;

  @Field({ description: '中文说明 · In plain Chinese' })
  zh: string;

  @Field({ description: '英文说明 · In English' })
  en: string;

  @Field(() => CalendarDay, { description: '出院日期 · Day of discharge' })
  dischargedOn: string;

  @Field(() => CalendarDay, { description: '发现日期 · Found on' })
  foundOn: string;

  @Field(() => ViolationState, { description: '状态 · State' })
  state: ViolationState;

  @Field(() => String, { nullable: true, description: '医院说明 · The hospital’s explanation' })
  explanation: string | null;

  @Field(() => Instant, { nullable: true, description: '说明时间 · Explained at' })
  explainedAt: Date | null;

  @Field(() => String, { nullable: true, description: '审核意见 · Remark of the decision' })
  remark: string | null;

  @Field(() => Instant, { nullable: true, description: '审核时间 · Decided at' })
  decidedAt: Date | null;
}

export const ViolationConnection = connectionOf(MonitoringViolation, 'MonitoringViolation', '监测问题', 'violations');

@ObjectType({ description: '某规则的问题数 · Violations of one rule' })
export class MeasureCount {
  @Field({ description: '规则代码 · Code of the rule' })
  measure: string;

  @Field(() => Int, { description: '成立的问题数 · Violations that stand' })
  count: number;
}

@ObjectType({
  description:
    '某医院某月的监测 · A hospital’s month as monitored: discharges that were judged, and violations that stand',
})
export class MonitoredMonth {
  hospitalId: string;

  @Field({ description: '出院月份 · Month of discharge' })
  month: string;

  @Field(() => Int, { description: '已判定的出院数 · Discharges that were judged' })
  checked: number;

  @Field(() => Int, {
    description: '其中无问题的（说明成立的不计）· Of them, without a violation; accepted ones do not count',
  })
  kept: number;

  @Field(() => [MeasureCount], { description: '按规则 · By rule' })
  violations: MeasureCount[];
}
