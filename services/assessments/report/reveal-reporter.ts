// Reveals who told a report (查看举报人), with a reason and in the log; never to whoever answers or registered it.
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkWords } from '../finding/finding.rules';
import type { AssessmentsContext } from '../tools';

export async function revealReporter(
  { inScope, tools }: AssessmentsContext,
  id: string,
  reason: string,
): Promise<string> {
  checkWords('reason', reason);
  const notFound = () => commonRefusals.notFound({ what: '举报人 reporter' });
  if (!isId(id)) throw notFound();
  return inScope.write(
    { action: 'revealReporter', kind: 'reveal', target: id, facts: { reason } },
    async (rows) => {
      const [found] = await rows.query<{ sealed: Buffer | null }>(
        'select reporter_sealed as sealed from assessments.public_report where id = $1',
        [id],
      );
      if (!found?.sealed) throw notFound();
      return tools.personalData.open(found.sealed);
    },
    'issuer',
  );
}
