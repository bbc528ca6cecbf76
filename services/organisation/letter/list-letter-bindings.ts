// Lists which regions of the caller's range letters bind in some years, for the service that holds the evidence.
import type { Context } from '#platform/graph/context';
import { lettersInRange } from './letter.loader';
import type { LetterBinding } from './letter-binding.entity';

export async function listLetterBindings({ inScope }: Context, years: readonly number[]): Promise<LetterBinding[]> {
  const range = await inScope.range();
  const between = [Math.min(...years), Math.max(...years)] as const;
  const letters = await inScope.read((rows) => lettersInRange(rows, range, between));
  return letters.flatMap(({ regionId, boundFrom, boundUntil, duties }) =>
    boundFrom && boundUntil
      ? [{ regionId, boundFrom, boundUntil, lines: [...new Set(duties.flatMap(({ lines }) => lines))] }]
      : [],
  );
}
