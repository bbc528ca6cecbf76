// A frozen score (封存的计分): inputs and tree as they are stored and shown, figures as text, each node with where its figures came from.
import { contentHash } from '#platform/vocabulary/canonical';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { EvidenceNode, IndicatorFigures } from './scoring.rules';
import type { Indicator } from './scoring-pack.rules';

export interface FigureSource {
  subgraph: string;
  /** the question that was asked, so that it can be asked again */
  query: string;
  unit: BilingualText;
  /** rows that were counted or added up; null where the source does not tell */
  rows: number | null;
  /** hash of these rows by their ids, so that one row less is seen also where the counts are the same */
  rowsHash: string | null;
  /** households behind these rows, where a row is not one household; null or absent where the source does not tell */
  people?: number | null;
}

export interface FrozenFigures {
  numerator: string;
  denominator: string;
  source: FigureSource;
}

export type FrozenInputs = Record<Indicator, FrozenFigures | null>;

export interface FrozenNode {
  node: string;
  parent: string | null;
  title: BilingualText;
  formula: BilingualText;
  indicator: Indicator | null;
  inputs: FrozenFigures | null;
  value: string | null;
  weight: string;
  effectiveWeight: string;
  points: string | null;
  missing: boolean;
  /** rows behind the item, and behind all items below a group */
  rows: number | null;
  /** over formula, points, figures and the nodes below: what changed is found by walking down where hashes differ */
  hash: string;
  children: FrozenNode[];
}

export function freezeFigures(figures: IndicatorFigures, source: FigureSource): FrozenFigures {
  return { numerator: figures.numerator.toString(), denominator: figures.denominator.toString(), source };
}

export function freezeTree(of: EvidenceNode, inputs: FrozenInputs, parent: string | null = null): FrozenNode {
  const children = of.children.map((child) => freezeTree(child, inputs, of.node));
  const own = of.indicator === null ? null : (inputs[of.indicator] ?? null);
  const rows = of.indicator === null ? sumOf(children.map((child) => child.rows)) : (own?.source.rows ?? null);
  const hash = contentHash({
    node: of.node,
    formula: of.formula.zh,
    points: of.points,
    effectiveWeight: of.effectiveWeight,
    figures: own && [own.numerator, own.denominator, own.source.rows, own.source.rowsHash],
    below: children.map((child) => child.hash),
  });
  return { ...of, parent, inputs: own, rows, hash, children };
}

function sumOf(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

/** The tree as a list, each node after its parent. */
export function nodesOf(tree: FrozenNode): FrozenNode[] {
  return [tree, ...tree.children.flatMap(nodesOf)];
}
