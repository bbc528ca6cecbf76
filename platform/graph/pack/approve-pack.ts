// Approves a pack (批准规则包): by a second person, by document, checked once more, and it takes over from the one before without gap or overlap.
import type { WriteRows } from '../../database/in-scope';
import { checkId } from '../../vocabulary/id';
import { followingOf, packRefusals } from '../../vocabulary/pack-chain';
import { commonRefusals, invalidInput } from '../../vocabulary/refusal';
import type { Context } from '../context';
import { brokenConstraint } from '../errors';
import { checkPack, holdChain, type PackDesk, refuseFlaws } from './pack-desk';
import { type PackRow, PackStatus, statusOf } from './pack-row';

const WHAT = '规则包 pack';

/** `hash`: what the approving person looked at. */
export async function approvePack(
  desk: PackDesk,
  context: Context<never>,
  { id, hash, documentNumber }: { id: string; hash: string; documentNumber: string },
): Promise<PackRow> {
  checkId(id, WHAT);
  if (!documentNumber.trim() || documentNumber.length > 100)
    throw invalidInput('documentNumber', '文件号须为 1 至 100 字', 'a document number has 1 to 100 characters');
  const { inScope, caller } = context;
  const seen = await inScope.read(({ manager }) => manager.findOneBy(desk.Pack, { id } as never));
  if (!seen) throw commonRefusals.notFound({ what: WHAT });
  if (seen.hash !== hash) throw packRefusals.packChanged();
  refuseFlaws((await checkPack(desk, context, seen.kind, seen.content)).flaws);
  const alongside = await desk.onApproval?.(context, seen);
  const deed = { action: `approve${desk.title}Pack`, target: id, facts: { kind: seen.kind, hash, documentNumber } };
  try {
    const approved = await inScope.write(deed, async (rows) => {
      await holdChain(rows, seen.kind, seen.regionId);
      const pack = await rows.manager.findOneBy(desk.Pack, { id } as never);
      if (!pack) throw commonRefusals.notFound({ what: WHAT });
      refuseSettled(pack);
      if (pack.draftedBy === caller.personId) throw packRefusals.packFourEyes();
      const latest = await latestOf(desk, rows, pack);
      const { cuts, follows } = followingOf(latest, pack);
      if (latest && cuts) await rows.manager.update(desk.Pack, latest.id, { inForceTo: pack.effectiveFrom } as never);
      const approval = {
        documentNumber,
        approvedBy: caller.personId,
        approvedAt: await rows.now(),
        inForceTo: pack.effectiveTo,
        followsId: latest && follows ? latest.id : null,
      };
      await rows.manager.update(desk.Pack, id, approval as never);
      await alongside?.(rows);
      return Object.assign(pack, approval);
    });
    await desk.afterwards?.(context, approved.kind);
    return approved;
  } catch (error) {
    if (brokenConstraint(error) === 'pack_four_eyes') throw packRefusals.packFourEyes();
    throw error;
  }
}

export function refuseSettled(pack: PackRow): void {
  const status = statusOf(pack);
  if (status === PackStatus.approved) throw packRefusals.packSettled({ zh: '批准', en: 'approved' });
  if (status === PackStatus.withdrawn) throw packRefusals.packSettled({ zh: '撤回', en: 'withdrawn' });
}

/** The pack of this kind and region that begins last of those that stand. */
export async function latestOf(
  { Pack }: PackDesk,
  { select }: WriteRows,
  { kind, regionId }: Pick<PackRow, 'kind' | 'regionId'>,
): Promise<PackRow | null> {
  const tail =
    'where t.kind = $1 and t.region_id = $2 and t.approved_at is not null and t.withdrawn_at is null order by t.effective_from desc limit 1';
  const [latest] = await select(Pack, tail, [kind, regionId]);
  return latest ?? null;
}
