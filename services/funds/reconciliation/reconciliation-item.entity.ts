// Lines of a statement as they came, and what was found of each (对账单行、对账结果).
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  TextsColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { CashDirection, ItemOutcome } from './match-statement.rules';

registerEnumType(CashDirection, {
  name: 'CashDirection',
  description: '收支方向 · Direction of a move of cash',
  valuesConfig: { in: { description: '收入 · In' }, out: { description: '支出 · Out' } },
});

registerEnumType(ItemOutcome, {
  name: 'ReconciliationOutcome',
  description: '对账结果 · What was found',
  valuesConfig: {
    matched: { description: '相符 · Agrees' },
    differs: { description: '有差异 · Differs' },
    duplicate: { description: '重复 · Stands twice on the statement' },
    notInBooks: { description: '账上没有 · Not in the books' },
    notAtBank: { description: '对方未记 · In the books and not on the statement' },
  },
});

@ObjectType({ description: '对账单的一行 · A line of a statement' })
@Entity('statement_line')
export class StatementLine {
  @Field(() => ID, { description: '行标识 · Id of the line' })
  @IdColumn()
  id: string;

  @RefColumn()
  statementId: string;

  @Field(() => Int, { description: '行号 · Number' })
  @WholeColumn()
  number: number;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  @DayColumn()
  onDay: string;

  @Field(() => CashDirection, { description: '方向 · Direction' })
  @TextColumn()
  direction: CashDirection;

  @Field({ description: '凭证号 · Reference' })
  @TextColumn()
  reference: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => String, { nullable: true, description: '对方 · Counterparty' })
  @TextColumn(true)
  counterparty: string | null;

  @PathColumn()
  path: string;
}

@ObjectType({ description: '对账结果的一项 · What was found of a line, or of a journal that stands on none' })
@Entity('reconciliation_item')
export class ReconciliationItem {
  @Field(() => ID, { description: '对账项标识 · Id of the item' })
  @IdColumn()
  id: string;

  @RefColumn()
  statementId: string;

  @RefColumn(true)
  lineId: string | null;

  @RefColumn(true)
  journalId: string | null;

  @Field(() => ItemOutcome, { description: '结果 · Outcome' })
  @TextColumn()
  outcome: ItemOutcome;

  @Field(() => [String], {
    description: '差异：reference、amount、direction、day · What differs: reference, amount, direction, day',
  })
  @TextsColumn()
  differences: string[];

  @Field(() => String, { nullable: true, description: '差异说明 · Explanation of the difference' })
  @TextColumn(true)
  explanation: string | null;

  @RefColumn(true)
  explainedBy: string | null;

  @InstantColumn(true)
  explainedAt: Date | null;

  @PathColumn()
  path: string;
}
