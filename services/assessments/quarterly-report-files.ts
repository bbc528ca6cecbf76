// A quarterly report as files (季度报告文件): a page for A4 paper under a policy of its own, and a Word document of the same content.
import type { Context } from '#platform/graph/context';
import type { FileMaker } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { policyOfStyle, safeText } from '#platform/graph/files/printed-page';
import { wordFile } from '#platform/graph/files/word-file';
import { quarterlyPaper } from './quarterly-paper';
import type { Paper, PaperTable } from './quarterly-report/quarterly-document.rules';

// Margins and sizes after GB/T 9704-2012, the form of official documents: title in size two, text in size three, 28 mm and 26 mm aside.
const STYLE = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 156mm; color: #000; background: #fff; font: 16pt/28pt FangSong, STFangsong, 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif; }
h1 { margin: 0 0 6mm; text-align: center; font-size: 22pt; line-height: 32pt; }
h2 { margin: 6mm 0 2mm; font: bold 16pt/28pt SimHei, 'Noto Sans CJK SC', sans-serif; break-after: avoid; }
p { margin: 0; text-indent: 2em; overflow-wrap: anywhere; }
.number { text-align: center; text-indent: 0; margin-bottom: 6mm; }
table { width: 100%; margin: 3mm 0; border-collapse: collapse; font-size: 10pt; line-height: 14pt; }
caption { padding: 1mm 0; text-align: left; font-weight: bold; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.8mm 1.4mm; border: 0.6pt solid #000; text-align: left; overflow-wrap: anywhere; }
.closing { margin-top: 8mm; font-size: 12pt; line-height: 18pt; break-inside: avoid; }
.closing p { text-indent: 0; }
@media screen { body { padding: 12mm 0; } }
`;
const POLICY = policyOfStyle(STYLE);

export const quarterlyReportPage: FileMaker = async (given, { id }) => {
  const { report, paper } = await quarterlyPaper(given as unknown as Context, String(id));
  return {
    name: `${report.title}.html`,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(page(paper)),
    inline: true,
    contentPolicy: POLICY,
  };
};

export const quarterlyReportWord: FileMaker = async (given, { id }) => {
  const { report, paper } = await quarterlyPaper(given as unknown as Context, String(id));
  const { title, number, sections, closing, sources } = paper;
  const body = await wordFile([
    { kind: 'title', text: title },
    { kind: 'centred', text: number },
    ...sections.flatMap(({ heading, paragraphs, tables }) => [
      { kind: 'heading' as const, text: heading },
      ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
      ...tables.map((table) => ({ kind: 'table' as const, ...table })),
    ]),
    ...closing.map((text) => ({ kind: 'note' as const, text })),
    { kind: 'table', ...sources },
  ]);
  return { name: `${report.title}.docx`, contentType: contentTypes.docx, body };
};

function page({ title, number, sections, closing, sources }: Paper): string {
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${safeText(text)}</p>`).join('\n');
  const told = sections
    .map(
      ({ heading, paragraphs: texts, tables }) =>
        `<section><h2>${safeText(heading)}</h2>\n${paragraphs(texts)}\n${tables.map(table).join('\n')}</section>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${safeText(title)}</title><style>${STYLE}</style></head>
<body><h1>${safeText(title)}</h1>
<p class="number">${safeText(number)}</p>
${told}
<div class="closing">${paragraphs(closing)}</div>
${table(sources)}
</body></html>
`;
}

function table({ caption, head, rows }: PaperTable): string {
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${safeText(text)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((row) => cells('td', row)).join('\n');
  return `<table><caption>${safeText(caption)}</caption><thead>${cells('th', head)}</thead><tbody>
${body}
</tbody></table>`;
}
