// The worker thread that reads register sheets (登记表读取线程): unpacking, checking and sealing are done here, and nobody's query waits for them.
import { parentPort, workerData } from 'node:worker_threads';
import { PersonalData } from '#platform/database/personal-data';
import { columnName } from '#platform/sheet/cell-text';
import { readSheet, type SheetLine } from '#platform/sheet/read-sheet';
import { Refusal } from '#platform/vocabulary/refusal';
import { HouseholdGatherer } from './register-import/gather-households.rules';
import type { ImportFlaw } from './register-import/import-flaw.rules';
import { importRefusals } from './register-import/import-refusals.rules';
import { type ExportHeading, exportHeadingOf, readExportRow } from './register-import/read-export.rules';
import type { SheetHousehold } from './register-import/read-household.rules';
import { type Heading, headingOf, missingColumns } from './register-import/register-columns.rules';
import {
  type CellFlaw,
  HOUSEHOLDS_A_BATCH,
  type SealedHousehold,
  type SheetBatch,
  type SheetJob,
  type SheetMessage,
} from './register-import/sheet-batch.rules';
import { rowSeal } from './register-row-seal';

const port = parentPort as NonNullable<typeof parentPort>;
const { bytes, keys, order, limits, seals } = workerData as SheetJob;
const personalData = new PersonalData(keys);
const sealOf = rowSeal(keys.blindIndexKey);

/** The heading stands below a title or a watermark, not deeper. */
const HEADING_WITHIN = 10;
const CHANGES_A_BATCH = 250;

async function run(): Promise<void> {
  let heading: Heading | null = null;
  let exported: ExportHeading | null = null;
  let gatherer: HouseholdGatherer | null = null;
  let batch = emptyBatch();
  const send = async (isLast: boolean) => {
    if (isLast) gatherer?.close();
    const gathered = gatherer?.handOver();
    batch.households = (gathered?.households ?? []).map(sealed);
    batch.flaws.push(...(gathered?.flaws ?? []).map(withCell));
    await handOver(batch);
    batch = emptyBatch(batch);
  };
  for await (const lines of readSheet(Buffer.from(bytes), limits))
    for (const line of lines) {
      batch.line = line.line;
      if (!heading) {
        heading = headingOf(line.line, line.cells);
        if (!heading && line.line >= HEADING_WITHIN) break;
        if (!heading) continue;
        const missing = missingColumns(heading);
        if (missing.length > 0) throw importRefusals.sheetColumns({ columns: missing.join('、') });
        exported = exportHeadingOf(line.cells);
        batch.kind = exported ? 'export' : 'national';
        if (!exported) gatherer = new HouseholdGatherer(heading, order);
        continue;
      }
      batch.rows++;
      if (exported) takeExported(line, heading, exported, batch);
      else gatherer?.take(line);
      if ((gatherer?.households.length ?? 0) >= HOUSEHOLDS_A_BATCH || batch.changes.length >= CHANGES_A_BATCH)
        await send(false);
    }
  if (!heading) throw importRefusals.sheetColumns({ columns: '户编号、姓名、证件号码 …' });
  await send(true);
}

function takeExported(line: SheetLine, heading: Heading, exported: ExportHeading, batch: SheetBatch): void {
  const { row, flaws } = readExportRow(line, heading, exported, sealOf);
  batch.flaws.push(...flaws.map(withCell));
  if (!row || row.cells.length === 0) return;
  const cells = row.cells.map(({ at, ...cell }) => ({ ...cell, cell: `${columnName(at)}${row.line}` }));
  batch.changes.push({ ...row, cells });
}

/** What is only looked at need not be sealed; by its index a person is found either way. */
function sealed({ form, members, ...household }: SheetHousehold): SealedHousehold {
  const { phone, bankCard: _none, ...open } = form;
  return {
    ...household,
    form: open,
    phone: phone && seals ? { sealed: personalData.seal(phone), tail: phone.slice(-4) } : null,
    members: members.map(({ facts: { idNumber, ...facts }, ...member }) => ({
      ...member,
      facts,
      idNumber: {
        sealed: seals ? personalData.seal(idNumber) : Buffer.alloc(0),
        tail: idNumber.slice(-4),
        index: personalData.blindIndex(idNumber),
      },
    })),
  };
}

function withCell({ at, ...flaw }: ImportFlaw): CellFlaw {
  return { ...flaw, cell: at < 0 ? String(flaw.line) : `${columnName(at)}${flaw.line}` };
}

function emptyBatch(before?: SheetBatch): SheetBatch {
  return { kind: before?.kind ?? 'national', line: before?.line ?? 0, rows: 0, households: [], changes: [], flaws: [] };
}

/** The next one is made when this one was taken, so that no more than one waits. */
function handOver(batch: SheetBatch): Promise<void> {
  return new Promise((go) => {
    port.once('message', () => go());
    port.postMessage({ batch } satisfies SheetMessage);
  });
}

run().then(
  () => port.postMessage({ done: true } satisfies SheetMessage),
  (error: unknown) => {
    const told: SheetMessage =
      error instanceof Refusal
        ? { refusal: { code: error.code, text: error.text, facts: error.facts } }
        : { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    port.postMessage(told);
  },
);
