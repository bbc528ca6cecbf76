// A paper of every household of a village (整村材料), or of all whom a helper helps, as one file to print: made and sent household by household.
import { cursorOf } from '#platform/database/page';
import type { FileMaker } from '#platform/graph/files/file-answer';
import { todayInBeijing } from '#platform/graph/today';
import type { Household } from './household/household.entity';
import { listHouseholds } from './household/list-households';

import { paperFactsOf } from './household-paper-facts';
import { PAPER_POLICY, PAPERS_FOOT, paperSection, papersHead } from './household-paper-page';
import { type HouseholdPaper, paperOf, paperTitles } from './paper/household-paper.rules';
import type { HouseholdsContext } from './tools';

/** So many are read together; what is sent is let go, however large the village is. */
const AT_ONCE = 20;

export const villagePapersFile: FileMaker = async (given, { regionId, paper, year, village }) => {
  const context = given as unknown as HouseholdsContext;
  const asked = { paper: paper as HouseholdPaper, year: Number(year), regionId: regionId as string | null };
  const printedOn = await todayInBeijing.load(context, 'today');
  const title = `${String(village)}${paperTitles[asked.paper]}`;
  return {
    name: `${title}-${printedOn}.html`,
    contentType: 'text/html; charset=utf-8',
    body: papersIn(context, asked, title, printedOn),
    inline: true,
    contentPolicy: PAPER_POLICY,
  };
};

async function* papersIn(
  context: HouseholdsContext,
  { paper, year, regionId }: { paper: HouseholdPaper; year: number; regionId: string | null },
  title: string,
  printedOn: string,
): AsyncGenerator<Buffer> {
  yield Buffer.from(papersHead(title));
  for await (const households of pagesOf(context, regionId)) {
    const facts = await Promise.all(households.map((household) => paperFactsOf(context, household, year)));
    context.loaders.clear();
    yield Buffer.from(facts.map((each) => paperSection(paperOf(paper, each), printedOn)).join(''));
  }
  yield Buffer.from(PAPERS_FOOT);
}

/** Who is in the register, in the order of numbers; who was removed has no paper. */
async function* pagesOf(context: HouseholdsContext, regionId: string | null): AsyncGenerator<Household[]> {
  let after: string | undefined;
  do {
    const filter = regionId ? { regionId } : {};
    const { items, hasNextPage } = await listHouseholds(context, {
      first: AT_ONCE,
      filter,
      ...(after ? { after } : {}),
    });
    const here = items.filter(({ state }) => state !== 'removed');
    if (here.length > 0) yield here;
    const last = items.at(-1);
    after = hasNextPage && last ? cursorOf(last.path, last.number) : undefined;
  } while (after);
}
