// The managing tree as it is and as it was (管理树及其沿革): which rows of today roll up to a region by the tree of a day gone by.
import type { CalendarDay } from './calendar-day';
import { isWithin, type PathRange, subtreeOf } from './region';

export interface PresentRegion {
  id: string;
  path: string;
  /** the day from which it lies there; `-infinity` when it always did */
  from: string;
  /** the region that it was split from */
  originId?: string | null;
}

export interface PastPlace {
  id: string;
  path: string;
  from: string;
  /** exclusive */
  until: string;
}

/** A region that has ended: its rows lie under its successor. */
export interface EndedRegion {
  id: string;
  path: string;
  on: string;
  originId?: string | null;
}

/** Every row's path is the present path of one region, open or ended. */
interface Node {
  id: string;
  path: string;
}

export class RegionTree {
  private readonly open: ReadonlyMap<string, PresentRegion>;
  private readonly ended: ReadonlyMap<string, EndedRegion>;
  private readonly past = new Map<string, PastPlace[]>();
  /** in the order of paths */
  private readonly nodes: readonly Node[];
  private readonly byPath: ReadonlyMap<string, string>;
  /** from this day on the tree is the present one */
  private readonly settledFrom: string;
  private readonly known = new Map<string, PathRange[] | null>();

  constructor(
    readonly epoch: number,
    open: readonly PresentRegion[],
    past: readonly PastPlace[] = [],
    ended: readonly EndedRegion[] = [],
  ) {
    this.open = new Map(open.map((region) => [region.id, region]));
    this.ended = new Map(ended.map((region) => [region.id, region]));
    for (const place of past) this.past.set(place.id, [...(this.past.get(place.id) ?? []), place]);
    this.nodes = [...open, ...ended]
      .map(({ id, path }) => ({ id, path }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    this.byPath = new Map(this.nodes.map(({ id, path }) => [path, id]));
    const days = [...open.map(({ from }) => from), ...ended.map(({ on }) => on)];
    this.settledFrom = days.reduce((latest, day) => (day > latest ? day : latest), '-infinity');
  }

  /** null for a region that is not there, or no longer. */
  pathOf(id: string): string | null {
    return this.open.get(id)?.path ?? null;
  }

  /** The region above in the present tree; null for the top one, and for what is not there. */
  parentOf(id: string): string | null {
    const path = this.open.get(id)?.path ?? this.ended.get(id)?.path;
    return path === undefined ? null : this.holderOf(path);
  }

  /** Ranges of present paths that together are the region on that day; null when it was not there on that day. */
  rangesOn(id: string, day: CalendarDay): PathRange[] | null {
    if (day >= this.settledFrom) {
      const path = this.pathOf(id);
      return path === null ? null : [subtreeOf(path)];
    }
    const key = `${day} ${id}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = this.find(id, day);
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(key, found);
    }
    return found;
  }

  private find(id: string, day: string): PathRange[] | null {
    const path = this.pathOn(id, day);
    if (path === null) return null;
    const range = subtreeOf(path);
    const ranges: PathRange[] = [];
    let beside = true;
    for (const node of this.nodes) {
      const belongs = this.belongs(node.id, day, range, 0);
      // `!` sorts before every digit: the node's own rows, and nothing below it.
      const own = { lo: node.path, hi: `${node.path}!` };
      const last = ranges.at(-1);
      if (belongs && last && !beside) last.hi = own.hi;
      else if (belongs) ranges.push(own);
      beside = !belongs;
    }
    return ranges;
  }

  /** What had not been founded belonged to what it was split from; what had ended, to whatever holds its rows. */
  private belongs(id: string, day: string, range: PathRange, steps: number): boolean {
    const path = this.pathOn(id, day);
    if (path !== null) return isWithin(path, range);
    if (steps > this.nodes.length) return false;
    const ended = this.ended.get(id);
    const next =
      ended && ended.on <= day ? this.holderOf(ended.path) : (ended?.originId ?? this.open.get(id)?.originId);
    return next ? this.belongs(next, day, range, steps + 1) : false;
  }

  private pathOn(id: string, day: string): string | null {
    const present = this.open.get(id);
    if (present && present.from <= day) return present.path;
    return this.past.get(id)?.find(({ from, until }) => from <= day && day < until)?.path ?? null;
  }

  private holderOf(path: string): string | null {
    for (let above = path.slice(0, -LABEL); above !== ''; above = above.slice(0, -LABEL)) {
      const id = this.byPath.get(above);
      if (id !== undefined) return id;
    }
    return null;
  }
}

/** Four digits and a slash. */
const LABEL = 5;
const MOST_KNOWN = 5000;
