// What a tour finds, in the order in which it finds it: lines and tables to read, figures to keep, checks that agree or do not.

export interface Check {
  says: string;
  agrees: boolean;
  expected?: string;
  found?: string;
}

export interface Table {
  columns: string[];
  rows: string[][];
}

export type Item =
  | { kind: 'title'; text: string }
  | { kind: 'line'; text: string }
  | ({ kind: 'table' } & Table)
  | ({ kind: 'check' } & Check);

export interface Section {
  step: string;
  title: string;
  figures: Record<string, unknown>;
  checks: Check[];
}

export class TourRecord {
  readonly sections: Section[] = [];

  /** `tell` hears each item as soon as it is there. */
  constructor(private readonly tell: (item: Item) => void = () => undefined) {}

  begin(step: string, title: string): void {
    this.sections.push({ step, title, figures: {}, checks: [] });
    this.tell({ kind: 'title', text: title });
  }

  line(text: string): void {
    this.tell({ kind: 'line', text });
  }

  table(columns: string[], rows: string[][]): void {
    this.tell({ kind: 'table', columns, rows });
  }

  figure(name: string, value: unknown): void {
    this.present.figures[name] = value;
  }

  /** Two figures that must be the same: both are told when they are not. */
  same(says: string, expected: unknown, found: unknown): boolean {
    const [wanted, got] = [textOf(expected), textOf(found)];
    return this.check(says, wanted === got, wanted, got);
  }

  check(says: string, agrees: boolean, expected?: string, found?: string): boolean {
    const check = agrees ? { says, agrees } : { says, agrees, expected, found };
    this.present.checks.push(check);
    this.tell({ kind: 'check', ...check });
    return agrees;
  }

  get checks(): Check[] {
    return this.sections.flatMap((section) => section.checks);
  }

  get agrees(): boolean {
    return this.checks.length > 0 && this.checks.every((check) => check.agrees);
  }

  private get present(): Section {
    const section = this.sections.at(-1);
    if (!section) throw new Error('a tour begins with a section');
    return section;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return (
    JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? each.toString() : each)) ?? 'undefined'
  );
}
