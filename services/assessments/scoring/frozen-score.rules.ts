// A frozen score (封存的计分): inputs and tree as they are stored and shown, figures as text, each node with where its figures came from.
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { EvidenceNode, IndicatorFigures } from './scoring.rules';
import type { Indicator } from './scoring-pack.rules';

export interface FigureSource {
  subgraph: string;
  /** the question that was asked, so that it can be asked again */
  query: string;
  unit: BilingualText;
  /** rows that were counted; null where amounts were added up */
  rows: number | null;
}

export interface FrozenFigures {
  numerator: string;
  denominator: string;
  source: FigureSource;
}

export type FrozenInputs = Partial<Record<Indicator, FrozenFigures | null>>;

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
  children: FrozenNode[];
}

export function freezeFigures(figures: IndicatorFigures, source: FigureSource): FrozenFigures {
  return { numerator: figures.numerator.toString(), denominator: figures.denominator.toString(), source };
}

export function freezeTree(of: EvidenceNode, inputs: FrozenInputs, parent: string | null = null): FrozenNode {
  return {
    ...of,
    parent,
    inputs: of.indicator === null ? null : (inputs[of.indicator] ?? null),
    children: of.children.map((child) => freezeTree(child, inputs, of.node)),
  };
}

/** The tree as a list, each node after its parent. */
export function nodesOf(tree: FrozenNode): FrozenNode[] {
  return [tree, ...tree.children.flatMap(nodesOf)];
}
