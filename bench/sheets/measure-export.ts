// W10: a list of households taken out as a workbook, scoped, masked, sealed and streamed, beside COPY TO of the same rows and columns.
import type { Client, Connection, Submittable } from 'pg';
import { newId } from '#platform/database/new-id';
import type { ScopedCaller } from '../scope/draw-callers';
import type { SheetBench } from './open-desk';

export interface ExportFigure {
  rows: number;
  /** MB/s that each writes: a sheet before it is packed, and COPY's text */
  ours: number;
  copy: number;
  ratio: number;
  least: number;
  most: number;
  /** time of COPY ÷ ours for the same rows */
  rowForRow: number;
  firstByteMs: number;
  grownMiB: number;
}

const ASK = 'mutation($purpose: String!) { requestHouseholdList(purpose: $purpose) { url } }';

export async function measureExport(
  sql: Client,
  bench: SheetBench,
  who: ScopedCaller,
  rounds: number,
): Promise<ExportFigure> {
  const caller = { ...who.caller, sessionId: newId() };
  const ours: number[] = [];
  const copy: number[] = [];
  const firsts: number[] = [];
  let grown = 0;
  let written = 0;
  let told = { bytes: 0, rows: 0, took: 0 };
  const timeOurs = async () => {
    const { data } = await bench.households.execute({ query: ASK, variables: { purpose: '测量导出速度' } }, caller);
    const { url } = (data as { requestHouseholdList: { url: string } }).requestHouseholdList;
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const begun = performance.now();
    let first = 0;
    let last: Uint8Array = Buffer.alloc(0);
    const ticket = url.split('/').at(-1) as string;
    const { body, status } = await bench.households.file({ ticket, method: 'GET' }, caller);
    if (status !== 200 || Buffer.isBuffer(body)) throw new Error(`the list was answered ${status}`);
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      last = chunk;
      first ||= performance.now() - begun;
      grown = Math.max(grown, process.memoryUsage().rss - before);
    }
    ours.push(performance.now() - begun);
    written = unpackedSize(Buffer.from(last));
    firsts.push(first);
  };
  const timeCopy = async () => {
    told = await copyOut(sql, COPY(who.range.lo, who.range.hi));
    copy.push(told.took);
  };
  // Once for the caches and the plans of both.
  await timeOurs();
  await timeCopy();
  ours.length = copy.length = firsts.length = grown = 0;
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 === 0 ? [timeOurs, timeCopy] : [timeCopy, timeOurs]) await side();
  const middle = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const times = ours.map((took, round) => (copy[round] ?? 0) / took).sort((a, b) => a - b);
  const speed = (bytes: number, all: readonly number[]) => Math.round((bytes / 1e6 / (middle(all) / 1000)) * 10) / 10;
  const bytes = written / told.bytes;
  return {
    rows: told.rows,
    ours: speed(written, ours),
    copy: speed(told.bytes, copy),
    ratio: middle(times) * bytes,
    least: (times[0] ?? 0) * bytes,
    most: (times.at(-1) ?? 0) * bytes,
    rowForRow: middle(times),
    firstByteMs: Math.round(middle(firsts)),
    grownMiB: Math.round(grown / 1024 / 1024),
  };
}

/** What the archive's directory, its last piece, says of the sizes of its parts. */
function unpackedSize(directory: Buffer): number {
  let sum = 0;
  for (let at = 0; directory.readUInt32LE(at) === 0x02014b50; at += 46 + directory.readUInt16LE(at + 28))
    sum += directory.readUInt32LE(at + 24);
  return sum;
}

/** The same columns without their words and masks, in the same order, by a role that nothing is hidden from. */
const COPY = (lo: string, hi: string) => `copy (
select r.name, r.code, coalesce(n.number, h.number), p.number, m.name, m.id_number_tail, m.relation, m.ethnicity, m.education, m.schooling, m.health, m.labour,
  m.work_place, m.work_months, m.critical_illness_insured, h.state, h.state_year, h.type, h.main_cause, l.dangerous_house, l.safe_water, l.water_difficulty,
  l.hamlet, h.phone_tail, h.id, m.id, h.version, m.version
from households.household h join households.member m on m.household_id = h.id join organisation.region r on r.id = h.region_id
left join households.living_conditions l on l.household_id = h.id left join households.national_number n on n.subject_id = h.id
left join households.national_number p on p.subject_id = m.id
where h.path >= '${lo}' and h.path < '${hi}' order by h.path, h.number, m.relation <> 'head', m.id) to stdout`;

function copyOut(client: Client, text: string): Promise<{ bytes: number; rows: number; took: number }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    let bytes = 0;
    let rows = 0;
    let broken: Error | undefined;
    const copy = {
      submit: (connection: { query(text: string): void }) => connection.query(text),
      handleCopyData: ({ chunk }: { chunk: Buffer }) => {
        bytes += chunk.length;
        rows++;
      },
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => {
        broken = error;
      },
      handleReadyForQuery: () => (broken ? reject(broken) : resolve({ bytes, rows, took: performance.now() - begun })),
    };
    client.query(copy as unknown as Submittable & { submit(connection: Connection): void });
  });
}
