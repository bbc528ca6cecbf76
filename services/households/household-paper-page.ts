// A paper of a household as a page for A4 (打印页面): the page's own style is all it may use; on a phone its tables scroll by themselves.
import { policyOfStyle, safeText } from '#platform/graph/files/printed-page';
import type { Paper } from './paper/household-paper.rules';
import type { PaperTable } from './paper/income-sheet.rules';

const STYLE = `
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; color: #000; background: #fff; font: 10.5pt/1.5 FangSong, STFangsong, 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif; }
section + section { break-before: page; }
h1 { margin: 0 0 2mm; text-align: center; font-size: 22pt; letter-spacing: 4pt; }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; padding-bottom: 2mm; border-bottom: 1.2pt solid #000; }
dl { display: grid; grid-template-columns: 1fr 1fr; margin: 3mm 0 0; border: 0.6pt solid #000; }
dl div { display: flex; border-bottom: 0.4pt solid #999; }
dl div:last-child:nth-child(odd) { grid-column: 1 / -1; }
dt { flex: 0 0 26mm; padding: 1mm 2mm; font-weight: bold; }
dd { flex: 1; margin: 0; padding: 1mm 2mm; overflow-wrap: anywhere; }
table { width: 100%; margin-top: 4mm; border-collapse: collapse; font-size: 9pt; line-height: 1.4; }
caption { padding: 1mm 0; text-align: left; font: bold 11pt/1.4 SimHei, 'Noto Sans CJK SC', sans-serif; break-after: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.8mm 1.2mm; border: 0.6pt solid #000; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th, .short { white-space: nowrap; }
.signs { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4mm; margin-top: 9mm; break-inside: avoid; }
@media screen { body { padding: 8mm 4mm; } }
@media screen and (max-width: 600px) { dl { grid-template-columns: 1fr; } .wide { overflow-x: auto; } .wide table { min-width: 150mm; } }
`;
/** Nothing is loaded and nothing runs. */
export const PAPER_POLICY = policyOfStyle(STYLE);

/** Dates, years and masked numbers are not broken over lines. */
const SHORT = /^[\d.* -]{1,14}$/;

/** One household, or several after one another, each on sheets of its own. */
export function papersHead(title: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safeText(title)}</title><style>${STYLE}</style></head>
<body>
`;
}

export const PAPERS_FOOT = '</body></html>\n';

export function paperSection({ title, number, facts, tables, signs }: Paper, printedOn: string): string {
  const told = facts.map(([what, how]) => `<div><dt>${safeText(what)}</dt><dd>${safeText(how)}</dd></div>`).join('\n');
  return `<section><h1>${safeText(title)}</h1>
<div class="head"><span>户编号：${safeText(number)}</span><span>打印日期：${printedOn}</span></div>
<dl>
${told}
</dl>
${tables.map(table).join('\n')}
<div class="signs">${signs.map((sign) => `<span>${safeText(sign)}</span>`).join('')}</div>
</section>
`;
}

export const householdPaperPage = (paper: Paper, printedOn: string): string =>
  `${papersHead(`${paper.title} ${paper.number}`)}${paperSection(paper, printedOn)}${PAPERS_FOOT}`;

function table({ caption, head, rows }: PaperTable): string {
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}${SHORT.test(text) ? ' class="short"' : ''}>${safeText(text)}</${tag}>`).join('')}</tr>`;
  const body =
    rows.length > 0
      ? rows.map((row) => cells('td', row)).join('\n')
      : `<tr><td colspan="${head.length}">（无）</td></tr>`;
  return `<div class="wide"><table><caption>${safeText(caption)}</caption><thead>${cells('th', head)}</thead><tbody>
${body}
</tbody></table></div>`;
}
