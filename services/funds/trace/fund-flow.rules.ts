// The flow of a year's money for drawing (资金流向图): cells become the nodes of five layers and the links between them, whose sums close because they are sums of the same cells.

export interface FlowCell {
  sourceLevel: string;
  book: string;
  direction: string | null;
  regionId: string | null;
  /** null of what is not paid */
  way: string | null;
  outcome: string;
  fen: bigint;
}

export const FLOW_LAYERS = ['source', 'use', 'region', 'way', 'outcome'] as const;
export type FlowLayer = (typeof FLOW_LAYERS)[number];

export interface FlowNodeTold {
  id: string;
  layer: FlowLayer;
  code: string;
  regionId: string | null;
  amount: bigint;
}
export interface FlowLinkTold {
  fromId: string;
  toId: string;
  amount: bigint;
}

const stepsOf = ({ sourceLevel, book, direction, regionId, way, outcome }: FlowCell): [FlowLayer, string][] => [
  ['source', sourceLevel],
  ['use', direction === null ? book : `${book}/${direction}`],
  ['region', regionId ?? ''],
  ...(way === null ? [] : [['way', way] as [FlowLayer, string]]),
  ['outcome', outcome],
];

/** Layer by layer, the largest first. */
export function flowOf(cells: readonly FlowCell[]): { total: bigint; nodes: FlowNodeTold[]; links: FlowLinkTold[] } {
  const nodes = new Map<string, FlowNodeTold>();
  const links = new Map<string, FlowLinkTold>();
  let total = 0n;
  for (const cell of cells) {
    total += cell.fen;
    let before: string | null = null;
    for (const [layer, code] of stepsOf(cell)) {
      const id = `${layer}|${code}`;
      const node = nodes.get(id) ?? {
        id,
        layer,
        code,
        regionId: layer === 'region' ? cell.regionId : null,
        amount: 0n,
      };
      node.amount += cell.fen;
      nodes.set(id, node);
      if (before !== null) {
        const key = `${before} ${id}`;
        const link = links.get(key) ?? { fromId: before, toId: id, amount: 0n };
        link.amount += cell.fen;
        links.set(key, link);
      }
      before = id;
    }
  }
  const order = ({ layer }: FlowNodeTold) => FLOW_LAYERS.indexOf(layer);
  return {
    total,
    nodes: [...nodes.values()].sort(
      (one, other) => order(one) - order(other) || Number(other.amount - one.amount) || (one.id < other.id ? -1 : 1),
    ),
    links: [...links.values()],
  };
}

/** What the codes of layers are called; directions are named by the pack of uses, regions by organisation. */
export const flowWords: Readonly<Record<string, { zh: string; en: string }>> = {
  'source|central': { zh: '中央', en: 'central' },
  'source|province': { zh: '省级', en: 'province' },
  'source|city': { zh: '市级', en: 'city' },
  'source|district': { zh: '区级', en: 'district' },
  'use|special': { zh: '财政专项', en: 'special funds' },
  'use|integrated': { zh: '行业与整合', en: 'sector and integrated' },
  'use|donation': { zh: '社会捐赠', en: 'donations' },
  'use|medical': { zh: '医疗结算', en: 'medical claims' },
  'way|card': { zh: '一卡通', en: 'one-card' },
  'way|order': { zh: '支付令', en: 'payment order' },
  'way|asset': { zh: '资产收益', en: 'yield of assets' },
  'way|stages': { zh: '分阶段报账', en: 'paid in stages' },
  'way|fund': { zh: '基金付款', en: 'charity fund' },
  'outcome|spent': { zh: '已到最终收款人', en: 'spent' },
  'outcome|waiting': { zh: '已申请待支付', en: 'waits to be paid' },
  'outcome|returned': { zh: '退回未重发', en: 'came back' },
  'outcome|left': { zh: '未使用', en: 'left' },
  'outcome|carried': { zh: '结转下年', en: 'carried over' },
  'outcome|reclaimed': { zh: '已收回', en: 'reclaimed' },
  'outcome|passed': { zh: '下达其他地区', en: 'passed to other regions' },
};

export interface FlowNames {
  direction(code: string): { zh: string; en: string } | undefined;
  region(id: string): string | undefined;
}

export function nameOfFlowNode({ id, layer, code }: Pick<FlowNodeTold, 'id' | 'layer' | 'code'>, names: FlowNames) {
  if (layer === 'region') {
    const name = names.region(code) ?? '';
    return { zh: name, en: name };
  }
  const [book = '', direction] = code.split('/');
  const of = flowWords[layer === 'use' ? `use|${book}` : id] ?? { zh: code, en: code };
  if (direction === undefined) return of;
  const named = names.direction(direction) ?? { zh: direction, en: direction };
  return { zh: `${of.zh}·${named.zh}`, en: `${of.en}, ${named.en}` };
}
