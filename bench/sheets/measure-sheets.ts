// W9 and W10: what comes in by sheets and lists and what goes out, beside COPY in and COPY out.
import type { Log } from '#platform/process/log';
import { prepareDatabase, type Size } from '../ground/prepare-database';
import { drawCallers } from '../scope/draw-callers';
import { type BulkFigure, measureDivisions } from './measure-divisions';
import { measureExport } from './measure-export';
import { measureHouseholds } from './measure-households';
import { openSheetBench } from './open-desk';

export interface SheetArguments {
  size: Size;
  rounds: number;
  /** W9: villages of the country, and households */
  divisions: number;
  households: number;
  only: readonly ('W9' | 'W10')[];
}

type Say = (text: string) => void;

/** Answers the parts of W9 and W10 in the JSON line. */
export async function measureSheets(asked: SheetArguments, log: Log, say: Say): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {};
  const database = await prepareDatabase(log, asked.size);
  await database.sql.query('vacuum analyze');
  const callers = await drawCallers(database.sql, asked.size);
  const callerOf = (...names: string[]) => {
    const found = names.flatMap((name) => callers.find((each) => each.name === name) ?? [])[0];
    if (!found) throw new Error(`nobody is ${names.join(' or ')}`);
    return found;
  };
  const bench = await openSheetBench(database, log);
  if (asked.only.includes('W9')) {
    const divisions = await measureDivisions(database.sql, asked.divisions, asked.rounds);
    say(lineOf('W9 divisions', divisions));
    const { households: count, rounds } = asked;
    const households = await measureHouseholds(database.sql, bench, callerOf('district'), {
      households: count,
      rounds,
    });
    say(`${lineOf(`W9 ${count} households`, households)} · sealing ${households.sealing}/s a thread, apart`);
    told.W9 = { divisions, households };
  }
  if (asked.only.includes('W10')) {
    const figure = await measureExport(database.sql, bench, callerOf('big city', 'city'), asked.rounds);
    const { rows, ours, copy, ratio, least, most, rowForRow, firstByteMs, grownMiB } = figure;
    say(
      `W10 ${asked.size} ${rows} rows: ${ours} MB/s, COPY TO ${copy} MB/s, ratio ${ratio.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)}), row for row ${rowForRow.toFixed(2)} · first byte ${firstByteMs} ms · RSS +${grownMiB} MiB`,
    );
    told.W10 = figure;
  }
  await bench.close();
  return told;
}

function lineOf(what: string, { rows, ours, copy, ratio, least, most }: BulkFigure): string {
  return `${what}, ${rows} rows: ${ours} rows/s, COPY ${copy} rows/s, ratio ${ratio.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}
