// A quarterly report as it lies on paper (报告文本): sections with their paragraphs and tables, the same for the printed page and for Word.
import { inChinese } from '#platform/vocabulary/in-chinese';
import { NOT_KNOWN, type SectionName, sectionOrder } from './quarterly-section.rules';

export interface PaperTable {
  caption: string;
  head: string[];
  rows: string[][];
}
export interface PaperSection {
  heading: string;
  paragraphs: string[];
  tables: PaperTable[];
}
export interface Paper {
  title: string;
  number: string;
  sections: PaperSection[];
  /** under the text: as of when, by whom, and the hash of what was frozen */
  closing: string[];
  sources: PaperTable;
}

export interface PaperFigure {
  section: SectionName;
  code: string;
  subject: string | null;
  title: string;
  measure: string;
  value: string | null;
  missing: string | null;
  query: string;
}
export interface PaperText {
  name: SectionName;
  title: string;
  filledIn: string;
}

const colours: Readonly<Record<string, string>> = { green: '绿灯', yellow: '黄灯', red: '红灯', unlit: '未亮灯' };
const shown = ({ code, value }: PaperFigure) => {
  if (value === null) return NOT_KNOWN;
  return code === 'place.light' ? (colours[value] ?? value) : value;
};
const withMeasure = ({ title, measure }: PaperFigure) => inChinese(title) + (measure ? `（${measure}）` : '');
const nameOf = ({ query }: PaperFigure) => /^query (\w+)/.exec(query)?.[1] ?? '';

const numerals = ['一', '二', '三', '四', '五', '六'];

export function paperSections(texts: readonly PaperText[], figures: readonly PaperFigure[]): PaperSection[] {
  return sectionOrder.flatMap((name, at) => {
    const text = texts.find((each) => each.name === name);
    if (!text) return [];
    const own = figures.filter(({ section }) => section === name);
    return {
      heading: `${numerals[at]}、${inChinese(text.title)}`,
      paragraphs: text.filledIn.split(/\r?\n/).filter((line) => line.trim()),
      tables: [...listed(own.filter(({ subject }) => subject === null)), ...crossed(own)],
    };
  });
}

/** Figures of the report's own region, one a line. */
function listed(figures: readonly PaperFigure[]): PaperTable[] {
  if (figures.length === 0) return [];
  const rows = figures.map((figure) => [withMeasure(figure), shown(figure)]);
  return [{ caption: '本级数字', head: ['指标', '数值'], rows }];
}

/** Figures of regions, units or jobs: a line each, a column for each figure. */
function crossed(figures: readonly PaperFigure[]): PaperTable[] {
  const others = figures.filter(({ subject }) => subject !== null);
  if (others.length === 0) return [];
  const columns = [...new Map(others.map((figure) => [figure.code, withMeasure(figure)]))];
  const lines = new Map<string, Map<string, string>>();
  for (const figure of others) {
    const subject = inChinese(figure.subject ?? '');
    lines.set(subject, (lines.get(subject) ?? new Map<string, string>()).set(figure.code, shown(figure)));
  }
  const rows = [...lines].map(([subject, line]) => [subject, ...columns.map(([code]) => line.get(code) ?? '')]);
  return [{ caption: '分项数字', head: ['名称', ...columns.map(([, title]) => title)], rows }];
}

/** Each query once, with how many figures stand in its answers and how many of them were not to be had, and why. */
export function paperSources(figures: readonly PaperFigure[]): PaperTable {
  const names = [...new Set(figures.map(nameOf))];
  const rows = names.map((name) => {
    const own = figures.filter((figure) => nameOf(figure) === name);
    const missing = own.filter(({ value }) => value === null);
    const why = [...new Set(missing.map((figure) => figure.missing ?? ''))].join('、');
    return [name, String(own.length), missing.length > 0 ? `${missing.length}（${why}）` : '0'];
  });
  return { caption: '数据来源', head: ['查询', '数字', '未取得'], rows };
}
