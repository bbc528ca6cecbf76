// The flow of a disbursement (拨付流程) as a pack: by amount, which posts approve and how many; what money is never spent on; the management fee.
import { z } from 'zod';
import { posts } from '#platform/vocabulary/caller';
import type { Fen } from '#platform/vocabulary/money';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { flowRefusals as refusals } from './flow-refusals.rules';

const code = z.string().regex(/^[a-z][a-z-]{1,40}$/);

const step = z
  .strictObject({ code, title: bilingual, posts: z.array(z.enum(posts)).min(1), count: z.int().min(1).max(5) })
  .refine(({ posts: named }) => new Set(named).size === named.length, '职务重复 · a post stands twice');

const schema = z
  .strictObject({
    ...packHead,
    assumed: z.array(bilingual).min(1),
    /** in order; the last has no limit */
    bands: z.array(z.strictObject({ upToFen: z.int().positive().nullable(), steps: z.array(step).min(1) })).min(1),
    negativeList: z.array(
      z.strictObject({ code, title: bilingual, purposes: z.array(code), words: z.array(z.string().min(2)) }),
    ),
    managementFee: z.strictObject({ purpose: code, perTenThousand: z.int().min(1).max(10_000) }),
  })
  .superRefine(({ bands }, context) => {
    bands.forEach(({ upToFen, steps }, at) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['bands', at], message });
      const last = at === bands.length - 1;
      if ((upToFen === null) !== last) refuse('只有最后一档无上限 · the last band alone has no limit');
      const before = bands[at - 1]?.upToFen ?? 0;
      if (upToFen !== null && upToFen <= before) refuse('额度须递增 · amounts rise');
      if (new Set(steps.map((each) => each.code)).size < steps.length) refuse('环节重复 · a step stands twice');
    });
  });

export type FlowPack = z.infer<typeof schema>;
export type FlowStep = FlowPack['bands'][number]['steps'][number];

export const flowPackKind: PackKind<FlowPack> = {
  subgraph: 'funds',
  kind: 'disbursement-flow',
  title: { zh: '资金拨付流程', en: 'flow of disbursements' },
  schema,
  startsOn: 'day',
};

export interface GivenApproval {
  step: string;
  personId: string;
}

export interface WaitingStep extends FlowStep {
  /** how many more of these posts */
  left: number;
}

/** The first step of which approvals are missing; null when all are given. A batch from before there were packs waits for one director. */
export function waitingStep(flow: readonly FlowStep[] | null, given: readonly GivenApproval[]): WaitingStep | null {
  for (const each of flow ?? []) {
    const left = each.count - given.filter((approval) => approval.step === each.code).length;
    if (left > 0) return { ...each, left };
  }
  return null;
}

/** The band's steps for an amount. */
export function flowFor({ bands }: Pick<FlowPack, 'bands'>, total: Fen): FlowStep[] {
  return bands.find(({ upToFen }) => upToFen === null || total <= BigInt(upToFen))?.steps ?? [];
}

/** What money is never spent on is refused by its purpose, and by the words in which it is asked for. */
export function checkNegativeList(
  { negativeList }: Pick<FlowPack, 'negativeList'>,
  { purpose, texts }: { purpose: string; texts: readonly string[] },
): void {
  const told = texts.map((text) => text.normalize('NFKC').replace(/\s+/g, ''));
  for (const { code: item, title, purposes, words } of negativeList) {
    const word = words.find((each) => told.some((text) => text.includes(each)));
    if (purposes.includes(purpose) || word)
      throw refusals.negativeList({ item, word: word ?? purpose, zh: title.zh, en: title.en });
  }
}
