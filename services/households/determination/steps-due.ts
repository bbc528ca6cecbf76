// The steps of a determination as they lie before whoever reads it (程序进度): which are done, and which one waits.
import type { Context } from '#platform/graph/context';
import { todayInBeijing } from '#platform/graph/today';
import type { Determination } from './determination.entity';
import { objectionsOfDetermination } from './determination.loader';
import { waitingAt } from './determination.rules';
import { DeterminationStepDue } from './determination-step.entity';

export function stepsDue({ steps, at }: Pick<Determination, 'steps' | 'at'>): DeterminationStepDue[] {
  return steps.map(({ code, does, title, by, days }, index) =>
    Object.assign(new DeterminationStepDue(), {
      code,
      does,
      title: `${title.zh} · ${title.en}`,
      by,
      days: days ?? null,
      done: index < at,
    }),
  );
}

export async function waitsFor(context: Context, determination: Determination): Promise<DeterminationStepDue | null> {
  if (determination.status !== 'open') return null;
  const [today, objections] = await Promise.all([
    todayInBeijing.load(context, 'today'),
    objectionsOfDetermination.load(context, determination.id),
  ]);
  const open = objections.filter(({ answeredAt }) => answeredAt === null).length;
  return stepsDue(determination)[waitingAt(determination, open, today)] ?? null;
}
