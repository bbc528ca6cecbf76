// Records what the council resolved on a use (登记理事会决议), never by whoever drafted it; what passed becomes parts of the gifts' lots.
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusalOfBooks } from '../book/refusal-of-books';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { charityRules } from '../charity-fund/charity-rules';
import type { ResolveCharityUseInput } from './charity-use.input';
import { checkVotes } from './charity-use.rules';

const SEATS = `select count(*)::int as seats from funds.charity_use u join funds.council_member m on m.fund_id = u.fund_id
  join funds.founding_step s on s.id = m.step_id and s.outcome = 'confirmed'
  where u.id = $1 and m.from_on <= $2::date and (m.until_on is null or m.until_on > $2::date)`;

export async function resolveCharityUse(
  context: Context,
  input: ResolveCharityUseInput,
  idempotencyKey: string,
): Promise<string> {
  const { useId, metOn, minutesHash, votes } = input;
  checkId(useId, '使用计划 use of gifts');
  for (const { memberId } of votes) checkId(memberId, '理事 member of the council');
  if (new Set(votes.map(({ memberId }) => memberId)).size < votes.length) throw charityRefusals.councilMember();
  const { caller, inScope } = context;
  const rule = (await charityRules(context)).content.council;
  const payload = { ...input, votes: votes.map((vote) => ({ ...vote })) };
  const once = { subgraph: 'funds', caller, operation: 'resolveCharityUse', idempotencyKey, payload } as const;
  const run = inScope.write({ action: 'resolveCharityUse', target: useId }, (rows) =>
    onceOnly(rows, once, async () => {
      const [found] = await rows.query<{ seats: number }>(SEATS, [useId, metOn]);
      const words = votes.map(({ vote }) => vote);
      if (found && found.seats > 0) checkVotes(rule, found.seats, words);
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.resolve_charity_use($1, $2, $3, $4, $5) as verdict',
        [...[useId, metOn, minutesHash, votes.map(({ memberId }) => memberId), words]],
      );
      tellVerdict(answer?.verdict ?? 'unknown');
      return useId;
    }),
  );
  return run.catch((error: unknown) => {
    throw refusalOfResolution(error) ?? error;
  });
}

function tellVerdict(verdict: string): void {
  if (verdict === 'done' || verdict === 'refused') return;
  const [word, rest = ''] = verdict.split(' ');
  if (word === 'state') throw charityRefusals.charityUseState({ state: rest, zh: '登记决议', en: 'resolve on' });
  if (word === 'day') throw charityRefusals.councilDay();
  if (word === 'member') throw charityRefusals.councilMember();
  if (word === 'no-pack') throw commonRefusals.notFound({ what: '扶贫基金规则包 pack of charity rules' });
  throw commonRefusals.notFound({ what: '使用计划 use of gifts' });
}

function refusalOfResolution(error: unknown): Error | null {
  const broken = brokenConstraint(error);
  if (broken === 'charity_use_four_eyes' || broken === 'allotment_four_eyes') return charityRefusals.charityUseEyes();
  return refusalOfBooks(error);
}
