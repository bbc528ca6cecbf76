// What a re-organisation (区划调整) comes to: worked out before anybody approves it, and carried out as it was approved.
import { type DraftRegion, RegionDraft } from './region-draft.rules';
import { type RegionPlan, type RegionStep, StepMisfit, type TreeRegion } from './region-step.rules';

/** `used`: paths of former days. `newId` makes the ids of what is founded. */
export function planRegionChange(
  tree: readonly TreeRegion[],
  used: readonly string[],
  steps: readonly RegionStep[],
  effectiveOn: string,
  newId: () => string,
): RegionPlan {
  let at = 0;
  const draft = new RegionDraft(tree, used, effectiveOn, (zh, en) => {
    throw new StepMisfit(at, zh, en);
  });
  for (const step of steps) {
    at += 1;
    if (step.verb === 'found') draft.found(step, newId());
    else draft[step.verb](step);
  }
  checkWhole(draft.all, effectiveOn);
  return planOf(draft, effectiveOn);
}

/** What only the whole shows: told of the last step. */
function checkWhole(nodes: readonly DraftRegion[], effectiveOn: string): void {
  const late = nodes.find((node) => changes(node) && node.validFrom >= effectiveOn);
  if (late)
    throw new StepMisfit(0, `该日或其后${late.name}已另有变更`, `${late.name} was changed on or after that day`);
  const codes = new Set<string>();
  for (const { code, validTo } of nodes) {
    if (code === null || validTo !== null) continue;
    if (codes.has(code)) throw new StepMisfit(0, `区划代码重复：${code}`, `two regions would bear the code ${code}`);
    codes.add(code);
  }
}

function planOf(draft: RegionDraft, effectiveOn: string): RegionPlan {
  const { all, moves } = draft;
  const placed = ({ id, code, name, parentId, statisticalParentId, path }: DraftRegion) => ({
    ...{ id, code, name, parentId, statisticalParentId, path },
  });
  return {
    effectiveOn,
    rows: all
      .filter(({ touched, founded }) => touched && !founded)
      .map((node) => ({
        ...placed(node),
        successorId: node.successorId,
        ends: node.validTo !== null && !node.wasEnded,
        past: node.wasEnded,
      })),
    founded: all
      .filter(({ founded }) => founded)
      .map((node) => ({ ...placed(node), kind: node.kind, originId: node.originId })),
    moves,
    ended: all.filter(({ validTo, wasEnded }) => validTo !== null && !wasEnded).map(({ id }) => id),
  };
}

function changes({ touched, founded, wasEnded }: DraftRegion): boolean {
  return touched && !founded && !wasEnded;
}
