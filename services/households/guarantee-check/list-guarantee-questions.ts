// Lists the questions of a guarantee check (核查表) of one household, with what the register knows filled in.
import type { Context } from '#platform/graph/context';
import { todayInBeijing } from '#platform/graph/today';
import { householdById } from '../household/household.loader';
import { findGuaranteePack } from './find-guarantee-pack';
import { GuaranteeQuestion } from './guarantee-check.entity';
import { knownFactsOf } from './known-facts.query';

export async function listGuaranteeQuestions(
  context: Context,
  householdId: string,
): Promise<GuaranteeQuestion[] | null> {
  const household = await householdById.load(context, householdId);
  if (!household) return null;
  const today = await todayInBeijing.load(context, 'today');
  const known = await context.inScope.read((rows) => knownFactsOf(rows, household.id, Number(today.slice(0, 4))));
  const { pack } = await context.inScope.read((rows) => findGuaranteePack(rows, today), 'public');
  return pack.questions.map(({ code, title, kind, options, required, known: fact }) =>
    Object.assign(new GuaranteeQuestion(), {
      code,
      title: `${title.zh} · ${title.en}`,
      kind,
      options: kind === 'yes-no' ? ['yes', 'no'] : (options ?? []),
      required,
      known: (fact && known[fact]) ?? null,
    }),
  );
}
