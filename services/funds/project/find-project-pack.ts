// Which pack a project goes by (所依规则包): the one in force where and when it is proposed, and from then on that very one, by its id.
import type { Context } from '#platform/graph/context';
import { defineLoader } from '#platform/graph/loader';
import { type PackInForce, packContent, packInForce } from '#platform/graph/pack/pack-in-force';
import { todayInBeijing } from '#platform/graph/today';
import { addDays } from '#platform/vocabulary/calendar-day';
import { type ProjectPack, projectPackKind } from './project-pack.rules';
import { projectRefusals as refusals } from './project-refusals.rules';

export async function findProjectPack(context: Context<never>, path: string): Promise<PackInForce<ProjectPack>> {
  const today = await todayInBeijing.load(context as Context, 'today');
  const found = await packInForce(context, projectPackKind, { path, from: today, until: addDays(today, 1) });
  if (!found) throw refusals.packNotInForce({ day: today, ...projectPackKind.title });
  return found;
}

/** Keys are `<id> <hash>`. */
export const projectPack = defineLoader<ProjectPack | null>(
  'project pack',
  () => null,
  async (rows, keys) => {
    const found = new Map<string, ProjectPack>();
    for (const key of keys) {
      const [id = '', hash = ''] = key.split(' ');
      found.set(key, await packContent(rows, projectPackKind, { id, hash }));
    }
    return found;
  },
  'public',
);

export async function packOfProject(
  context: Context,
  { packId, packHash }: { packId: string; packHash: string },
): Promise<ProjectPack> {
  const pack = await projectPack.load(context, `${packId} ${packHash}`);
  if (!pack) throw new Error(`no project pack ${packId}`);
  return pack;
}
