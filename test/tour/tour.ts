// `npm run tour`: a walk through the running graph, over HTTP alone; it ends with 0 only when every figure agrees.
import { printItem } from './print-item';
import { readTourInput } from './read-tour-input';
import { runTour } from './run-tour';
import { GraphUnreachable } from './tour-client';
import { TourRecord } from './tour-record';

const DEFAULT_URL = 'http://127.0.0.1:4000/graphql';
const UNREACHABLE = 2;

async function tour(): Promise<number> {
  const asJson = process.argv.includes('--json');
  const url = process.env.GRAPH_URL || DEFAULT_URL;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const record = new TourRecord(asJson ? undefined : (item) => say(printItem(item)));
  const begun = Date.now();
  try {
    const { stamp } = await runTour(readTourInput(url), record);
    const failed = record.checks.filter((check) => !check.agrees);
    const seconds = (Date.now() - begun) / 1000;
    if (asJson) say(JSON.stringify({ url, stamp, agrees: record.agrees, seconds, sections: record.sections }, null, 2));
    else
      say(
        summaryOf(
          record.checks.length,
          failed.map(({ says }) => says),
          seconds,
        ),
      );
    return record.agrees ? 0 : 1;
  } catch (error) {
    if (!(error instanceof GraphUnreachable)) throw error;
    process.stderr.write(
      `连不上图 ${url}（${error.message}）：请先运行 npm start，或用 GRAPH_URL 指明地址 · no graph at ${url} (${error.message}): run npm start first, or name its address with GRAPH_URL\n`,
    );
    return UNREACHABLE;
  }
}

function summaryOf(checks: number, failed: readonly string[], seconds: number): string {
  const took = `${seconds.toFixed(1)} s`;
  if (failed.length === 0) return `\n✓ ${checks} 项全部一致 · all ${checks} checks agree, ${took}\n`;
  return `\n✗ ${checks} 项中 ${failed.length} 项不一致 · ${failed.length} of ${checks} checks do not agree, ${took}\n${failed.map((says) => `  ✗ ${says}`).join('\n')}\n`;
}

tour().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`✗ ${error.message}\n`);
    process.exitCode = 1;
  },
);
