// A paper of one-stop settlement as a page for A4 (打印页面): the page's own style is all that it may use.
import { policyOfStyle, safeText } from '#platform/graph/files/printed-page';
import type { MedicalPaper, PaperTable } from './settlement/medical-paper.rules';

const STYLE = `
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; color: #000; background: #fff; font: 10.5pt/1.5 FangSong, STFangsong, 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif; }
h1 { margin: 0 0 2mm; text-align: center; font-size: 20pt; letter-spacing: 2pt; }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; padding-bottom: 2mm; border-bottom: 1.2pt solid #000; }
.mark { font-weight: bold; border: 1pt solid #000; padding: 0 2mm; }
dl { display: grid; grid-template-columns: 1fr 1fr; margin: 3mm 0 0; border: 0.6pt solid #000; }
dl div { display: flex; border-bottom: 0.4pt solid #999; }
dt { flex: 0 0 30mm; padding: 1mm 2mm; font-weight: bold; }
dd { flex: 1; margin: 0; padding: 1mm 2mm; overflow-wrap: anywhere; }
table { width: 100%; margin-top: 4mm; border-collapse: collapse; font-size: 9pt; line-height: 1.4; }
caption { padding: 1mm 0; text-align: left; font: bold 11pt/1.4 SimHei, 'Noto Sans CJK SC', sans-serif; break-after: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.8mm 1.2mm; border: 0.6pt solid #000; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.amount { text-align: right; white-space: nowrap; }
p { margin: 2mm 0 0; }
.signs { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4mm; margin-top: 9mm; break-inside: avoid; }
@media screen { body { padding: 8mm 4mm; } }
@media screen and (max-width: 600px) { dl { grid-template-columns: 1fr; } .wide { overflow-x: auto; } }
`;
/** Nothing is loaded and nothing runs. */
export const MEDICAL_PAPER_POLICY = policyOfStyle(STYLE);

const AMOUNT = /^-?\d+\.\d\d$/;

export function medicalPaperPage({ title, number, mark, facts, tables, notes, signs }: MedicalPaper): string {
  const told = facts.map(([what, how]) => `<div><dt>${safeText(what)}</dt><dd>${safeText(how)}</dd></div>`).join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safeText(title)}</title><style>${STYLE}</style></head>
<body><h1>${safeText(title)}</h1>
<div class="head"><span>编号：${safeText(number)}</span>${mark ? `<span class="mark">${safeText(mark)}</span>` : ''}</div>
<dl>
${told}
</dl>
${tables.map(table).join('\n')}
${notes.map((note) => `<p>${safeText(note)}</p>`).join('\n')}
<div class="signs">${signs.map((sign) => `<span>${safeText(sign)}</span>`).join('')}</div>
</body></html>
`;
}

function table({ caption, head, rows }: PaperTable): string {
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}${AMOUNT.test(text) ? ' class="amount"' : ''}>${safeText(text)}</${tag}>`).join('')}</tr>`;
  return `<div class="wide"><table><caption>${safeText(caption)}</caption><thead>${cells('th', head)}</thead><tbody>
${rows.map((row) => cells('td', row)).join('\n')}
</tbody></table></div>`;
}
