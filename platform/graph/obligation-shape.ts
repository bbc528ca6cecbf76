// Obligations (应尽事项) as every subgraph tells them: one by one, and counted by line, in the same shape whoever holds the evidence.
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Counts, owedOf, sumOf } from '../obligation/counts';
import { lastDayOf } from '../obligation/days';
import type { ObligationLine } from '../obligation/obligation-pack';
import type { Obligation } from '../obligation/obligations';
import { CalendarDay } from './scalars';

export enum ObligationStateEnum {
  due = 'due',
  fulfilled = 'fulfilled',
  late = 'late',
  overdue = 'overdue',
  exempt = 'exempt',
}
registerEnumType(ObligationStateEnum, {
  name: 'ObligationState',
  description: '应尽事项的状态 · State of an obligation',
  valuesConfig: {
    due: { description: '期限未到 · Due, its time has not run out' },
    fulfilled: { description: '已完成 · Fulfilled in time' },
    late: { description: '逾期完成 · Fulfilled after its time' },
    overdue: { description: '逾期未完成 · Overdue' },
    exempt: { description: '已豁免 · Exempt' },
  },
});

/** What each subgraph extends by the subject: a household, a region. */
@ObjectType()
export abstract class ObligationShape {
  subjectId: string;

  @Field({ description: '事项代码 · Code of the line' })
  line: string;

  @Field({ description: '事项名称 · Title of the line' })
  title: string;

  @Field({ description: '期次，如 2018-05、2018-W20 · Turn, such as 2018-05 or 2018-W20' })
  turn: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day' })
  from: string;

  @Field(() => CalendarDay, { description: '期限（末日）· Last day' })
  dueBy: string;

  @Field(() => ObligationStateEnum, { description: '状态 · State' })
  state: ObligationStateEnum;

  @Field(() => ID, { nullable: true, description: '由何记录完成 · Id of what fulfilled it' })
  fulfilledBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '完成日期 · Day on which it was fulfilled' })
  fulfilledOn: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '自何日起逾期 · Overdue since this day' })
  overdueSince: string | null;
}

export function shownObligation<T extends ObligationShape>(
  into: T,
  { title }: Pick<ObligationLine, 'title'>,
  { subject, line, window, state, fulfilledBy, fulfilledOn }: Obligation,
): T {
  return Object.assign(into, {
    subjectId: subject,
    line,
    title: `${title.zh} · ${title.en}`,
    turn: window.turn,
    from: window.from,
    dueBy: lastDayOf(window),
    state: state as ObligationStateEnum,
    fulfilledBy,
    fulfilledOn,
    overdueSince: state === 'overdue' ? window.until : null,
  });
}

@Directive('@shareable')
@ObjectType({ description: '应尽事项合计 · Obligations counted by state' })
export class ObligationCounts {
  @Field(() => Int, { description: '应完成（不含豁免）· Owed, without what is exempt' })
  owed: number;

  @Field(() => Int, { description: '按期完成 · Fulfilled in time' })
  fulfilled: number;

  @Field(() => Int, { description: '逾期完成 · Fulfilled late' })
  late: number;

  @Field(() => Int, { description: '期限未到 · Not yet overdue' })
  due: number;

  @Field(() => Int, { description: '逾期未完成 · Overdue' })
  overdue: number;

  @Field(() => Int, { description: '豁免 · Exempt' })
  exempt: number;
}

@Directive('@shareable')
@ObjectType({ description: '某一事项的合计 · The counts of one line' })
export class ObligationLineCounts {
  @Field({ description: '事项代码 · Code of the line' })
  line: string;

  @Field({ description: '事项名称 · Title of the line' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: '假定之处；无则为空 · What is assumed about it, null for nothing',
  })
  assumed: string | null;

  @Field(() => ObligationCounts, { description: '合计 · Counts' })
  counts: ObligationCounts;
}

export function shownCounts(counts: Counts): ObligationCounts {
  return { ...counts, owed: owedOf(counts) };
}

export interface LineCounts {
  line: ObligationLine;
  counts: Counts;
}

/** What two packs owe by one line, counted together and worded by the later. */
export function byLine(counted: readonly LineCounts[]): LineCounts[] {
  const found = new Map<string, LineCounts>();
  for (const { line, counts } of counted) {
    const before = found.get(line.code);
    found.set(line.code, { line, counts: before ? sumOf([before.counts, counts]) : counts });
  }
  return [...found.values()];
}

export function shownLines(lines: readonly LineCounts[]): ObligationLineCounts[] {
  return lines.map(({ line: { code, title, assumed }, counts }) => ({
    line: code,
    title: `${title.zh} · ${title.en}`,
    assumed: assumed && `${assumed.zh} · ${assumed.en}`,
    counts: shownCounts(counts),
  }));
}

export function shownSum(lines: readonly LineCounts[]): ObligationCounts {
  return shownCounts(sumOf(lines.map(({ counts }) => counts)));
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({
  description:
    '某地区某事项的合计（仅供责任书计分）· The counts of a line of a region, for the scoring of letters alone',
})
export class ObligationFact {
  @Field(() => ID, { description: '地区 · The region' })
  regionId: string;

  @Field({ description: '事项代码 · Code of the line' })
  line: string;

  @Field(() => Int, { description: '期限未到 · Not yet overdue' })
  due: number;

  @Field(() => Int, { description: '按期完成 · Fulfilled in time' })
  fulfilled: number;

  @Field(() => Int, { description: '逾期完成 · Fulfilled late' })
  late: number;

  @Field(() => Int, { description: '逾期未完成 · Overdue' })
  overdue: number;

  @Field(() => Int, { description: '豁免 · Exempt' })
  exempt: number;
}

export function obligationFacts(regionId: string, lines: readonly LineCounts[]): ObligationFact[] {
  return lines.map(({ line, counts }) => ({ regionId, line: line.code, ...counts }));
}
