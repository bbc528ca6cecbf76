// Payment of projects in stages (报账制) as a pack: shares that make the whole, a quality deposit of at most a tenth, and the documents of each stage.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const code = z.string().regex(/^[a-z][a-z-]{1,40}$/);
const WHOLE = 10_000;
/** 质量保证金不超过 10%. */
const MOST_DEPOSIT = 1000;

const stage = z.strictObject({
  code,
  title: bilingual,
  perTenThousand: z.int().min(1).max(WHOLE),
  /** days after acceptance before which it is not claimed; null: before acceptance too */
  afterAcceptance: z.int().min(0).max(3650).nullable(),
  isDeposit: z.boolean(),
  documents: z.array(code).min(1),
});

const schema = z
  .strictObject({
    ...packHead,
    assumed: z.array(bilingual).min(1),
    /** a contract that exceeds its plan by more is approved first */
    scaleOverPlanPerTenThousand: z.int().min(0).max(WHOLE),
    stages: z.array(stage).min(2),
    documentKinds: z
      .array(
        z.strictObject({
          code,
          title: bilingual,
          /** signed and sealed by the department, or it is refused */
          sealed: z.boolean().optional(),
          /** never dated before the acceptance, or before the day from which its stage is claimed */
          notBefore: z.enum(['acceptance', 'due']).optional(),
        }),
      )
      .min(1),
    /** on what grounds a claim is rejected */
    grounds: z.array(z.strictObject({ code, title: bilingual })).optional(),
  })
  .superRefine(({ stages, documentKinds }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (stages.reduce((sum, { perTenThousand }) => sum + perTenThousand, 0) !== WHOLE)
      refuse(['stages'], '各期比例合计须为 10000 · the shares make 10,000');
    if (new Set(stages.map((each) => each.code)).size < stages.length)
      refuse(['stages'], '各期代码重复 · a stage stands twice');
    const known = new Set(documentKinds.map((each) => each.code));
    stages.forEach(({ isDeposit, perTenThousand, afterAcceptance, documents }, at) => {
      if (isDeposit && (perTenThousand > MOST_DEPOSIT || afterAcceptance === null))
        refuse(
          ['stages', at],
          '质量保证金不超过 10%，验收后退付 · a deposit is at most a tenth, released after acceptance',
        );
      if (documents.some((each) => !known.has(each)))
        refuse(['stages', at, 'documents'], '未知材料 · not a known document');
    });
  });

export type StagePack = z.infer<typeof schema>;
export type PlannedStage = StagePack['stages'][number];

export const stagePackKind: PackKind<StagePack> = {
  subgraph: 'funds',
  kind: 'stage-payments',
  title: { zh: '项目报账分期支付', en: 'payment of projects in stages' },
  schema,
  startsOn: 'day',
};

/** What each stage pays of the contract: by whole fen, what rounding leaves goes to the last. */
export function stageAmounts(
  contracted: bigint,
  stages: readonly Pick<PlannedStage, 'code' | 'perTenThousand'>[],
): bigint[] {
  const shares = stages.map(({ perTenThousand }) => (contracted * BigInt(perTenThousand)) / 10_000n);
  const rest = contracted - shares.reduce((sum, fen) => sum + fen, 0n);
  return shares.map((fen, at) => (at === shares.length - 1 ? fen + rest : fen));
}
