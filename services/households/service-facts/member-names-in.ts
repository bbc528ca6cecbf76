// Where texts name members of households in range (文中姓名): for whoever is about to publish them; places alone, never whose they are.
import type { HouseholdsContext } from '../tools';
import type { NamePlace } from './name-place.entity';

export async function memberNamesIn({ inScope }: HouseholdsContext, texts: readonly string[]): Promise<NamePlace[]> {
  const { lo, hi } = await inScope.range();
  const found = await inScope.read(({ query }) =>
    query<{ text: number; name: string }>(
      `select x.at::int - 1 as text, m.name from unnest($1::text[]) with ordinality x(body, at)
       join (select distinct name from households.member where path >= $2 and path < $3 and length(name) > 1) m on position(m.name in x.body) > 0`,
      [texts, lo, hi],
    ),
  );
  return found.flatMap(({ text, name }) =>
    placesOf(texts[text] ?? '', name).map((at) => ({ text, at, length: name.length })),
  );
}

function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
}
