// Withdraws a use of gifts (撤回使用计划) before the council has resolved on it: by whoever drafted it.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { refusals } from '../refusals';

export async function withdrawCharityUse({ inScope }: Context, id: string): Promise<string> {
  checkId(id, '使用计划 use of gifts');
  await inScope.write({ action: 'withdrawCharityUse', target: id }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.withdraw_charity_use($1) as verdict', [id]);
    const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
    if (word === 'state') throw charityRefusals.charityUseState({ state: rest, zh: '撤回', en: 'withdraw' });
    if (word === 'not-the-maker') throw refusals.notTheMaker();
    if (word !== 'done') throw commonRefusals.notFound({ what: '使用计划 use of gifts' });
  });
  return id;
}
