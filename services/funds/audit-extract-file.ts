// The auditor's extract (审计提取) as one archive: sheets and documents as they are read, and last the manifest with the hash of each, which the log keeps too.
import { createHash } from 'node:crypto';
import type { FileMaker, MadeFile } from '#platform/graph/files/file-answer';
import { nameExporter } from '#platform/graph/files/name-exporter';
import { neutralText } from '#platform/sheet/cell-text';
import { type ArchivePart, writeArchive } from '#platform/sheet/write-archive';
import { sha256Of } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { subtreeOf } from '#platform/vocabulary/region';
import { EXTRACT_CONTENTS, type ExtractList, extractLists } from './fund-table/audit-extract.query';
import { permissions } from './permissions';
import type { FundsContext } from './tools';

interface Told {
  name: string;
  bytes: number;
  sha256: string;
  rows?: number;
}

const AT_ONCE = 1000;

export const auditExtractFile: FileMaker = async (given, about): Promise<MadeFile> => {
  const context = given as unknown as FundsContext;
  const { regionId = '', month = '', purpose = '' } = about as Record<string, string>;
  if (!permissions.ruleOf('Mutation', 'requestAuditExtract').admits(context.caller)) throw commonRefusals.forbidden();
  const path = await context.inScope.pathWithin(regionId);
  if (path === null) throw commonRefusals.outOfScope();
  const { person, at } = await nameExporter(context);
  const { lo, hi } = subtreeOf(path);
  const head = { format: 'audit-extract/1', regionId, month, purpose, takenBy: person, takenAt: at };
  return {
    ...{ name: `审计提取-${month}.zip`, contentType: 'application/zip' },
    body: writeArchive(partsOf(context, head, [lo, hi, month])),
  };
};

async function* partsOf(
  context: FundsContext,
  head: { regionId: string; month: string },
  range: readonly string[],
): AsyncGenerator<ArchivePart> {
  const told: Told[] = [];
  const missing: string[] = [];
  for (const list of extractLists) yield counted(told, `${list.name}.csv`, linesOf(context, list, range));
  for await (const { sha256, kind } of contentsOf(context, range)) {
    const bytes = await context.tools.files.store.read(sha256).catch(() => null);
    if (bytes === null) missing.push(sha256);
    else yield counted(told, `佐证材料/${sha256}.${kind}`, [{ text: bytes, rows: 0 }]);
  }
  const manifest = `${JSON.stringify({ ...head, files: told, missing }, null, 1)}\n`;
  yield { name: '清单.json', text: [manifest] };
  const { regionId, month } = head;
  const facts = { regionId, month, files: told.length, manifest: sha256Of(Buffer.from(manifest)) };
  await context.inScope.write({ action: 'sendAuditExtract', facts }, async () => undefined);
}

interface Piece {
  text: string | Buffer;
  rows: number;
}

/** Known when the part was sent, which is before the manifest is asked for. */
function counted(told: Told[], name: string, pieces: AsyncIterable<Piece> | Iterable<Piece>): ArchivePart {
  async function* text() {
    const hash = createHash('sha256');
    let [bytes, rows] = [0, 0];
    for await (const piece of pieces) {
      const raw = Buffer.isBuffer(piece.text) ? piece.text : Buffer.from(piece.text, 'utf8');
      hash.update(raw);
      bytes += raw.length;
      rows += piece.rows;
      yield raw;
    }
    told.push({ name, bytes, sha256: hash.digest('hex'), ...(name.endsWith('.csv') ? { rows } : {}) });
  }
  return { name, text: text() };
}

const lineOf = (cells: readonly string[]) =>
  `${cells.map((cell) => `"${neutralText(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

/** Each page is a read of its own, so that a slow reader holds no transaction. */
async function* linesOf(context: FundsContext, { columns, sql }: ExtractList, range: readonly string[]) {
  yield { text: `\uFEFF${lineOf(columns)}`, rows: 0 };
  let keys = ['', ''];
  for (;;) {
    const asked = [...range, ...keys, AT_ONCE];
    const page = await context.inScope.read(({ query }) => query<{ keys: string[]; cells: string[] }>(sql, asked));
    const last = page.at(-1);
    if (!last) return;
    keys = last.keys;
    yield { text: page.map(({ cells }) => lineOf(cells)).join(''), rows: page.length };
  }
}

async function* contentsOf(context: FundsContext, range: readonly string[]) {
  let after = '';
  for (;;) {
    const asked = [...range, after];
    const page = await context.inScope.read(({ query }) =>
      query<{ sha256: string; kind: string }>(EXTRACT_CONTENTS, asked),
    );
    const last = page.at(-1);
    if (!last) return;
    after = last.sha256;
    yield* page;
  }
}
