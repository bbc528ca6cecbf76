// The file of seals (日封文件): every seal of a stream, and each row as it stands now beside what was sealed of it.
import type { Context } from '#platform/graph/context';
import type { FileMaker } from '#platform/graph/files/file-answer';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { SealStream, sealStreams } from './seal/seal.entity';

interface SealedRow {
  seal: number;
  ordinal: number;
  id: string;
  leaf: string;
  link: string;
  content: unknown;
}

const SEALS = `select stream, number, day::text as day, count, root, link, previous, hash from funds.seal where stream = $1 order by number`;
const ROWS = 'select number as seal, ordinal, id, leaf, link, content from';

export const sealsFile: FileMaker = async (given, { stream }) => {
  const { inScope } = given as unknown as Context;
  const of = sealStreams.find((each) => each === stream);
  if (!of) throw commonRefusals.notFound({ what: '日封 seals' });
  const rows = await inScope.read(({ query }) =>
    of === SealStream.audit
      ? query<SealedRow>(`${ROWS} funds.sealed_of_log()`)
      : query<SealedRow>(`${ROWS} funds.sealed_of_city($1)`, [of]),
  );
  const seals = await inScope.read(({ query }) => query<object>(SEALS, [of]), 'public');
  return {
    name: `日封-${of}.json`,
    contentType: 'application/json; charset=utf-8',
    body: pieces(of, seals, rows),
  };
};

/** A line a seal and a line a row, so that the file can be looked through by hand. */
async function* pieces(stream: SealStream, seals: readonly object[], rows: readonly object[]): AsyncIterable<Buffer> {
  const list = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).join(',\n');
  yield Buffer.from(`{"format":"seals/1","stream":"${stream}","seals":[\n${list(seals)}\n],"rows":[\n`);
  const SLICE = 1000;
  for (let at = 0; at < rows.length; at += SLICE)
    yield Buffer.from(`${at > 0 ? ',\n' : ''}${list(rows.slice(at, at + SLICE))}`);
  yield Buffer.from('\n]}\n');
}
