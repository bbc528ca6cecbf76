// A programme pack (专项规则包): what a case of a programme tells, its states, who takes each step at which level, and which step is a second person's.
import { z } from 'zod';
import { type PackKind, parsePack } from '#platform/vocabulary/pack';
import { bilingual, day } from '#platform/vocabulary/pack-shape';
import { conditionSchema } from '../eligibility/condition.rules';
import { programmeRefusals as refusals } from './programme-refusals.rules';

export const programmes = ['dibao', 'house-renovation', 'hardship', 'love-package'] as const;
export type Programme = (typeof programmes)[number];

const code = z.string().regex(/^[a-z][a-z-]*$/);
const factCode = z.string().regex(/^[a-z][a-zA-Z]*$/);
/** The posts that do the work of a programme; each has its level. */
const post = z.enum([
  'office-director',
  'office-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
  'first-secretary',
  'helper',
]);

const fact = z.strictObject({
  code: factCode,
  title: bilingual,
  kind: z.enum(['yes-no', 'whole', 'yuan', 'code', 'day', 'words']),
  unit: bilingual.optional(),
  options: z.array(z.strictObject({ code: z.string().regex(/^[A-Za-z][A-Za-z-]*$/), title: bilingual })).optional(),
  least: z.int().min(0).optional(),
  most: z.int().min(0).optional(),
});
export type CaseFactKind = z.infer<typeof fact>;

const step = z.strictObject({
  code,
  title: bilingual,
  from: z.array(code).min(1),
  to: code,
  posts: z.array(post).min(1),
  /** facts that must be known once it is taken, told with it or before */
  needs: z.array(factCode),
  /** facts that may be told with it beside these */
  tells: z.array(factCode),
  /** one person makes, and whoever checks is another */
  hand: z.enum(['makes', 'checks']).nullable(),
  document: z.boolean(),
  evidence: z.boolean(),
  /** whether the programme's conditions must hold for it */
  eligible: z.boolean(),
  /** days from the step before within which it is due */
  days: z.int().min(1).max(1000).nullable(),
  /** what becomes of the goods that the case was allocated */
  goods: z.enum(['deliver', 'give-back']).nullable(),
});
export type ProgrammeStepRule = z.infer<typeof step>;

const schema = z.strictObject({
  name: z.string().min(1),
  title: bilingual,
  region: z.string().regex(/^\d{6,12}$/),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  source: z.array(z.strictObject({ key: code, title: bilingual, address: z.url() })),
  assumed: z.array(bilingual).min(1),
  programme: z.enum(programmes),
  /** the line of business that answers for it */
  line: code,
  /** whether a case is of a household, of one of its members, or either */
  of: z.enum(['household', 'member', 'either']),
  facts: z.array(fact),
  states: z
    .array(
      z.strictObject({
        code,
        title: bilingual,
        /** a household has a place in the programme, so that no second case is opened beside it */
        holds: z.boolean(),
        /** money may be paid to it */
        payable: z.boolean(),
      }),
    )
    .min(2),
  start: code,
  /** who opens a case, and what must be told */
  open: z.strictObject({
    posts: z.array(post).min(1),
    needs: z.array(factCode),
    tells: z.array(factCode),
    days: z.int().min(1).max(1000).nullable(),
  }),
  steps: z.array(step).min(1),
  /** what must be so of the household, the person and the case; with the clause that says so */
  conditions: z.array(
    z.strictObject({
      of: z.enum(['any', 'household', 'member']),
      if: conditionSchema,
      title: bilingual,
      source: code.nullable(),
    }),
  ),
});
export type ProgrammePack = z.infer<typeof schema>;

const checked = schema.superRefine((pack, context) => {
  const refuse = (path: (string | number)[], zh: string, en: string) =>
    context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  const states = new Set(pack.states.map((state) => state.code));
  const facts = new Set(pack.facts.map((each) => each.code));
  const sources = new Set(pack.source.map(({ key }) => key));
  if (states.size < pack.states.length) refuse(['states'], '状态重名', 'two states have one code');
  if (!states.has(pack.start)) refuse(['start'], '起始状态未列', 'the first state is not listed');
  const named = [{ at: ['open'] as (string | number)[], codes: [...pack.open.needs, ...pack.open.tells] }];
  pack.steps.forEach(({ code: name, from, to, needs, tells }, at) => {
    if (pack.steps.findIndex((other) => other.code === name) !== at)
      refuse(['steps', at, 'code'], '环节重名', 'two steps have one code');
    if (![...from, to].every((state) => states.has(state)))
      refuse(['steps', at], '状态未列', 'a state of it is not listed');
    named.push({ at: ['steps', at], codes: [...needs, ...tells] });
  });
  for (const { at, codes } of named)
    if (!codes.every((each) => facts.has(each))) refuse(at, '事实未列', 'a fact of it is not listed');
  pack.facts.forEach(({ kind, options }, at) => {
    if ((kind === 'code') !== (options !== undefined))
      refuse(['facts', at, 'options'], '代码事实须列选项，其他不列', 'a code lists its options, and nothing else does');
  });
  pack.conditions.forEach(({ source }, at) => {
    if (source !== null && !sources.has(source))
      refuse(['conditions', at, 'source'], '来源未列', 'the source is not listed');
  });
  const unseen = payableUnchecked(pack);
  if (unseen)
    refuse(['states'], `未经第二人复核即可发放：${unseen}`, `money may be paid without a second person: ${unseen}`);
});

/** A state in which money may be paid that a case can reach without a check, or null: two people look before anybody is paid. */
export function payableUnchecked({
  start,
  states,
  steps,
}: Pick<ProgrammePack, 'start' | 'states' | 'steps'>): string | null {
  const reached = new Set([start]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const { from, to, hand } of steps)
      if (hand !== 'checks' && from.some((state) => reached.has(state))) reached.add(to);
  }
  return states.find((state) => state.payable && reached.has(state.code))?.code ?? null;
}

/** A kind of pack for each programme, so that each is followed by its own next one. */
export const programmePackKinds: Readonly<Record<Programme, PackKind<ProgrammePack>>> = {
  dibao: kindOf('dibao', '低保兜底规则包', 'dibao pack'),
  'house-renovation': kindOf('house-renovation', '危房改造规则包', 'house renovation pack'),
  hardship: kindOf('hardship', '特困群体规则包', 'hardship pack'),
  'love-package': kindOf('love-package', '爱心包规则包', 'love package pack'),
};

function kindOf(programme: Programme, zh: string, en: string): PackKind<ProgrammePack> {
  const own = checked.refine((pack) => pack.programme === programme, {
    path: ['programme'],
    message: '专项与包类不符 · the programme is not the one of this kind',
  });
  return { subgraph: 'households', kind: `programme-${programme}`, title: { zh, en }, schema: own, startsOn: 'day' };
}

export const parseProgrammePack = (json: unknown): ProgrammePack =>
  parsePack(checked, json, refusals.programmePackInvalid);
