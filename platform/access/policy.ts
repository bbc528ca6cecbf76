// WHO is a table: every root field, type and classified field of a subgraph with the rule that opens it; what is unnamed is closed.
import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { shield, rule as shieldRule } from 'graphql-shield';
import type { Caller } from '../vocabulary/caller';
import { commonRefusals, Refusal } from '../vocabulary/refusal';
import { anyone, noOne, type Rule, signedIn } from './rules';

export type PolicyTable = Readonly<Record<string, Readonly<Record<string, Rule>>>>;

/** What a field tells about somebody: only `public` and `plain` fields may be opened by `'*'`. */
export type FieldClass = 'public' | 'plain' | 'personal' | 'money' | 'service';

export type Sight = 'plain' | 'masked' | 'hidden';

const federationFields = new Set(['_service', '_entities']);

/** One table of its parts; a row that two of them have is a mistake, whichever was meant. */
export function tableOf(...parts: readonly PolicyTable[]): PolicyTable {
  const whole: Record<string, Record<string, Rule>> = {};
  for (const part of parts)
    for (const [type, rules] of Object.entries(part))
      for (const [field, rule] of Object.entries(rules)) {
        const own = whole[type] ?? {};
        whole[type] = own;
        if (own[field]) throw new Error(`${type}.${field} stands in two parts of the table`);
        own[field] = rule;
      }
  return whole;
}

/** Types whose plain fields are read by whoever was given the object. */
export const openWith = (types: string): PolicyTable =>
  Object.fromEntries(
    types
      .split(/\s+/)
      .filter(Boolean)
      .map((type) => [type, { '*': signedIn }]),
  );

export class Policy {
  constructor(readonly table: PolicyTable) {}

  ruleOf(type: string, field: string): Rule {
    return this.table[type]?.[field] ?? this.table[type]?.['*'] ?? noOne;
  }

  /** How a caller sees a masked field: the one place where a mask is decided. */
  sees(caller: Caller, type: string, field: string): Sight {
    const rule = this.ruleOf(type, field);
    if (!rule.admits(caller)) return 'hidden';
    if (!rule.unmaskedFor) return 'plain';
    return rule.unmaskedFor.admits(caller) ? 'plain' : 'masked';
  }

  /** Everything about a schema that this table leaves open; a start with any problem is refused. */
  problems(schema: GraphQLSchema): string[] {
    const found: string[] = [];
    const types = ownTypes(schema);
    for (const type of types) {
      const root = isRoot(schema, type);
      for (const field of Object.values(type.getFields())) {
        if (root && federationFields.has(field.name)) continue;
        const coordinate = `${type.name}.${field.name}`;
        const named = this.table[type.name]?.[field.name];
        const fieldClass = classOf(field.extensions, getNamedType(field.type).name);
        const mayUseStar = !root && (fieldClass === 'public' || fieldClass === 'plain');
        if (!named && !(mayUseStar && this.table[type.name]?.['*']))
          found.push(`${coordinate} (${fieldClass}) has no rule`);
        if (named && named !== anyone && type.name !== 'Mutation' && isNonNullType(field.type) && needsGuard(named))
          found.push(`${coordinate} can be refused, so it must be nullable`);
      }
    }
    for (const [typeName, rules] of Object.entries(this.table)) {
      const type = types.find((known) => known.name === typeName);
      if (!type) found.push(`the table names ${typeName}, which the schema does not have`);
      else
        for (const name of Object.keys(rules))
          if (name !== '*' && !type.getFields()[name])
            found.push(`the table names ${typeName}.${name}, which the schema does not have`);
    }
    return found;
  }

  /**
   * The graphql-shield guard. `lean` guards what a rule really narrows (signed-in is checked once a request);
   * `full` guards every field, denies by default, and is what callers who have not signed in run through.
   */
  guard(schema: GraphQLSchema, form: 'lean' | 'full') {
    const tree: Record<string, Record<string, ReturnType<typeof asShieldRule>>> = {};
    for (const type of ownTypes(schema)) {
      const fields: Record<string, ReturnType<typeof asShieldRule>> = {};
      for (const name of Object.keys(type.getFields())) {
        const open = federationFields.has(name) && isRoot(schema, type);
        const fieldRule = open ? anyone : this.ruleOf(type.name, name);
        if (form === 'full' || (!open && needsGuard(fieldRule))) fields[name] = asShieldRule(fieldRule);
      }
      if (Object.keys(fields).length > 0) tree[type.name] = fields;
    }
    if (form === 'full') tree._Service = { '*': asShieldRule(anyone) };
    const fallbackRule = asShieldRule(form === 'full' ? noOne : anyone);
    return shield(tree, {
      fallbackRule,
      allowExternalErrors: true,
      fallbackError: refusalError(commonRefusals.forbidden()),
    });
  }

  /** The rule that narrows a field beyond being signed in, or null: what the guard, in either form, decides for a caller who is. */
  guardOf(type: string, field: string): Rule | null {
    if (federationFields.has(field) || type.startsWith('_')) return null;
    const fieldRule = this.ruleOf(type, field);
    return needsGuard(fieldRule) ? fieldRule : null;
  }

  /** The table as printed into schema/permissions.md. */
  *rows(): Iterable<{ coordinate: string; zh: string; en: string }> {
    for (const [type, rules] of Object.entries(this.table))
      for (const [field, rule] of Object.entries(rules)) yield { coordinate: `${type}.${field}`, ...rule.says };
  }
}

export function policy(table: PolicyTable): Policy {
  return new Policy(table);
}

export function classOf(extensions: Readonly<Record<string, unknown>>, namedType: string): FieldClass {
  return (extensions.class as FieldClass | undefined) ?? (namedType === 'Money' ? 'money' : 'plain');
}

export function refusalError(refusal: Refusal): GraphQLError {
  return new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { code: refusal.code, zh: refusal.text.zh, en: refusal.text.en, facts: refusal.facts },
  });
}

/** What the guard says to a caller whom a field's rule does not admit. */
export function refusalOfGuard({ personId, service }: Caller): GraphQLError {
  return refusalError(personId === null && !service ? commonRefusals.unauthenticated() : commonRefusals.forbidden());
}

function needsGuard(rule: Rule): boolean {
  return (
    rule !== anyone &&
    rule !== signedIn &&
    !(rule.unmaskedFor && (rule.admits === signedIn.admits || rule.admits === anyone.admits))
  );
}

const shieldRules = new WeakMap<Rule, ReturnType<ReturnType<typeof shieldRule>>>();
let ruleCount = 0;

/** One shield rule for each rule object: shield takes two different rules of one name for the same. */
function asShieldRule(rule: Rule) {
  let made = shieldRules.get(rule);
  if (!made) {
    made = shieldRule(`rule-${++ruleCount}`, { cache: 'no_cache' })((_parent, _args, context: { caller: Caller }) => {
      return rule.admits(context.caller) || refusalOfGuard(context.caller);
    });
    shieldRules.set(rule, made);
  }
  return made;
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType();
}

function ownTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('_'),
  );
}
