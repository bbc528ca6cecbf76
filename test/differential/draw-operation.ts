// Draws a valid operation (now and then one that is not) from a schema and a seed: the same seed, schema and values give the same text.
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Operation } from '#platform/graph/subgraph';
import { type Prng, prng } from '../../data/generate/prng';
import { ArgumentDrawer } from './draw-arguments';
import type { Values } from './world-values';

export interface DrawSettings {
  schema: GraphQLSchema;
  values: Values;
  /** root fields never asked for */
  except?: ReadonlySet<string>;
}

/** What stands under which response key so far, through fragments on the same object: fields of one key must be able to merge. */
type Scope = Map<string, { means: string; below: Scope }>;

const SPOILT_PER_MILLE = 25;

export function drawOperation(settings: DrawSettings, seed: number, at: number): Operation {
  for (let attempt = 0; ; attempt++) {
    const source = prng(seed, 'operation', at, attempt);
    const operation = new OperationDrawer(settings, source).draw();
    if (source.perMille(SPOILT_PER_MILLE)) return { ...operation, query: spoilt(operation.query, source) };
    if (validate(settings.schema, parse(operation.query)).length === 0 || attempt > 30) return operation;
  }
}

/** Both ways must refuse alike what does not parse, what asks for a field or a variable that is not, and what cannot merge. */
function spoilt(query: string, source: Prng): string {
  const at = source.below(query.length);
  return source.pick([
    () => query.slice(0, at) + query.slice(at + 1),
    () => query.replace(/\w+(?= \})/, 'nowhere'),
    () => query.replace(/\$v\d+(?=[,)])/, '$gone'),
    () => query.replace(/\{/, '{ __typename: me { id } '),
    () => `${query} fragment Unused on Query { __typename }`,
    () => query.replace(/\.\.\.F\d/, '...Gone'),
    () => `${query}\nquery Second { __typename }`,
  ])();
}

class OperationDrawer {
  private readonly args: ArgumentDrawer;
  private readonly fragments: { name: string; type: string; text: string }[] = [];
  private aliases = 0;
  /** how many fields may still be drawn */
  private left: number;

  constructor(
    private readonly settings: DrawSettings,
    private readonly source: Prng,
  ) {
    this.args = new ArgumentDrawer(settings.values, source);
    this.left = source.weighted([
      [8, 3],
      [20, 5],
      [45, 4],
      [120, 1],
    ]);
  }

  draw(): Operation {
    const { schema } = this.settings;
    const { source } = this;
    const root = this.selection(schema.getQueryType() as GraphQLObjectType, source.between(2, 6), new Map(), true);
    const variables = this.args.declared.map(({ text }) => text).join(', ');
    const named = variables !== '' || source.perMille(600);
    const head = named ? `query ${source.perMille(500) ? 'Drawn' : ''}${variables ? `(${variables})` : ''} ` : '';
    const parts = [
      `${head}${root}`,
      ...this.fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`),
    ];
    if (source.perMille(300)) parts.reverse();
    const given = this.args.given;
    const operation: Operation = { query: parts.join('\n') };
    if (Object.keys(given).length > 0 || source.perMille(200)) operation.variables = given;
    if (head.startsWith('query Drawn') && source.perMille(200)) operation.operationName = 'Drawn';
    else if (source.perMille(10)) operation.operationName = 'Nobody';
    return operation;
  }

  /** `scope` is null inside a named fragment, which must merge wherever it is spread: there each field with arguments has an alias of its own. */
  private selection(type: GraphQLCompositeType, depth: number, scope: Scope | null, isRoot = false): string {
    const { source } = this;
    const items: string[] = [];
    const count = isRoot ? source.between(1, 3) : source.between(1, isUnionType(type) ? 4 : 6);
    for (let at = 0; at < count; at++) {
      const kind = source.weighted([
        ['field', 100],
        ['typename', 8],
        ['inline', depth > 0 ? 8 : 0],
        ['named', depth > 0 ? 8 : 0],
        ['again', items.length > 0 ? 5 : 0],
        ['introspection', isRoot ? 3 : 0],
      ]);
      if (kind === 'field' && isObjectType(type)) {
        const text = this.field(type, depth, scope);
        if (text) items.push(text);
      } else if (kind === 'typename') items.push(`${source.perMille(200) ? `${this.alias()}: ` : ''}__typename`);
      else if (kind === 'again' && scope) items.push(source.pick(items));
      else if (kind === 'introspection') items.push(source.pick(introspections));
      else if (kind === 'named' && scope) items.push(this.spread(type, depth));
      else if (depth > 0) items.push(this.inline(type, depth, scope));
    }
    return `{ ${items.length > 0 ? items.join(' ') : '__typename'} }`;
  }

  private field(type: GraphQLObjectType, depth: number, scope: Scope | null): string | null {
    const { source } = this;
    this.left--;
    const except = this.settings.except ?? new Set();
    const fits = (field: GraphQLField<unknown, unknown>) =>
      !except.has(field.name) && (!isCompositeType(getNamedType(field.type)) || (depth > 0 && this.left > 0));
    const fields = Object.values(type.getFields()).filter(fits);
    if (fields.length === 0) return null;
    // Objects lead on: without a push most draws would end in leaves.
    const objects = fields.filter((each) => isCompositeType(getNamedType(each.type)));
    const fresh = fields.filter(({ name }) => !scope?.has(name));
    const field =
      objects.length > 0 && source.perMille(350)
        ? source.pick(objects)
        : source.pick(fresh.length > 0 && source.perMille(700) ? fresh : fields);
    const text = this.args.argumentsOf(`${type.name}.${field.name}`, field.args);
    const means = `${field.name}${text}`;
    const known = scope?.get(field.name);
    const mustAlias = scope ? known !== undefined && known.means !== means : field.args.length > 0;
    const aliased = mustAlias || source.perMille(field.args.length > 0 ? 200 : 80);
    const key = aliased ? this.alias() : field.name;
    const below: Scope = (scope?.get(key)?.below ?? new Map()) as Scope;
    scope?.set(key, { means, below });
    const condition = source.perMille(60) ? this.args.condition() : '';
    const named = getNamedType(field.type);
    const set = isCompositeType(named) ? ` ${this.selection(named, depth - 1, scope ? below : null)}` : '';
    return `${aliased ? `${key}: ` : ''}${means}${condition}${set}`;
  }

  private inline(type: GraphQLCompositeType, depth: number, scope: Scope | null): string {
    const { source } = this;
    const on = isUnionType(type) ? source.pick(type.getTypes()) : type;
    const condition = source.perMille(250) ? this.args.condition() : '';
    const onType = isUnionType(type) || source.perMille(600) ? ` on ${on.name}` : '';
    return `...${onType}${condition} ${this.selection(on, depth - 1, scope)}`;
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const { source } = this;
    const on = isUnionType(type) ? source.pick(type.getTypes()) : type;
    const fitting = this.fragments.filter((fragment) => fragment.type === on.name);
    const condition = source.perMille(200) ? this.args.condition() : '';
    if (fitting.length > 0 && source.perMille(600)) return `...${source.pick(fitting).name}${condition}`;
    const text = this.selection(on, depth - 1, null);
    const name = `F${this.fragments.length}`;
    this.fragments.push({ name, type: on.name, text });
    return `...${name}${condition}`;
  }

  private alias(): string {
    return `a${this.aliases++}`;
  }
}

const introspections = [
  '__schema { queryType { name } }',
  '__type(name: "Household") { name kind fields { name type { kind name ofType { name } } } }',
  '__type(name: "Nobody") { name }',
  'i: __schema { __typename directives { name locations args { name } } }',
];
