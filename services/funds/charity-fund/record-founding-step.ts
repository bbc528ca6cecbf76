// Records a step of a founding (登记设立步骤): in its order, dated, whole; it counts when another person has confirmed it.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { FoundingStepInput } from './charity-fund.input';
import { charityRefusals } from './charity-refusals.rules';
import { type FoundingStepKind, foundingSteps, missingFact } from './founding-step.rules';
import { inColumns } from './in-columns.rules';

export async function recordFoundingStep({ inScope }: Context, input: FoundingStepInput): Promise<string> {
  checkId(input.fundId, '基金 charity fund');
  const missing = missingFact(input.kind, input);
  if (missing) throw invalidInput(missing, '此步骤须填写', 'this step has to tell it');
  if (input.amount !== undefined && input.amount !== null && input.amount <= 0n)
    throw refusals.amountNotPositive({ field: 'amount' });
  const { council = [], amount, ...rest } = input;
  const id = newId();
  const told = { ...rest, id, amount: amount?.toString() ?? null };
  await inScope.write({ action: 'recordFoundingStep', target: id, facts: { kind: input.kind } }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.record_founding_step($1, $2, $3) as verdict', [
      JSON.stringify(inColumns(told)),
      council?.map(({ name }) => name.trim()) ?? [],
      council?.map(({ post }) => post) ?? [],
    ]);
    tellStepVerdict(answer?.verdict ?? 'unknown', input.kind);
  });
  return id;
}

function tellStepVerdict(verdict: string, kind: FoundingStepKind): void {
  if (verdict === 'done') return;
  const [word, rest = ''] = verdict.split(' ');
  if (word === 'unknown') throw commonRefusals.notFound({ what: '基金 charity fund' });
  if (word === 'state') throw charityRefusals.charityFundState({ state: rest, ...foundingSteps[kind] });
  if (word === 'order') throw charityRefusals.foundingOrder({ ...foundingSteps[rest as FoundingStepKind] });
  if (word === 'money-left') throw charityRefusals.charityFundMoneyLeft();
  if (word === 'told') throw charityRefusals.foundingTold();
  if (word === 'council-empty') throw invalidInput('council', '理事会不得为空', 'a council has members');
  throw charityRefusals.foundingDay({ before: rest || '—' });
}
