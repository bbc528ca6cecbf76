// Evidence (计分依据) of a score as it is shown: each item with its formula, its figures, and the query that those came from.
import { Field, Int, ObjectType } from 'type-graphql';
import { withheldBelow } from '../published-sum/publish-sums.rules';
import type { FrozenNode } from './frozen-score.rules';
import { rowsBehind, type Scored } from './rows-behind.rules';
import { ScoreRowsQuestion } from './score-rows-question.entity';

@ObjectType({ description: '数据来源 · Where figures came from' })
export class ScoreSource {
  @Field({ description: '子图 · Subgraph that was asked' })
  subgraph: string;

  @Field({ description: '查询 · The question asked' })
  query: string;

  @Field({ description: '计数单位 · What was counted' })
  unit: string;

  @Field(() => Int, {
    nullable: true,
    description: '统计行数 · Rows counted',
  })
  rows: number | null;

  @Field(() => String, { nullable: true, description: '所统计各行的哈希 · Hash of the rows counted' })
  rowsHash: string | null;
}

@ObjectType({ description: '输入数据 · The figures that went in' })
export class ScoreFigures {
  @Field({ description: '分子 · Numerator' })
  numerator: string;

  @Field({ description: '分母 · Denominator' })
  denominator: string;

  @Field(() => ScoreSource, { description: '来源 · Where they came from' })
  source: ScoreSource;
}

@ObjectType({ description: '计分项 · One item of a score' })
export class ScoreNode {
  @Field({ description: '项目 · Item' })
  node: string;

  @Field(() => String, { nullable: true, description: '上级项目 · The item that it belongs to' })
  parent: string | null;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '算式 · The sum that was done' })
  formula: string;

  @Field(() => ScoreFigures, {
    nullable: true,
    description:
      '输入；小计、缺项及对外区不公布的为空 · Figures, null for groups, for what is missing and for what is withheld from other regions',
  })
  inputs: ScoreFigures | null;

  @Field(() => String, { nullable: true, description: '达到的比例，0 至 1 · Share reached, 0 to 1' })
  value: string | null;

  @Field({ description: '规则包中的分值 · Weight by the pack' })
  weight: string;

  @Field({ description: '缺项重新分配后的分值 · Weight after missing items gave theirs away' })
  effectiveWeight: string;

  @Field(() => String, { nullable: true, description: '得分；缺项为空 · Points, null when missing' })
  points: string | null;

  @Field({ description: '是否缺项 · Whether it is missing' })
  missing: boolean;

  @Field(() => Int, { nullable: true, description: '该项下的数据行数 · Rows behind it' })
  rows: number | null;

  @Field({ description: '该项及其下级的哈希 · Hash of the item and of all below it' })
  hash: string;

  @Field(() => ScoreRowsQuestion, {
    nullable: true,
    description: '下钻：列出其后各行的查询；小计为空 · The question that lists the rows behind it, null for groups',
  })
  rowsQuestion: ScoreRowsQuestion | null;
}

export function shownNode(of: FrozenNode, scored: Scored): ScoreNode {
  const inputs = of.inputs && { ...of.inputs, source: { ...of.inputs.source, unit: both(of.inputs.source.unit) } };
  const question = rowsBehind(of.indicator, scored);
  const rowsQuestion = question && { query: question.query, variables: JSON.stringify(question.variables) };
  return Object.assign(new ScoreNode(), {
    ...of,
    title: both(of.title),
    formula: both(of.formula),
    inputs,
    rowsQuestion,
  });
}

/** Its points stay, on which the light rests; what they were reckoned from is told to those in whose range the region lies. */
export function withheldNode(node: ScoreNode, minimumCell: number): ScoreNode {
  const formula = withheldBelow(minimumCell);
  return Object.assign(new ScoreNode(), { ...node, formula, inputs: null, value: null, rows: null });
}

const both = ({ zh, en }: { zh: string; en: string }) => `${zh} · ${en}`;
