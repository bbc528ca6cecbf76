// How a permission is worded: a rule says in two languages whom it admits, and decides from the caller alone.

import type { Caller, Level, Post } from '../vocabulary/caller';
import type { BilingualText } from '../vocabulary/refusal';

/** A rule never reads the parent object or the arguments: it is a fact of the request. */
export interface Rule {
  says: BilingualText;
  admits(caller: Caller): boolean;
  /** where present: whom the field is shown to without its mask */
  unmaskedFor?: Rule;
  /** lines of business that it looks at, for the record of the table */
  lines?: readonly string[];
}

export interface PostRule extends Rule {
  /** narrows the posts to some levels of office */
  at(...levels: Level[]): Rule;
}

/** The posts that do the work of a region, from the city down to the village: `officer(...regionPosts)`. */
export const regionPosts = [
  'office-director',
  'finance-officer',
  'office-officer',
  'assessor',
  'inspector',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
  'first-secretary',
] as const satisfies readonly Post[];

export const anyone: Rule = { says: { zh: '任何人', en: 'anyone' }, admits: () => true };

export const signedIn: Rule = {
  says: { zh: '已登录者', en: 'anyone signed in' },
  admits: (caller) => caller.personId !== null,
};

/** Whoever works here: not the public, and not an observer from above. */
export const official: Rule = {
  says: { zh: '本市在职人员', en: 'anyone in office here' },
  admits: ({ personId, post }) => personId !== null && post !== 'public' && post !== 'observer',
};

export const noOne: Rule = { says: { zh: '无人', en: 'no one' }, admits: () => false };

export function officer(...admitted: Post[]): PostRule {
  const admits = (caller: Caller) => caller.personId !== null && admitted.includes(caller.post);
  const names = admitted.join(', ');
  return {
    says: { zh: `职务 ${names}`, en: names },
    admits,
    at: (...levels) => ({
      says: { zh: `${levels.join('、')} 级职务 ${names}`, en: `${names} at ${levels.join(', ')}` },
      admits: (caller) => admits(caller) && caller.level !== null && levels.includes(caller.level),
    }),
  };
}

/** Liaisons (联络员) of a line of business (条线), such as `health`. */
export function lineOf(line: string): Rule {
  return {
    says: { zh: `${line} 条线联络员`, en: `liaisons of the line ${line}` },
    admits: (caller) => caller.post === 'unit-liaison' && caller.line === line,
    lines: [line],
  };
}

export function anyOf(...rules: Rule[]): Rule {
  return {
    says: { zh: rules.map((rule) => rule.says.zh).join('；或 '), en: rules.map((rule) => rule.says.en).join('; or ') },
    admits: (caller) => rules.some((rule) => rule.admits(caller)),
    lines: rules.flatMap(({ lines = [] }) => lines),
  };
}

/** Another subgraph that asks under its own service key, on behalf of a person; never a person directly. */
export function service(...names: string[]): Rule {
  return {
    says: { zh: `服务 ${names.join('、')}`, en: `the service ${names.join(', ')}` },
    admits: (caller) => caller.service !== null && names.includes(caller.service),
  };
}

/** Shown masked to those whom `rule` admits, and plain to those whom `unmaskedFor` admits. */
export function masked(rule: Rule, unmaskedFor: Rule = noOne): Rule {
  return {
    says: {
      zh: `${rule.says.zh}（脱敏；明文：${unmaskedFor.says.zh}）`,
      en: `${rule.says.en} (masked; plain: ${unmaskedFor.says.en})`,
    },
    admits: rule.admits,
    lines: rule.lines ?? [],
    unmaskedFor,
  };
}
