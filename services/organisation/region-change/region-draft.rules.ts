// A draft of the managing tree (区划草案) on which the steps of a re-organisation are tried, one after the other.
import type { RegionKind } from '#platform/vocabulary/region';
import type { RegionPlan, RegionStep, TreeRegion } from './region-step.rules';

export interface DraftRegion extends TreeRegion {
  founded: boolean;
  touched: boolean;
  wasEnded: boolean;
  successorId: string | null;
  originId: string | null;
}

type Fail = (zh: string, en: string) => never;

/** Which kinds each kind may be managed by. */
const above: Readonly<Record<RegionKind, readonly RegionKind[]>> = {
  province: [],
  city: ['province'],
  district: ['city'],
  zone: ['city'],
  town: ['district', 'zone'],
  village: ['town'],
};
const fresh = { founded: false, touched: false, wasEnded: false, successorId: null, originId: null };

export class RegionDraft {
  readonly moves: RegionPlan['moves'] = [];
  private readonly nodes: Map<string, DraftRegion>;
  private readonly keys = new Map<string, string>();
  /** every path that was ever given: a label is given once */
  private readonly paths: string[];
  private readonly codes: ReadonlySet<string | null>;

  constructor(
    tree: readonly TreeRegion[],
    used: readonly string[],
    private readonly effectiveOn: string,
    private readonly fail: Fail,
  ) {
    this.nodes = new Map(tree.map((region) => [region.id, { ...region, ...fresh, wasEnded: region.validTo !== null }]));
    this.paths = [...used, ...tree.map(({ path }) => path)];
    this.codes = new Set(tree.filter(({ validTo }) => validTo === null).map(({ code }) => code));
  }

  get all(): DraftRegion[] {
    return [...this.nodes.values()];
  }

  found({ kind, name, code, key, into, origin }: RegionStep, id: string): void {
    const parent = this.open(into);
    if (!kind || !name) this.fail('新设须有类别与名称', 'what is founded has a kind and a name');
    if (key && this.keys.has(key)) this.fail('代号重复', 'this key was given before');
    this.checkPlace(kind, parent);
    if ((kind === 'zone') === Boolean(code))
      this.fail('功能区没有区划代码，其他地区须有', 'a zone has no division code, all others have one');
    const from = origin ? this.open(origin) : null;
    if (from && from.kind !== kind) this.fail('只能由同类地区析置', 'a region is split from one of its own kind');
    this.nodes.set(id, {
      ...fresh,
      ...{ id, name, kind, code: code ? this.newCode(code) : null },
      parentId: parent.id,
      // A zone has no code, so that no code can stand under it: what is split keeps the statistical parent it had.
      statisticalParentId: kind === 'zone' ? null : (from?.statisticalParentId ?? parent.id),
      path: this.nextPath(parent.path),
      validFrom: this.effectiveOn,
      validTo: null,
      founded: true,
      originId: from?.id ?? null,
    });
    if (key) this.keys.set(key, id);
  }

  rename({ region, name, code }: RegionStep): void {
    const node = this.changeable(region);
    if (!name && !code) this.fail('更名须有新名称或新代码', 'a renaming has a new name or a new code');
    if (code) this.recode(node, this.newCode(code));
    if (name) node.name = name;
    node.touched = true;
  }

  move({ region, into }: RegionStep): void {
    const node = this.changeable(region);
    const parent = this.open(into);
    this.checkPlace(node.kind, parent);
    if (parent.id === node.parentId) this.fail('已隶属该地区', 'it is managed by that region already');
    node.parentId = parent.id;
    this.carry(node, this.nextPath(parent.path));
  }

  /** Its rows stay its own and lie under the successor from then on. */
  end({ region, into }: RegionStep): void {
    const node = this.changeable(region);
    const successor = this.open(into);
    if (successor.kind !== node.kind || successor.id === node.id)
      this.fail('只能并入另一同类地区', 'a region ends into another one of its kind');
    const open = this.all.filter(({ validTo }) => validTo === null);
    if (open.some(({ parentId }) => parentId === node.id))
      this.fail('尚有下级地区未划出', 'regions are still managed by it');
    for (const each of open.filter(({ statisticalParentId }) => statisticalParentId === node.id)) {
      each.statisticalParentId = successor.id;
      each.touched = true;
    }
    node.validTo = this.effectiveOn;
    node.successorId = successor.id;
    this.carry(node, this.nextPath(successor.path));
  }

  private open(given: string | null | undefined): DraftRegion {
    const node = this.nodes.get(this.keys.get(given ?? '') ?? given ?? '');
    if (node && node.validTo === null) return node;
    return this.fail('地区不存在或已撤销', 'there is no such region, or it has ended');
  }

  private changeable(given: string | null | undefined): DraftRegion {
    const node = this.open(given);
    if (!node.founded && node.validFrom >= this.effectiveOn)
      this.fail('该日或其后此地区已另有变更', 'this region was changed on or after that day');
    return node;
  }

  private checkPlace(kind: RegionKind, parent: DraftRegion): void {
    if (!above[kind].includes(parent.kind))
      this.fail(`${kind} 不能隶属 ${parent.kind}`, `a ${kind} is not managed by a ${parent.kind}`);
  }

  private newCode(code: string): string {
    if (!/^[0-9]{6}([0-9]{3}([0-9]{3})?)?$/.test(code))
      this.fail('区划代码须为 6、9 或 12 位数字', 'a division code has 6, 9 or 12 digits');
    if (this.codes.has(code)) this.fail('区划代码已被使用', 'this division code is in use');
    return code;
  }

  /** A town of a zone has the code of a district: a code goes down by its digits, not by the managing tree. */
  private recode(node: DraftRegion, code: string): void {
    const old = node.code;
    if (old === null) this.fail('功能区没有区划代码', 'a zone has no division code');
    if (old.length !== code.length) this.fail('新旧代码位数须相同', 'the new code has as many digits as the old one');
    for (const each of this.nodes.values()) {
      if (!each.code?.startsWith(old) || each.validTo !== null) continue;
      each.code = code + each.code.slice(old.length);
      each.touched = true;
    }
  }

  private carry({ path }: DraftRegion, to: string): void {
    this.moves.push({ from: path, to });
    for (const each of this.nodes.values()) {
      if (!each.path.startsWith(path)) continue;
      each.path = to + each.path.slice(path.length);
      each.touched = true;
    }
  }

  private nextPath(parent: string): string {
    const labels = [...this.paths, ...this.all.map(({ path }) => path)]
      .filter((path) => path.length > parent.length && path.startsWith(parent))
      .map((path) => Number(path.slice(parent.length, parent.length + 4)));
    const path = `${parent}${String(Math.max(0, ...labels) + 1).padStart(4, '0')}/`;
    this.paths.push(path);
    return path;
  }
}
