// Where nodes and links of a flow stand on a drawing (流向图布局): columns by layer, heights by amount, each node with room for its label.
import { FLOW_LAYERS, type FlowLinkTold, type FlowNodeTold } from './fund-flow.rules';

export interface FlowFrame {
  width: number;
  /** how high all the money is */
  height: number;
  bar: number;
  /** room right of the last column */
  labelWidth: number;
  /** room that a label takes */
  labelHeight: number;
}

export interface PlacedNode {
  node: FlowNodeTold;
  x: number;
  y: number;
  height: number;
}
export interface PlacedLink {
  link: FlowLinkTold;
  /** the layer that it flows into */
  to: FlowNodeTold;
  from: [x: number, y: number];
  until: [x: number, y: number];
  thickness: number;
}

const LEAST = 1;
const GAP = 8;

export function layOut(
  { total, nodes, links }: { total: bigint; nodes: readonly FlowNodeTold[]; links: readonly FlowLinkTold[] },
  { width, height, bar, labelWidth, labelHeight }: FlowFrame,
): { nodes: PlacedNode[]; links: PlacedLink[]; height: number } {
  const perFen = total === 0n ? 0 : height / Number(total);
  const step = (width - labelWidth - bar) / (FLOW_LAYERS.length - 1);
  const placed = new Map<string, PlacedNode>();
  let bottom = 0;
  FLOW_LAYERS.forEach((layer, column) => {
    let y = 0;
    for (const node of nodes.filter((each) => each.layer === layer)) {
      const tall = Math.max(LEAST, Number(node.amount) * perFen);
      placed.set(node.id, { node, x: column * step, y, height: tall });
      y += Math.max(tall + GAP, labelHeight);
    }
    bottom = Math.max(bottom, y);
  });
  const yOf = (id: string) => placed.get(id)?.y ?? 0;
  const left = new Map<string, number>();
  const take = (side: 'out' | 'in', id: string, thickness: number) => {
    const key = `${side} ${id}`;
    const at = left.get(key) ?? yOf(id);
    left.set(key, at + thickness);
    return at;
  };
  const inOrder = [...links].sort(
    (one, other) => yOf(one.fromId) - yOf(other.fromId) || yOf(one.toId) - yOf(other.toId),
  );
  const drawn = inOrder.flatMap((link): PlacedLink[] => {
    const [from, to] = [placed.get(link.fromId), placed.get(link.toId)];
    if (!from || !to) return [];
    const thickness = Number(link.amount) * perFen;
    return [
      {
        ...{ link, to: to.node, thickness },
        from: [from.x + bar, take('out', link.fromId, thickness)],
        until: [to.x, take('in', link.toId, thickness)],
      },
    ];
  });
  return { nodes: [...placed.values()], links: drawn, height: bottom };
}

/** 元 in ten thousands (万元), as reports tell it. */
export const inTenThousands = (fen: bigint): string => {
  const tenths = (fen * 100n + (fen < 0n ? -500_000n : 500_000n)) / 1_000_000n;
  const digits = tenths.toString().padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}万`;
};

/** Shares of a whole in percent with one decimal, which sum to 100.0 %: what rounding down leaves goes to the largest remainders. */
export function sharesOf(amounts: readonly bigint[]): string[] {
  const whole = amounts.reduce((sum, each) => sum + each, 0n);
  if (whole === 0n) return amounts.map(() => '0.0%');
  const tenths = amounts.map((each) => (each * 1000n) / whole);
  const left = Number(1000n - tenths.reduce((sum, each) => sum + each, 0n));
  const remainderOf = (at: number) => ((amounts[at] as bigint) * 1000n) % whole;
  const byRemainder = amounts
    .map((_, at) => at)
    .sort((one, other) => Number(remainderOf(other) - remainderOf(one)) || one - other);
  const rounded = new Set(byRemainder.slice(0, left));
  return tenths.map((each, at) => {
    const told = each + (rounded.has(at) ? 1n : 0n);
    return `${told / 10n}.${told % 10n}%`;
  });
}
