// Withdraws a pack (撤回规则包): a draft at any time, an approved one only before its first day; the one before then holds on.
import { TODAY } from '../../database/today';
import { checkId } from '../../vocabulary/id';
import { packRefusals } from '../../vocabulary/pack-chain';
import { commonRefusals, invalidInput } from '../../vocabulary/refusal';
import type { Context } from '../context';
import { latestOf } from './approve-pack';
import { holdChain, type PackDesk } from './pack-desk';
import { type PackRow, PackStatus, statusOf } from './pack-row';

const WHAT = '规则包 pack';

export async function withdrawPack(
  desk: PackDesk,
  context: Context<never>,
  { id, reason }: { id: string; reason: string },
): Promise<PackRow> {
  const { inScope, caller } = context;
  checkId(id, WHAT);
  if (!reason.trim()) throw invalidInput('reason', '须说明原因', 'say why');
  const done = await inScope.write(
    { action: `withdraw${desk.title}Pack`, target: id, facts: { reason } },
    async (rows) => {
      const pack = await rows.manager.findOneBy(desk.Pack, { id } as never);
      if (!pack) throw commonRefusals.notFound({ what: WHAT });
      await holdChain(rows, pack.kind, pack.regionId);
      const status = statusOf(pack);
      if (status === PackStatus.withdrawn) throw packRefusals.packSettled({ zh: '撤回', en: 'withdrawn' });
      if (status === PackStatus.approved) {
        if (!desk.approvers.includes(caller.post)) throw commonRefusals.forbidden();
        const [today] = await rows.query<{ day: string }>(`select ${TODAY} as day`);
        if (pack.effectiveFrom <= (today?.day ?? '')) throw packRefusals.packInEffect({ from: pack.effectiveFrom });
        const latest = await latestOf(desk, rows, pack);
        if (latest && latest.id !== id)
          throw packRefusals.packLaterStands({ name: latest.name, from: latest.effectiveFrom });
      }
      const before = pack.followsId;
      const withdrawal = {
        withdrawnBy: caller.personId,
        withdrawnAt: await rows.now(),
        withdrawalReason: reason,
        followsId: null,
      };
      await rows.manager.update(desk.Pack, id, withdrawal as never);
      if (before)
        await rows.query(`update ${desk.subgraph}.pack set in_force_to = effective_to where id = $1`, [before]);
      if (status === PackStatus.approved) await desk.onWithdrawal?.(pack, rows);
      return Object.assign(pack, withdrawal);
    },
  );
  await desk.afterwards?.(context, done.kind);
  return done;
}
