// Draws the value of an argument: mostly one that the world knows for this place, now and then one that is wrong.
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Prng } from '../../data/generate/prng';
import type { Values } from './world-values';

/** Kinds of values by the place of an argument, `Type.field.argument`, else by its name. */
const kinds: Readonly<Record<string, string>> = {
  'Query.dictionary.name': 'dictionary',
  'Query.dictionary.version': 'year',
  'Query.unitByCode.code': 'unitCode',
  'AccountRowInput.unitCode': 'unitCode',
  code: 'regionCode',
  number: 'householdNumber',
  regionId: 'region',
  regionIds: 'region',
  parentId: 'region',
  unitId: 'unit',
  personId: 'person',
  helperId: 'person',
  householdId: 'household',
  ids: 'household',
  stayId: 'stay',
  target: 'household',
  first: 'rows',
  after: 'cursor',
  year: 'year',
  quarter: 'quarter',
  day: 'day',
  on: 'day',
  dueBefore: 'day',
  visitedBefore: 'day',
  nameBegins: 'nameBegins',
  post: 'post',
  action: 'action',
  state: 'dictionaryCode',
  type: 'dictionaryCode',
  mainCause: 'dictionaryCode',
  line: 'dictionaryCode',
  idNumber: 'idNumber',
};

const byScalar: Readonly<Record<string, string>> = { Int: 'year', ID: 'stranger', CalendarDay: 'day' };

/** Marks an enum's value, which a literal writes without quotes. */
export class EnumName {
  constructor(readonly name: string) {}
  toJSON(): string {
    return this.name;
  }
}

/** `kinds` also has `id`, by the field that it is an argument of: `household(id:)`, `task(id:)`. */
function kindOf(place: string): string | undefined {
  const [type, field = '', name = field] = place.split('.');
  if (name === 'id' && type === 'Query') return field;
  if (name === 'id') return type?.charAt(0).toLowerCase().concat(type.slice(1));
  return kinds[place] ?? kinds[name];
}

export function drawValue(type: GraphQLInputType, place: string, values: Values, source: Prng): unknown {
  if (!isNonNullType(type) && source.perMille(30)) return null;
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const count = source.weighted<number>([
      [0, 1],
      [1, 4],
      [2, 3],
      [5, 1],
    ]);
    return Array.from({ length: count }, () => drawValue(bare.ofType, place, values, source));
  }
  if (isEnumType(bare))
    return new EnumName(source.perMille(20) ? 'nowhere' : source.pick(bare.getValues().map(({ name }) => name)));
  if (isInputObjectType(bare))
    return Object.fromEntries(
      Object.values(bare.getFields()).flatMap((field) =>
        isNonNullType(field.type) || source.perMille(250)
          ? [[field.name, drawValue(field.type, `${bare.name}.${field.name}`, values, source)]]
          : [],
      ),
    );
  const name = String(bare);
  if (name === 'Boolean') return source.perMille(500);
  if (source.perMille(15)) return source.pick<unknown>([7, 1.5, true, 'text', [], {}]);
  const known = values[kindOf(place) ?? byScalar[name] ?? 'text'] ?? [];
  const strange = name === 'ID' ? 'stranger' : name === 'Int' ? 'year' : 'text';
  const pool = known.length === 0 || source.perMille(40) ? (values[strange] ?? []) : known;
  const drawn = source.pick(pool);
  return name === 'String' && typeof drawn === 'number' ? String(drawn) : drawn;
}

/** The same value as the text of a query. */
export function literalOf(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null && !(value instanceof Reference))
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${literalOf(each)}`)
      .join(', ')} }`;
  return value instanceof Reference ? `$${value.variable}` : JSON.stringify(value);
}

/** A variable that stands inside a literal. */
export class Reference {
  constructor(readonly variable: string) {}
}
