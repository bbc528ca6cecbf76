// A light pack (亮灯规则包): which triggers turn a region of a peer group yellow or red in a quarter, as data with sources.
import { z } from 'zod';
import { type PackKind, parsePack } from '#platform/vocabulary/pack';
import { refusals } from '../refusals';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const day = z.iso.date('日期须为 YYYY-MM-DD · a date is YYYY-MM-DD');
const light = z.enum(['yellow', 'red']);
const common = { trigger: z.string().regex(/^[a-z][a-z-]*$/), clause: bilingual, source: z.string().min(1) };

const trigger = z.discriminatedUnion('kind', [
  /** rank in the last n of the peer group, where the group has at least minPeers that were scored */
  z.strictObject({ ...common, kind: z.literal('last-of-peers'), n: z.int().min(1), minPeers: z.int().min(2), light }),
  z.strictObject({
    ...common,
    kind: z.literal('score-below'),
    below: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,2})?$/, '界限须为至多两位小数的文本 · a bound is a text with at most two decimals'),
    light,
  }),
  /** this quarter's yellow is the k-th running; a red light, or a quarter without a light, ends the run */
  z.strictObject({ ...common, kind: z.literal('consecutive-yellows'), times: z.int().min(2), light: z.literal('red') }),
]);

const schema = z.strictObject({
  name: z.string().min(1),
  title: bilingual,
  region: z.string().regex(/^\d{6,12}$/),
  effectiveFrom: day,
  /** the first day on which it no longer holds */
  effectiveTo: day.nullable(),
  source: z.array(z.strictObject({ key: z.string().min(1), title: bilingual, address: z.url() })),
  assumed: z.array(bilingual),
  triggers: z.array(trigger).min(1),
});

export type LightTrigger = z.infer<typeof trigger>;
export type LightPack = z.infer<typeof schema>;

const checked = schema.superRefine((pack, context) => {
  const keys = new Set(pack.source.map((source) => source.key));
  pack.triggers.forEach((trigger, at) => {
    const refuse = (field: string, zh: string, en: string) =>
      context.addIssue({ code: 'custom', path: ['triggers', at, field], message: `${zh} · ${en}` });
    if (!keys.has(trigger.source)) refuse('source', '来源未列', 'the source is not listed');
    if (pack.triggers.findIndex((other) => other.trigger === trigger.trigger) !== at) {
      refuse('trigger', '触发条件重名', 'two triggers have one name');
    }
    if (trigger.kind === 'last-of-peers' && trigger.minPeers <= trigger.n) {
      refuse('minPeers', '同组地区数须多于亮灯名次数', 'the group is larger than the number that is lit by rank');
    }
  });
});

export const lightPackKind: PackKind<LightPack> = {
  subgraph: 'assessments',
  kind: 'light',
  title: { zh: '亮灯规则包', en: 'light pack' },
  schema: checked,
  startsOn: 'quarter',
};

export const parseLightPack = (json: unknown): LightPack => parsePack(checked, json, refusals.lightPackInvalid);
