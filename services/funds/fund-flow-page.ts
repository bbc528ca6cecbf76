// The flow of a year's money as a page (资金流向图): drawn for a wide screen and paper, and once more for a telephone, with the outcomes below as a table.
import type { MadeFile } from '#platform/graph/files/file-answer';
import { policyOfStyle, safeText } from '#platform/graph/files/printed-page';
import { formatYuan } from '#platform/vocabulary/money';
import { type FlowLinkTold, type FlowNames, type FlowNodeTold, nameOfFlowNode } from './trace/fund-flow.rules';
import { type FlowFrame, inTenThousands, layOut, sharesOf } from './trace/fund-flow-layout.rules';

const STYLE = `
@page { size: A4 landscape; margin: 12mm 15mm; }
body { margin: 0 auto; max-width: 280mm; color: #000; background: #fff; font: 10.5pt/1.4 宋体, SimSun, 'Noto Serif CJK SC', serif; }
h1 { margin: 0 0 2mm; font-size: 16pt; text-align: center; }
p { margin: 1mm 0 3mm; color: #555; font-size: 9pt; }
svg { display: block; width: 100%; height: auto; }
text { fill: #000; stroke: #fff; stroke-width: 3px; paint-order: stroke; font-family: inherit; }
.sum { fill: #444; }
.narrow { display: none; }
table { width: 100%; margin-top: 4mm; border-collapse: collapse; break-inside: avoid; }
th, td { padding: 0.7mm 1.5mm; border: 0.6pt solid #000; text-align: left; }
.amount { text-align: right; white-space: nowrap; }
@media screen { body { padding: 6mm 4mm; } }
@media screen and (max-width: 640px) { .wide { display: none; } .narrow { display: block; } h1 { font-size: 13pt; } }
`;
const PAGE_POLICY = policyOfStyle(STYLE);

interface DrawnFrame extends FlowFrame {
  name: 'wide' | 'narrow';
  type: number;
}
const FRAMES: readonly DrawnFrame[] = [
  { name: 'wide', width: 1060, height: 420, bar: 14, labelWidth: 150, labelHeight: 36, type: 12.5 },
  { name: 'narrow', width: 350, height: 420, bar: 7, labelWidth: 66, labelHeight: 38, type: 9.5 },
];

const OTHER = '#7d93ad';
const colours: Readonly<Record<string, string>> = {
  ...{
    'outcome|spent': '#2f7d4f',
    'outcome|waiting': '#c98a1b',
    'outcome|returned': '#b23b3b',
    'outcome|left': '#8a8a8a',
  },
  ...{ source: '#2c4a6e', use: '#3f6796', region: '#5d86b3', way: OTHER },
};
const colourOf = ({ id, layer }: FlowNodeTold) => colours[id] ?? colours[layer] ?? OTHER;

export interface FlowPage {
  place: string;
  year: number;
  banner: string;
  flow: { total: bigint; nodes: readonly FlowNodeTold[]; links: readonly FlowLinkTold[] };
  names: FlowNames;
}

const round = (value: number) => Math.round(value * 10) / 10;

function drawingOf({ flow, names }: FlowPage, frame: DrawnFrame): string {
  const { nodes, links, height } = layOut(flow, frame);
  const { bar, type, name } = frame;
  const ribbons = links.map(({ from: [x, y], until: [toX, toY], thickness, to, link }) => {
    const tall = Math.max(0.4, thickness);
    const middle = (x + toX) / 2;
    const over = [x, y, middle, y, middle, toY, toX, toY].map(round);
    const under = [toX, toY + tall, middle, toY + tall, middle, y + tall, x, y + tall].map(round);
    const curve = ([fromX, fromY, ...rest]: number[]) => `${fromX} ${fromY}C${rest.join(' ')}`;
    return `<path d="M${curve(over)}L${curve(under)}Z" fill="${colourOf(to)}" fill-opacity="0.35"><title>${safeText(inTenThousands(link.amount))}</title></path>`;
  });
  const bars = nodes.map(({ node, x, y, height: tall }) => {
    // A book and its direction stand below each other; a telephone has room for few signs a line.
    const most = name === 'wide' ? 12 : 6;
    const lines = nameOfFlowNode(node, names)
      .zh.split('·')
      .map((part) => (part.length > most ? `${part.slice(0, most - 1)}…` : part));
    const told = [...lines, inTenThousands(node.amount)].map(
      (line, at) =>
        `<tspan x="${round(x + bar + 3)}" dy="${at === 0 ? round(type * 0.9) : round(type * 1.1)}"${at === lines.length ? ' class="sum"' : ''}>${safeText(line)}</tspan>`,
    );
    return `<rect x="${round(x)}" y="${round(y)}" width="${bar}" height="${round(tall)}" fill="${colourOf(node)}"/><text y="${round(y)}" font-size="${type}">${told.join('')}</text>`;
  });
  return `<svg class="${name}" viewBox="0 -2 ${frame.width} ${Math.ceil(height) + 14}" role="img" aria-label="资金流向图">${ribbons.join('')}${bars.join('')}</svg>`;
}

function outcomesOf({ flow, names }: FlowPage): string {
  const outcomes = flow.nodes.filter(({ layer }) => layer === 'outcome');
  const shares = sharesOf(outcomes.map(({ amount }) => amount));
  const rows = outcomes.map(
    (node, at) =>
      `<tr><td>${safeText(nameOfFlowNode(node, names).zh)}</td><td class="amount">${formatYuan(node.amount)}</td><td class="amount">${shares[at]}</td></tr>`,
  );
  return `<table><thead><tr><th>去向</th><th class="amount">金额（元）</th><th class="amount">占比</th></tr></thead><tbody>${rows.join('')}<tr><td>合计</td><td class="amount">${formatYuan(flow.total)}</td><td class="amount">${flow.total === 0n ? '' : '100.0%'}</td></tr></tbody></table>`;
}

export function fundFlowPage(page: FlowPage): MadeFile {
  const { place, year, banner, flow } = page;
  const title = `${place}扶贫资金流向图（${year} 年度）`;
  const body =
    flow.nodes.length === 0
      ? '<p>本年度没有已下达的资金。</p>'
      : FRAMES.map((frame) => drawingOf(page, frame)).join('') + outcomesOf(page);
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safeText(title)}</title><style>${STYLE}</style></head><body><h1>${safeText(title)}</h1>${body}<p>${safeText(banner)}</p></body></html>`;
  return {
    ...{ name: `${title}.html`, contentType: 'text/html; charset=utf-8', inline: true },
    ...{ contentPolicy: PAGE_POLICY, body: Buffer.from(html) },
  };
}
