// A draft of the units (单位草案) on which the steps of a reform are tried, one after the other.
import { UnitKind } from '../unit/unit-kind.rules';
import type { StandingUnit, UnitPlan, UnitStep } from './unit-step.rules';

/** Who treats and who pays goes on in its own kind: bills name them. */
const ofTheirOwn: readonly UnitKind[] = [UnitKind.hospital, UnitKind.payer];

type Fail = (zh: string, en: string) => never;

export class UnitDraft {
  readonly founded: UnitPlan['founded'] = [];
  readonly renamed: UnitPlan['renamed'] = [];
  readonly merged: UnitPlan['merged'] = [];
  private readonly known: ReadonlyMap<string, StandingUnit>;
  private readonly codes: Set<string>;
  private readonly keys = new Map<string, string>();
  private readonly changed = new Set<string>();

  constructor(
    units: readonly StandingUnit[],
    private readonly effectiveOn: string,
    private readonly fail: Fail,
  ) {
    this.known = new Map(units.map((unit) => [unit.id, unit]));
    this.codes = new Set(units.map(({ code }) => code));
  }

  found({ code, name, kind, line = null, region, inLeadingGroup, key }: UnitStep, id: string): void {
    if (!code || !name || !kind || !region)
      this.fail('新设单位须有代号、名称、类别与地区', 'what is founded has a code, a name, a kind and a region');
    if (kind === UnitKind.hospital)
      this.fail('定点医疗机构须经认定，不在此新设', 'a hospital is designated with its grade, not founded here');
    if (this.codes.has(code)) this.fail('单位代号已被使用', 'this code is in use');
    if (key && this.keys.has(key)) this.fail('代号重复', 'this key was given before');
    this.codes.add(code);
    if (key) this.keys.set(key, id);
    this.founded.push({ id, code, name, kind, line, regionId: region, inLeadingGroup: inLeadingGroup ?? false });
  }

  rename({ unit, name }: UnitStep): void {
    const { id, name: present } = this.changeable(unit);
    if (!name || name === present) this.fail('更名须有新名称', 'a renaming has another name');
    this.renamed.push({ id, name });
  }

  /** What is open of it is the successor's from then on; what was decided stays its own. */
  merge({ unit, into }: UnitStep): void {
    const { id, kind } = this.changeable(unit);
    const to = this.keys.get(into ?? '') ?? into ?? '';
    const successor = this.founded.find((each) => each.id === to) ?? this.standing(to);
    if (to === id) this.fail('不能并入自身', 'a unit is not merged into itself');
    if (kind !== successor.kind && [kind, successor.kind].some((each) => ofTheirOwn.includes(each)))
      this.fail('医疗机构、支付方只能并入同类单位', 'hospitals and payers are merged into their own kind');
    this.merged.push({ from: id, to });
  }

  /** What only the whole shows: told of the last step. */
  checkWhole(): void {
    const gone = new Set(this.merged.map(({ from }) => from));
    if (this.merged.some(({ to }) => gone.has(to)))
      this.fail(
        '承继单位在同一改革中撤销，请写明最后的承继单位',
        'the successor ends in the same reform: name the last one',
      );
  }

  /** The units that stood before and that it stands on. */
  get touched(): UnitPlan['touched'] {
    const ids = [...this.renamed.map(({ id }) => id), ...this.merged.flatMap(({ from, to }) => [from, to])];
    return [...new Set(ids)].flatMap((id) => {
      const unit = this.known.get(id);
      return unit ? [{ id, name: unit.name }] : [];
    });
  }

  private changeable(given: string | null | undefined): StandingUnit {
    const unit = this.standing(given ?? '');
    if (this.changed.has(unit.id)) this.fail('同一单位只能变更一次', 'a unit is changed once in a reform');
    this.changed.add(unit.id);
    return unit;
  }

  private standing(id: string): StandingUnit {
    const unit = this.known.get(id);
    if (!unit || unit.endedOn !== null) this.fail('单位不存在或已撤销', 'there is no such unit, or it has ended');
    if (unit.namedOn !== null && unit.namedOn >= this.effectiveOn)
      this.fail(`该日或其后${unit.name}已另有变更`, `${unit.name} was changed on or after that day`);
    return unit;
  }
}
