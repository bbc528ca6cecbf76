// Approves or withdraws a change of a lot's authority (批准、撤回指标调整): the approval of a second person moves the books.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { booksRefusals } from './books-refusals.rules';
import { refusalOfBooks } from './refusal-of-books';

const words = { approve: { zh: '批准', en: 'approve' }, withdraw: { zh: '撤回', en: 'withdraw' } } as const;

export async function decideAuthorityChange(
  { caller, inScope }: Context,
  id: string,
  step: 'approve' | 'withdraw',
  idempotencyKey: string,
): Promise<string> {
  checkId(id, '指标调整 change of authority');
  const operation = `${step}AuthorityChange`;
  const once = { subgraph: 'funds', caller, operation, idempotencyKey, payload: { id } } as const;
  const run = inScope.write({ action: operation, target: id }, (rows) =>
    onceOnly(rows, once, async () => {
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.decide_authority_change($1, $2, $3) as verdict',
        [id, step, newId()],
      );
      const verdict = answer?.verdict ?? 'unknown';
      if (verdict === 'unknown') throw commonRefusals.notFound({ what: '指标调整 change of authority' });
      if (verdict === 'not-the-maker') throw refusals.notTheMaker();
      if (verdict !== 'done') throw booksRefusals.changeState({ state: verdict, ...words[step] });
      return id;
    }),
  );
  return run.catch((error: unknown) => {
    throw refusalOfBooks(error) ?? error;
  });
}
