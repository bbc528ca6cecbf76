// Lists letters in the order of the managing tree: what a superior works through.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import type { LettersArgs } from './letter.input';
import { lettersInRange } from './letter.loader';
import type { ResponsibilityLetter } from './responsibility-letter.entity';

/** Two districts, the zones and 20 towns sign a letter a year: those of the range are few enough to be told apart here. */
const YEARS = [2016, 2100] as const;

export async function listLetters({ inScope }: Context, args: LettersArgs): Promise<Page<ResponsibilityLetter>> {
  const size = pageSize(args.first);
  const [path = null, year = null, version = null] = keysOf(args.after, 3) ?? [];
  if (path !== null && !(Number.isInteger(Number(year)) && Number.isInteger(Number(version)))) throw foreignCursor();
  const range = await inScope.range();
  const years = args.year === undefined ? YEARS : ([args.year, args.year] as const);
  const all = await inScope.read((rows) => lettersInRange(rows, range, years));
  const after = ({ path: at, year: of, version: number }: ResponsibilityLetter) =>
    path === null ||
    at > path ||
    (at === path && (of > Number(year) || (of === Number(year) && number > Number(version))));
  const shown = all.filter((letter) => (!args.state || letter.state === args.state) && after(letter));
  return pageOf(shown.slice(0, size + 1), size);
}
