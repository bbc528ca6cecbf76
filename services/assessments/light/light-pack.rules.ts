// A light pack (亮灯规则包): which triggers turn a region of a peer group yellow or red in a quarter, as data with sources.
import { z } from 'zod';
import { type PackKind, parsePack } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { indicatorSources } from '../closing/indicator-source.rules';
import { refusals } from '../refusals';
import { type PeerGroup, peerGroups } from '../scoring/scoring-pack.rules';

const light = z.enum(['yellow', 'red']);
const indicator = z.string().regex(/^[a-z][a-z-]*$/);
const points = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, '界限须为至多两位小数的文本 · a bound is a text with at most two decimals');
const common = { trigger: z.string().regex(/^[a-z][a-z-]*$/), clause: bilingual, source: z.string().min(1) };

const trigger = z.discriminatedUnion('kind', [
  /** rank in the last n of the peer group, where the group has at least minPeers that were scored */
  z.strictObject({ ...common, kind: z.literal('last-of-peers'), n: z.int().min(1), minPeers: z.int().min(2), light }),
  z.strictObject({ ...common, kind: z.literal('score-below'), below: points, light }),
  /** percentage points that an indicator lies below the schedule of the quarter */
  z.strictObject({
    ...common,
    kind: z.literal('points-behind-schedule'),
    indicator,
    behind: points,
    schedule: z.strictObject({ Q1: points, Q2: points, Q3: points, Q4: points }),
    light,
  }),
  z.strictObject({ ...common, kind: z.literal('overdue-count'), indicator, from: z.int().min(1), light }),
  /** this quarter's yellow is the k-th running; a red light, or a quarter without a light, ends the run */
  z.strictObject({ ...common, kind: z.literal('consecutive-yellows'), times: z.int().min(2), light: z.literal('red') }),
]);

/** What a light brings with it; `fromRun`: only from the k-th yellow running on. */
const consequence = z.strictObject({
  consequence: z.string().regex(/^[a-z][a-z-]*$/),
  light,
  fromRun: z.int().min(1).optional(),
  title: bilingual,
  /** days after the confirmation within which it is carried out */
  dueDays: z.int().min(1).max(366),
  source: z.string().min(1),
});

const schema = z.strictObject({
  ...packHead,
  level: z.enum(peerGroups),
  triggers: z.array(trigger).min(1),
  consequences: z.array(consequence),
  /** days after the confirmation within which the lit region may appeal */
  appealDays: z.int().min(1).max(90),
});

export type LightTrigger = z.infer<typeof trigger>;
export type LightConsequence = z.infer<typeof consequence>;
export type LightPack = z.infer<typeof schema>;

const checked = schema.superRefine((pack, context) => {
  const keys = new Set(pack.source.map((source) => source.key));
  pack.triggers.forEach((trigger, at) => {
    const refuse = (field: string, zh: string, en: string) =>
      context.addIssue({ code: 'custom', path: ['triggers', at, field], message: `${zh} · ${en}` });
    if ('indicator' in trigger && !indicatorSources.some(({ indicator }) => indicator === trigger.indicator))
      refuse('indicator', '该指标没有数据来源', 'nobody answers for this indicator');
    if (!keys.has(trigger.source)) refuse('source', '来源未列', 'the source is not listed');
    if (pack.triggers.findIndex((other) => other.trigger === trigger.trigger) !== at) {
      refuse('trigger', '触发条件重名', 'two triggers have one name');
    }
    if (trigger.kind === 'last-of-peers' && trigger.minPeers <= trigger.n) {
      refuse('minPeers', '同组地区数须多于亮灯名次数', 'the group is larger than the number that is lit by rank');
    }
  });
  pack.consequences.forEach((of, at) => {
    const repeated = pack.consequences.findIndex((other) => other.consequence === of.consequence) !== at;
    if (keys.has(of.source) && !repeated) return;
    const [zh, en] = repeated
      ? ['后果重名', 'two consequences have one name']
      : ['来源未列', 'the source is not listed'];
    context.addIssue({
      code: 'custom',
      path: ['consequences', at, repeated ? 'consequence' : 'source'],
      message: `${zh} · ${en}`,
    });
  });
});

export type LitGroup = Exclude<PeerGroup, 'unit'>;

/** Towns were first, and their kind has the plain name; each other group has packs of its own beside them. */
function kindOf(level: LitGroup): PackKind<LightPack> {
  const suffix = level === 'town' ? '' : `-${level}`;
  return {
    subgraph: 'assessments',
    kind: `light${suffix}`,
    title: { zh: `亮灯规则包（${level}）`, en: `light pack of the group ${level}` },
    schema: checked.refine((pack) => pack.level === level, {
      path: ['level'],
      message: '同组与规则包类别不符 · the peer group is not that of this kind of pack',
    }),
    startsOn: 'quarter',
  };
}

export const lightPackKinds: Readonly<Record<LitGroup, PackKind<LightPack>>> = {
  town: kindOf('town'),
  district: kindOf('district'),
  zone: kindOf('zone'),
};

export const parseLightPack = (json: unknown): LightPack => parsePack(checked, json, refusals.lightPackInvalid);
