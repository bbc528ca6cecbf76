// The permission table as a record (权限表存档): for every field its class, its rule in words, and the posts that see it, so that a past day can be asked.
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { anonymousCaller, type Caller, type Level, levels, type Post, posts } from '../vocabulary/caller';
import type { BilingualText } from '../vocabulary/refusal';
import { classOf, type FieldClass, type Policy, type Sight } from './policy';
import type { Rule } from './rules';

/** What of a caller a rule may look at, beside being signed in. */
export interface Holder {
  post: Post;
  level: Level | null;
  line: string | null;
}

export interface FieldRecord {
  class: FieldClass;
  says: BilingualText;
  /** `post`, or `post@level:line` where these make a difference; somebody not signed in is `nobody` */
  plain: readonly string[];
  masked: readonly string[];
}

export interface PolicyRecord {
  /** by `Type.field` */
  fields: Readonly<Record<string, FieldRecord>>;
  /** by type: the root field that finds one by its id */
  roots: Readonly<Record<string, string>>;
  /** lines of business that a rule names; to every other a rule is the same */
  lines: readonly string[];
}

const NOBODY = 'nobody';
const OTHER = '';

export function recordOf(policy: Policy, schema: GraphQLSchema): PolicyRecord {
  const lines = [
    ...new Set(Object.values(policy.table).flatMap((rules) => Object.values(rules).flatMap(linesOf))),
  ].sort();
  const made = new Map<Rule, Omit<FieldRecord, 'class'>>();
  const fields: Record<string, FieldRecord> = {};
  const roots: Record<string, string> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = policy.ruleOf(type.name, field.name);
      const seen = made.get(rule) ?? { says: rule.says, ...sightsOf(rule, lines) };
      made.set(rule, seen);
      const named = getNamedType(field.type);
      fields[`${type.name}.${field.name}`] = { class: classOf(field.extensions, named.name), ...seen };
      const byId = field.args.length === 1 && field.args[0]?.name === 'id';
      if (type === schema.getQueryType() && byId && isObjectType(named)) roots[named.name] ??= field.name;
    }
  }
  return { fields, roots, lines };
}

/** How somebody of that post saw a field, by a table that was kept. */
export function sightIn(record: PolicyRecord, type: string, field: string, holder: Holder | null): Sight | null {
  const told = record.fields[`${type}.${field}`];
  if (!told) return null;
  const keys = holder ? keysFor(holder, record.lines) : [NOBODY];
  if (keys.some((key) => told.plain.includes(key))) return 'plain';
  return keys.some((key) => told.masked.includes(key)) ? 'masked' : 'hidden';
}

function keysFor({ post, level, line }: Holder, lines: readonly string[]): string[] {
  return [post, `${post}@${level ?? ''}:${line !== null && lines.includes(line) ? line : OTHER}`];
}

function linesOf(rule: Rule): readonly string[] {
  return [...(rule.lines ?? []), ...(rule.unmaskedFor?.lines ?? [])];
}

function sightsOf(rule: Rule, lines: readonly string[]): Pick<FieldRecord, 'plain' | 'masked'> {
  const nobody = anonymousCaller('record');
  const sees = (caller: Caller): Sight => {
    if (!rule.admits(caller)) return 'hidden';
    return !rule.unmaskedFor || rule.unmaskedFor.admits(caller) ? 'plain' : 'masked';
  };
  const found: Record<Sight, string[]> = { plain: [], masked: [], hidden: [] };
  found[sees(nobody)].push(NOBODY);
  for (const post of posts) {
    const each = [null, ...levels].flatMap((level) =>
      [OTHER, ...lines].map((line) => {
        const sight = sees({ ...nobody, personId: 'somebody', post, level, line: line || null });
        return { key: `${post}@${level ?? ''}:${line}`, sight };
      }),
    );
    const [first] = each;
    if (first && each.every(({ sight }) => sight === first.sight)) found[first.sight].push(post);
    else for (const { key, sight } of each) found[sight].push(key);
  }
  return { plain: found.plain, masked: found.masked };
}
