// Chooses a task of the town and a quarter that are free for a report; when none is, the next best.

export interface Report {
  quarter: string;
  percent: number;
  outcome: string | null;
}

export interface TownTask {
  id: string;
  code: string;
  title: string;
  progress: Report[];
}

export interface ChosenTask {
  task: TownTask;
  quarter: string;
  why: 'free' | 'returned' | 'confirmed';
  percent: number;
}

/** The first quarter last: its reports are what the lights of that quarter rest on. */
const quarters = ['2018Q2', '2018Q3', '2018Q4', '2018Q1'];
const preference = ['free', 'returned', 'confirmed'] as const;
/** Below a hundred, because a task that is complete owes nothing in later quarters. */
const MOST = 95;
const STEP = 5;

export function chooseTask(tasks: readonly TownTask[]): ChosenTask | null {
  const open = quarters.flatMap((quarter) => tasks.flatMap((task) => candidateOf(task, quarter) ?? []));
  for (const why of preference) {
    const found = open.find((candidate) => candidate.why === why);
    if (found) return found;
  }
  return null;
}

/** What the summary of the quarter gains when a report of this task is made, and when it is confirmed. */
export function gainOf({ task, quarter }: ChosenTask): { reported: number; confirmed: number } {
  const owes = !task.progress.some(
    (each) => each.quarter < quarter && each.outcome === 'confirmed' && each.percent === 100,
  );
  const inQuarter = task.progress.filter((each) => each.quarter === quarter);
  return {
    reported: owes && !inQuarter.some(({ outcome }) => outcome !== 'returned') ? 1 : 0,
    confirmed: owes && !inQuarter.some(({ outcome }) => outcome === 'confirmed') ? 1 : 0,
  };
}

function candidateOf(task: TownTask, quarter: string): ChosenTask | null {
  const inQuarter = task.progress.filter((each) => each.quarter === quarter);
  if (inQuarter.some(({ outcome }) => outcome === null)) return null;
  const earlier = task.progress.filter((each) => each.quarter <= quarter && each.outcome === 'confirmed');
  const confirmed = Math.max(0, ...earlier.map(({ percent }) => percent));
  const percent = Math.max(confirmed, Math.min(MOST, confirmed + STEP));
  if (inQuarter.length === 0) return { task, quarter, why: 'free', percent };
  return {
    task,
    quarter,
    why: inQuarter.some(({ outcome }) => outcome === 'confirmed') ? 'confirmed' : 'returned',
    percent,
  };
}
