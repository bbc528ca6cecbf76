// Writes a workbook (工作簿) as a stream: a banner that says who took it out and why, a heading, then rows as they are read.

import { BytePacker } from './byte-packer';
import { asXml } from './cell-text';
import { type ArchivePart, writeArchive } from './write-archive';
import { type Cell, columnOf, headingRow, SharedTexts } from './write-cells';

export interface BookColumn {
  title: string;
  width: number;
  /** kept in the sheet for its way back, not for the reader */
  hidden?: boolean;
}

export interface BookSheet {
  name: string;
  /** the watermark: above the heading, and in the margin of every printed page */
  banner?: string;
  columns: readonly BookColumn[];
  /** rows in handfuls; may be asked for only when the sheets before were written */
  rows: () => AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cells are texts (0), bold texts (1), grey ones (2); all of the format "text", so that long numbers stay what they are. */
const STYLES = `${HEAD}<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><i/><sz val="10"/><color rgb="FF808080"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">${[0, 1, 2].map((font) => `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`).join('')}</cellXfs></styleSheet>`;

export function writeBook(sheets: readonly BookSheet[]): AsyncGenerator<Buffer> {
  return writeArchive(partsOf(sheets));
}

function* partsOf(sheets: readonly BookSheet[]): Generator<ArchivePart> {
  const each = (made: (n: number, sheet: BookSheet) => string) =>
    sheets.map((sheet, at) => made(at + 1, sheet)).join('');
  const override = (part: string, kind: string) => `<Override PartName="/${part}" ContentType="${type}.${kind}+xml"/>`;
  yield {
    name: '[Content_Types].xml',
    text: [
      `${HEAD}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${override('xl/sharedStrings.xml', 'sharedStrings')}${each((n) => override(`xl/worksheets/sheet${n}.xml`, 'worksheet'))}</Types>`,
    ],
  };
  yield {
    name: '_rels/.rels',
    text: [
      `${HEAD}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  };
  yield {
    name: 'xl/workbook.xml',
    text: [
      `${HEAD}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((n, { name }) => `<sheet name="${asXml(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
  };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    text: [
      `${HEAD}<Relationships xmlns="${packages}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId${sheets.length + 2}" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
  };
  yield { name: 'xl/styles.xml', text: [STYLES] };
  const shared = new SharedTexts();
  for (const [at, sheet] of sheets.entries())
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, text: sheetXml(sheet, shared) };
  // Last, when all of them are known.
  yield { name: 'xl/sharedStrings.xml', text: sharedXml(shared) };
}

function* sharedXml(shared: SharedTexts): Generator<string> {
  yield `${HEAD}<sst xmlns="${main}">`;
  yield* shared.items();
  yield '</sst>';
}

async function* sheetXml({ banner, columns, rows }: BookSheet, shared: SharedTexts): AsyncGenerator<string | Buffer> {
  const widths = columns.map(
    ({ width, hidden }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="0" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
  );
  const frozen = banner ? 2 : 1;
  yield `${HEAD}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  let line = 0;
  if (banner) yield headingRow(++line, [banner], 2);
  const titles = columns.map(({ title }) => title);
  yield headingRow(++line, titles, 1);
  const write = columns.map((_, at) => columnOf(at, shared));
  const packer = new BytePacker();
  for await (const handful of rows()) {
    for (const row of handful) {
      const at = String(++line);
      let text = `<row r="${at}">`;
      for (let column = 0; column < write.length; column++) text += write[column]?.(row[column], at);
      const full = packer.add(`${text}</row>`);
      if (full) yield full;
    }
    // A handful that is slow in coming keeps nobody waiting for what is there.
    yield packer.take();
  }
  const margin = banner
    ? `<headerFooter><oddHeader>${asXml(`&L&8${banner.replaceAll('&', '&&')}`)}</oddHeader><oddFooter>${asXml('&C&P / &N')}</oddFooter></headerFooter>`
    : '';
  yield `</sheetData><pageSetup paperSize="9" orientation="landscape"/>${margin}</worksheet>`;
}
