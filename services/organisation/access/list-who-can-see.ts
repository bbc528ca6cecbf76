// Lists who can see a field (谁可见): everybody whose appointment, delegation or bare sign-in of that day shows it, plain or masked.
import { keysOf, pageOf, pageSize } from '#platform/database/page';
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import type { WhoCanSeeArgs } from './access.input';
import { SeenAs } from './access.rules';
import { listHoldings } from './list-holdings';
import { weighAccess } from './weigh-access';

/** In the order of their chains' ids. All are weighed before a page is cut: the page after it is of the same whole. */
export async function listWhoCanSee(context: Context<never>, { at, first, after, ...node }: WhoCanSeeArgs) {
  const on = at ?? (await context.inScope.read(findToday));
  const holdings = await context.inScope.read((rows) => listHoldings(rows, on), 'desk');
  const { line, chains } = await weighAccess(context, node, on, holdings);
  const [from = ''] = keysOf(after, 1) ?? [];
  const seeing = chains
    .filter(({ seenAs, id }) => (seenAs === SeenAs.plain || seenAs === SeenAs.masked) && id > from)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const size = pageSize(first);
  return { line, complete: line.known, weighed: chains.length, page: pageOf(seeing.slice(0, size + 1), size) };
}
