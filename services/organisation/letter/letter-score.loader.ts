// What the score of a letter is made of: the counts of its region and year, each source asked once for all letters of a request.
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { obligationBook } from '#platform/graph/obligation-book';
import { type ObligationFact, shownLines } from '#platform/graph/obligation-shape';
import type { Counts } from '#platform/obligation/counts';
import { subtreeOf } from '#platform/vocabulary/region';
import { countsOfMeetings } from '../meeting-obligation/meeting-obligation.loader';
import { countsOfStations } from '../station-obligation/station-obligation.loader';
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

/** By the template that a letter was drafted from, whatever follows it: by its hash, and of letters older than packs by its name. */
const shareOfLate = defineLoader<string>(
  'what late counts, by template',
  () => '0',
  async (rows, keys) => {
    const found = await rows.query<{ key: string; late: string }>(
      `select k.key, p.content ->> 'late' as late from unnest($1::text[]) k (key) cross join lateral (
         select content from organisation.pack where kind = 'letter' and (hash = split_part(k.key, ' ', 1) or name = split_part(k.key, ' ', 2))
         order by hash = split_part(k.key, ' ', 1) desc limit 1) p`,
      [keys],
    );
    return new Map(found.map(({ key, late }) => [key, late]));
  },
  'public',
);

export async function scoreOfLetter(context: Context, letter: ResponsibilityLetter): Promise<LetterScore> {
  const { regionId, path, year, duties, templateHash, templateName } = letter;
  const [meetings, stationed, others, book, rate] = await Promise.all([
    countsOfMeetings(context, subtreeOf(path), String(year)),
    countsOfStations(context, subtreeOf(path), String(year)),
    toldByOthers.load(context, `${regionId} ${year}`),
    obligationBook(context),
    shareOfLate.load(context, `${templateHash} ${templateName}`),
  ]);
  const told = others.flatMap(({ line: code, due, fulfilled, late, overdue, exempt }) => {
    const line = book.lines.findLast((each) => each.code === code);
    const counts: Counts = { due, fulfilled, late, overdue, exempt };
    return line ? [{ line, counts }] : [];
  });
  const all = [...meetings, ...stationed, ...told];
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
