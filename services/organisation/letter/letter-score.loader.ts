// What the score of a letter is made of: the counts of its region and year, each source asked once for all letters of a request.
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { obligationBook } from '#platform/graph/obligation-book';
import { type ObligationFact, shownLines } from '#platform/graph/obligation-shape';
import type { Counts } from '#platform/obligation/counts';
import { subtreeOf } from '#platform/vocabulary/region';
import { countsOfMeetings } from '../meeting-obligation/meeting-obligation.loader';
import type { OrganisationTools } from '../sign-in/tools.rules';
import type { LetterScore } from './letter-score.entity';
import { scoreLetter } from './letter-score.rules';
import type { ResponsibilityLetter } from './responsibility-letter.entity';

const VISITS =
  'query($ids:[ID!]!,$period:String!){visitObligationFacts(regionIds:$ids,period:$period){regionId line due fulfilled late overdue exempt}}';
const REPORTS =
  'query($ids:[ID!]!,$period:String!){reportObligationFacts(regionIds:$ids,period:$period){regionId line due fulfilled late overdue exempt}}';

/** Of `<region> <year>`. */
const toldByOthers = defineLoader<ObligationFact[]>(
  'facts of households and funds',
  () => [],
  async (_rows, keys, context) => {
    const found = new Map<string, ObligationFact[]>();
    for (const [period, of] of groupBy(keys, (key) => key.split(' ')[1] ?? '')) {
      const asked = { ids: of.map((key) => key.split(' ')[0]), period };
      const [{ visitObligationFacts }, { reportObligationFacts }] = await Promise.all([
        context.ask<{ visitObligationFacts: ObligationFact[] }>('households', VISITS, asked),
        context.ask<{ reportObligationFacts: ObligationFact[] }>('funds', REPORTS, asked),
      ]);
      const facts = groupBy([...visitObligationFacts, ...reportObligationFacts], ({ regionId }) => regionId);
      for (const [regionId, told] of facts) found.set(`${regionId} ${period}`, told);
    }
    return found;
  },
);

export async function scoreOfLetter(
  context: Context<OrganisationTools>,
  letter: ResponsibilityLetter,
): Promise<LetterScore> {
  const { regionId, path, year, duties, templateName } = letter;
  const [own, others] = await Promise.all([
    countsOfMeetings(context, subtreeOf(path), String(year)),
    toldByOthers.load(context, `${regionId} ${year}`),
  ]);
  const lines = obligationBook().lines;
  const told = others.flatMap(({ line: code, due, fulfilled, late, overdue, exempt }) => {
    const line = lines.find((each) => each.code === code);
    const counts: Counts = { due, fulfilled, late, overdue, exempt };
    return line ? [{ line, counts }] : [];
  });
  const all = [...own, ...told];
  const rate = context.tools.letterTemplates.find(({ name }) => name === templateName)?.late ?? '0';
  const facts = all.map(({ line, counts }) => ({ line: line.code, counts }));
  const { total, duties: scored } = scoreLetter(duties, facts, rate);
  return {
    total,
    duties: duties.map((term, at) => ({
      ...term,
      title: `${term.title.zh} · ${term.title.en}`,
      share: scored[at]?.share ?? null,
      points: scored[at]?.points ?? null,
      formula: scored[at]?.formula ?? '',
      facts: shownLines(all.filter(({ line }) => term.lines.includes(line.code))),
    })),
  };
}
