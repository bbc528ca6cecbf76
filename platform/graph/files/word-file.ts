// A Word document (.docx) of headings, paragraphs and tables in the form of an official document: texts only, nothing that loads or runs.
import JSZip from 'jszip';

export type WordBlock =
  | { kind: 'title' | 'centred' | 'heading' | 'paragraph' | 'note'; text: string }
  | { kind: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly string[])[] };

/** One moment for every file: the same content is the same bytes. */
const STAMP = new Date('2018-01-01T00:00:00Z');

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const CONTENT_TYPES = `${HEAD}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="${kind}.footer+xml"/></Types>`;
const ROOT = `${HEAD}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`;
const PARTS = `${HEAD}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/footer" Target="footer1.xml"/></Relationships>`;
const FOOTER = `${HEAD}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p></w:ftr>`;
// A4 in twentieths of a point; margins of GB/T 9704-2012: 37 mm above, 35 below, 28 and 26 aside.
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot carry (control characters, halves of pairs) is left out; the rest is escaped. */
function safe(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}

interface Look {
  /** in half points */
  size: number;
  font: string;
  bold?: boolean;
  /** `center`, or null for both edges */
  align?: 'center';
  /** first line, in hundredths of a character */
  indent?: number;
}

const looks: Readonly<Record<'title' | 'centred' | 'heading' | 'paragraph' | 'note' | 'caption' | 'cell', Look>> = {
  title: { size: 44, font: '宋体', bold: true, align: 'center' },
  centred: { size: 32, font: '仿宋', align: 'center' },
  heading: { size: 32, font: '黑体', bold: true },
  paragraph: { size: 32, font: '仿宋', indent: 200 },
  note: { size: 24, font: '仿宋' },
  caption: { size: 21, font: '黑体', bold: true },
  cell: { size: 20, font: '仿宋' },
};

function paragraph(text: string, { size, font, bold, align, indent }: Look): string {
  const place = `${indent ? `<w:ind w:firstLineChars="${indent}"/>` : ''}${align ? `<w:jc w:val="${align}"/>` : ''}`;
  const face = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/>`;
  return `<w:p><w:pPr>${place}</w:pPr><w:r><w:rPr>${face}</w:rPr><w:t xml:space="preserve">${safe(text)}</w:t></w:r></w:p>`;
}

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (texts: readonly string[], look: Look) =>
    texts.map((text) => `<w:tc><w:tcPr/>${paragraph(text, look)}</w:tc>`).join('');
  const grid = head.map(() => `<w:gridCol w:w="${Math.floor(8844 / head.length)}"/>`).join('');
  const first = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(head, { ...looks.cell, bold: true })}</w:tr>`;
  const others = rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row, looks.cell)}</w:tr>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${EDGES}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${first}${others}</w:tbl>${paragraph('', looks.cell)}`;
}

export async function wordFile(blocks: readonly WordBlock[]): Promise<Buffer> {
  const body = blocks.map((block) =>
    block.kind === 'table'
      ? paragraph(block.caption, looks.caption) + table(block.head, block.rows)
      : paragraph(block.text, looks[block.kind]),
  );
  const zip = new JSZip();
  const parts: readonly [string, string][] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', ROOT],
    ['word/_rels/document.xml.rels', PARTS],
    ['word/footer1.xml', FOOTER],
    [
      'word/document.xml',
      `${HEAD}<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>${body.join('')}${PAGE}</w:body></w:document>`,
    ],
  ];
  for (const [name, text] of parts) zip.file(name, text, { date: STAMP, createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
