// The papers of a household (扶贫手册、明白卡、户档案、收入测算表) as pages for A4: made when fetched, with what the caller may see of it then.

import type { FileMaker } from '#platform/graph/files/file-answer';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { noHousehold } from './household/get-household';
import { householdById } from './household/household.loader';
import { paperFactsOf } from './household-paper-facts';
import { householdPaperPage, PAPER_POLICY } from './household-paper-page';
import type { HouseholdPaper } from './paper/household-paper.rules';
import { paperOf, paperTitles } from './paper/household-paper.rules';
import type { HouseholdsContext } from './tools';

export const householdPaperFile: FileMaker = async (given, { householdId, paper, year }) => {
  const context = given as unknown as HouseholdsContext;
  const household = await householdById.load(context, String(householdId));
  if (!household) throw noHousehold();
  const facts = await paperFactsOf(context, household, Number(year));
  const asked = paper as HouseholdPaper;
  const [{ now } = { now: new Date(0) }] = await context.inScope.read(({ query }) =>
    query<{ now: Date }>('select now() as now'),
  );
  return {
    name: `${paperTitles[asked]}-${household.number}.html`,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(householdPaperPage(paperOf(asked, facts), beijingDay(now))),
    inline: true,
    contentPolicy: PAPER_POLICY,
  };
};
