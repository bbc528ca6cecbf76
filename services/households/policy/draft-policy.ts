// Drafts a policy (起草政策) for a region in scope, by the office or by the line of business it is of; nobody is told before a second person publishes it.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Policy } from './policy.entity';
import type { PolicyInput } from './policy.input';
import { parsePolicy, readTargets } from './policy-content.rules';
import { policyRefusals as refusals } from './policy-refusals.rules';

export const noPolicy = () => commonRefusals.notFound({ what: '政策 policy' });

export async function draftPolicy(context: Context, input: PolicyInput): Promise<string> {
  const { caller, inScope } = context;
  const { regionId, supersedesId, targets, ...told } = input;
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  if (path === null || caller.personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  const absent = { effectiveTo: null, plainEn: null, contact: null, source: null, assumed: null };
  const content = parsePolicy({ ...absent, ...told, targets: readTargets(targets) });
  checkLine(caller, content.line);
  if (supersedesId) await checkFollows(context, supersedesId, content.effectiveFrom);
  const id = newId();
  return inScope.write(
    { action: 'draftPolicy', target: id, facts: { matter: content.matter, regionId } },
    async (rows) => {
      await rows.manager.insert(Policy, {
        ...{ id, ...content, regionId, path, supersedesId: supersedesId ?? null, shipped: false },
        ...{ draftedBy: caller.personId, draftedUnit: caller.unitId, draftedAt: await rows.now() },
        ...{ publishedBy: null, publishedAt: null },
      });
      return id;
    },
  );
}

/** A liaison speaks for the own line alone; the office for all. */
export function checkLine({ post, line }: Context['caller'], of: string): void {
  if (post === 'unit-liaison' && line !== of) throw refusals.policyNotYourLine({ line: of });
}

async function checkFollows({ inScope }: Context, id: string, from: string): Promise<void> {
  const [before] = isId(id)
    ? await inScope.read(({ select }) => select(Policy, 'where t.id = $1', [id]), 'public')
    : [];
  if (!before) throw noPolicy();
  if (from <= before.effectiveFrom) throw refusals.policyStartsEarlier({ from: before.effectiveFrom });
}
