// Scalars of the graph: money as yuan text, days and instants as text, facts as JSON; each refuses what is ill-formed with the field's name.
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { parseCalendarDay } from '../vocabulary/calendar-day';
import { type Fen, formatYuan, parseYuan } from '../vocabulary/money';
import { invalidInput } from '../vocabulary/refusal';

export const Money = textScalar<Fen>(
  'Money',
  '金额（元，两位小数的文本，如 "1234.50"）· An amount in yuan as text with two decimals, such as "1234.50"',
  (text) => parseYuan(text),
  (value) => formatYuan(BigInt(value as string | bigint)),
);

export const CalendarDay = textScalar<string>(
  'CalendarDay',
  '日期 YYYY-MM-DD（北京时间）· A day YYYY-MM-DD in Beijing',
  (text) => parseCalendarDay(text),
  (value) => String(value),
);

export const Instant = textScalar<Date>(
  'Instant',
  '时刻（ISO 8601，UTC）· A moment, ISO 8601 in UTC',
  (text) => {
    const at = new Date(text);
    if (Number.isNaN(at.getTime()))
      throw invalidInput('instant', '时刻须为 ISO 8601', 'a moment is written in ISO 8601', { value: text });
    return at;
  },
  (value) => (value instanceof Date ? value.toISOString() : new Date(value as string).toISOString()),
);

export const Facts = new GraphQLScalarType({
  name: 'Facts',
  description: '事实（JSON，用于证据与日志）· Facts as JSON, for evidence and logs',
  serialize: (value) => value,
  parseValue: () => {
    throw invalidInput('facts', '不可作为输入', 'facts are never an input');
  },
});

function textScalar<T>(
  name: string,
  description: string,
  parse: (text: string) => T,
  print: (value: unknown) => string,
) {
  const parseText = (value: unknown): T => {
    if (typeof value !== 'string') throw invalidInput(name, '须为文本', 'must be text', { value });
    return parse(value);
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: print,
    parseValue: parseText,
    parseLiteral: (node: ValueNode) => parseText(node.kind === Kind.STRING ? node.value : undefined),
  });
}
