// W4, scope at no cost: the product's scoped statements beside the same with a literal WHERE clause and no row-level security, by level and kind of scope.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '#platform/process/log';
import { projectRoot } from '#platform/process/project-root';
import { type BenchDatabase, prepareDatabase, type Size } from '../ground/prepare-database';
import { drawCallers, type ScopedCaller } from './draw-callers';
import { type BothWays, openBothWays } from './open-both-ways';
import { printGrowth, printPairs, printPlans, type ScopeFigure } from './print-scope';
import { type PlanRead, readPlan } from './read-plans';
import { type ScopedStatement, scopedStatements } from './scoped-statements';
import { timePair } from './time-pairs';

export interface ScopeArguments {
  size: Size;
  rounds: number;
  /** names of callers and of statements; all where there is none */
  only: readonly string[];
}

interface Opened {
  database: BenchDatabase;
  ways: BothWays;
  callers: ScopedCaller[];
}

/** Answers the part of W4 in the JSON line. */
export async function measureScope(
  { size, rounds, only }: ScopeArguments,
  log: Log,
  say: (text: string) => void,
): Promise<unknown> {
  const told: Record<string, unknown> = {};
  const sizes: Size[] = size === 'S71' ? ['S1', 'S71'] : ['S1'];
  const opened = new Map<Size, Opened>();
  for (const each of sizes) {
    const database = await prepareDatabase(log, each);
    // Before anything is timed: what the planner knows and what the visibility map says are as they stay.
    await database.sql.query('vacuum analyze');
    opened.set(each, { database, ways: await openBothWays(database), callers: await drawCallers(database.sql, each) });
  }
  for (const [each, { database, ways, callers }] of opened) {
    const asked = pairsOf(callers, only);
    const figures: ScopeFigure[] = [];
    const plans: { who: string; statement: string; plan: PlanRead }[] = [];
    for (const [who, statement] of asked) {
      const [ours, literal] = [ways.ours(statement, who), ways.literal(statement, who)];
      if (!ours || !literal) continue;
      figures.push({
        who: who.name,
        statement: statement.name,
        ...(await timePair(`${who.name}, ${statement.name}`, ours, literal, rounds)),
      });
      const plan = await readPlan(database, statement, who);
      if (plan) plans.push({ who: who.name, statement: statement.name, plan });
    }
    say(printPairs(each, figures));
    say(printPlans(each, plans, writePlans(each, plans)));
    told[each] = printPairs.json(figures);
  }
  const [small, large] = [opened.get('S1'), opened.get('S71')];
  if (small && large) {
    const figures: ScopeFigure[] = [];
    for (const name of ['town', 'village', 'helper']) {
      const [here, there] = [small, large].map(({ callers }) => callers.find((each) => each.name === name));
      if (!here || !there) continue;
      for (const [, statement] of pairsOf([here], only)) {
        const [asS71, asS1] = [large.ways.ours(statement, there), small.ways.ours(statement, here)];
        if (asS71 && asS1)
          figures.push({
            who: name,
            statement: statement.name,
            ...(await timePair(`${name}, ${statement.name}`, asS71, asS1, rounds)),
          });
      }
    }
    say(printGrowth(figures));
    told.growth = printPairs.json(figures);
  }
  for (const { ways } of opened.values()) await ways.close();
  return told;
}

function pairsOf(callers: readonly ScopedCaller[], only: readonly string[]): [ScopedCaller, ScopedStatement][] {
  const all = callers.flatMap((who) =>
    scopedStatements.map((statement): [ScopedCaller, ScopedStatement] => [who, statement]),
  );
  return all.filter(
    ([who, statement]) => only.length === 0 || only.includes(who.name) || only.includes(statement.name),
  );
}

function writePlans(size: Size, plans: { who: string; statement: string; plan: PlanRead }[]): string {
  const folder = join(projectRoot, 'var', 'bench', 'plans');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `w4-${size.toLowerCase()}.txt`);
  writeFileSync(
    file,
    plans.map(({ who, statement, plan }) => `# ${who}: ${statement} (${plan.kind})\n${plan.full}\n`).join('\n'),
  );
  return file;
}
