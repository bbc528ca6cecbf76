// A procedure pack (督查方式规则包): who organises it, who is inspected, what goes in and comes out, and its weight in its set of five.
import { z } from 'zod';
import { posts } from '#platform/vocabulary/caller';
import { type PackKind, parsePack } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { refusals } from '../refusals';

export const procedureSets = ['units', 'regions'] as const;
export const procedureKinds = ['bulletin', 'special', 'tour', 'airing', 'mutual', 'lights', 'expert'] as const;
export const procedureSteps = ['planned', 'carried-out', 'recorded', 'released'] as const;
export type ProcedureKind = (typeof procedureKinds)[number];
export type ProcedureStep = (typeof procedureSteps)[number];

/** 通报 专项 观摩 晾晒 互动 for units; 亮灯 专业 观摩 通报 互动 for districts, zones and towns. */
export const kindsOfSet: Readonly<Record<(typeof procedureSets)[number], readonly ProcedureKind[]>> = {
  units: ['bulletin', 'special', 'tour', 'airing', 'mutual'],
  regions: ['lights', 'expert', 'tour', 'bulletin', 'mutual'],
};

const schema = z
  .strictObject({
    ...packHead,
    procedure: z.string().regex(/^[a-z]+-[a-z]+$/),
    set: z.enum(procedureSets),
    kind: z.enum(procedureKinds),
    organiser: z.array(z.enum(posts)).min(1),
    inspected: z.array(z.enum(['member-unit', 'district', 'zone', 'town'])).min(1),
    input: bilingual,
    output: bilingual,
    /** points of the 100 of its set */
    weight: z.int().min(1).max(100),
    /** of a tour: how its sites are marked */
    marking: z
      .strictObject({
        /** points of the best mark */
        most: z.int().min(1).max(100),
        /** a site with fewer marks has no mean */
        fewestMarks: z.int().min(1).max(100),
        /** of `from` marks or more, so many of the highest and of the lowest are left out */
        trim: z.strictObject({ from: z.int().min(3), each: z.int().min(0) }),
        mayMarkOwn: z.boolean(),
      })
      .refine(({ trim }) => trim.from > 2 * trim.each, {
        path: ['trim'],
        message: '去掉的分数过多 · leaves no mark over',
      })
      .optional(),
    /** of mutual checks: how many peers each of them checks */
    peers: z.strictObject({ checksEach: z.int().min(1).max(10) }).optional(),
    /** what its numbers begin with */
    series: z.string().min(1),
    steps: z.tuple(
      procedureSteps.map((step) => z.literal(step)) as [z.ZodLiteral<ProcedureStep>, ...z.ZodLiteral<ProcedureStep>[]],
    ),
  })
  .superRefine((pack, context) => {
    const refuse = (field: string, zh: string, en: string) =>
      context.addIssue({ code: 'custom', path: [field], message: `${zh} · ${en}` });
    if (!kindsOfSet[pack.set].includes(pack.kind))
      refuse('kind', '不属于该组的五种方式', 'is not one of the five of its set');
    if (pack.procedure !== `${pack.set}-${pack.kind}`) refuse('procedure', '须为组与方式', 'is its set and its kind');
    if ((pack.kind === 'tour') !== (pack.marking !== undefined))
      refuse('marking', '观摩须有打分办法，其余方式没有', 'belongs to a tour, and to no other');
    if ((pack.kind === 'mutual') !== (pack.peers !== undefined))
      refuse('peers', '互动须有互查次数，其余方式没有', 'belongs to mutual checks, and to no other');
    const ofUnits = pack.inspected.includes('member-unit');
    if (ofUnits !== (pack.set === 'units') || (ofUnits && pack.inspected.length > 1))
      refuse('inspected', '对象与组不符', 'does not fit the set');
  });

export type ProcedurePack = z.infer<typeof schema>;

/** Each of the ten is a kind of its own, so that one is changed without the others. */
export const procedurePackKinds: readonly PackKind<ProcedurePack>[] = procedureSets.flatMap((set) =>
  kindsOfSet[set].map((kind) => ({
    subgraph: 'assessments' as const,
    kind: `procedure-${set}-${kind}`,
    title: { zh: '督查方式规则包', en: 'procedure pack' },
    schema: schema.refine((pack) => pack.procedure === `${set}-${kind}`, {
      path: ['procedure'],
      message: `须为 ${set}-${kind} · is ${set}-${kind}`,
    }),
    startsOn: 'quarter' as const,
  })),
);

export const parseProcedurePack = (json: unknown): ProcedurePack =>
  parsePack(schema, json, refusals.procedurePackInvalid);

/** What is wrong with the packs of one day taken together: each set has its five, and their weights make 100. */
export function problemsOfSets(packs: readonly ProcedurePack[]): string[] {
  return procedureSets.flatMap((set) => {
    const own = packs.filter((pack) => pack.set === set);
    const missing = kindsOfSet[set].filter((kind) => own.filter((pack) => pack.kind === kind).length !== 1);
    const weight = own.reduce((sum, pack) => sum + pack.weight, 0);
    return [
      ...missing.map((kind) => `${set}: not exactly one ${kind}`),
      ...(weight === 100 ? [] : [`${set}: the weights make ${weight}, not 100`]),
    ];
  });
}
