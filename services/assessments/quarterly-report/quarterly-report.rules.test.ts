// The rules of quarterly reports: pointers, names in texts, who approves, what the hash covers, which variables a query binds, what paper shows.
import { parse } from 'graphql';
import { valueAt } from './figure-pointer.rules';
import { quarterInWords, quarterVariables } from './quarter-words.rules';
import { paperSections, paperSources } from './quarterly-document.rules';
import { problemQuestions } from './quarterly-problems.rules';
import { batchOf, queryOf, variablesOf } from './quarterly-question.rules';
import { checkApproval, checkIsDraft, hashOfReport } from './quarterly-report.rules';
import { checkNames, draftedText, filledIn, type SectionName, sectionOrder } from './quarterly-section.rules';
import { tenJobsQuestion, workQuestions } from './quarterly-work.rules';

const questions = [...workQuestions, ...problemQuestions, tenJobsQuestion];
const variables = quarterVariables('2018Q4');

test('a pointer finds a value by name and by key, and null for what is not there', () => {
  const answer = {
    region: {
      tenJobs: [
        { code: 'a', done: 1 },
        { code: 'look-back', done: 0, money: null },
      ],
    },
  };
  expect(valueAt(answer, 'region.tenJobs[code=look-back].done')).toBe('0');
  expect(valueAt(answer, 'region.tenJobs[code=look-back].money')).toBeNull();
  expect(valueAt(answer, 'region.tenJobs[code=none].done')).toBeNull();
  expect(valueAt({ region: null }, 'region.plan.title')).toBeNull();
  expect(valueAt(answer, 'region.constructor')).toBeNull();
  expect(() => valueAt(answer, 'region..x')).toThrow(TypeError);
});

test('the quarter after the fourth is the first of the next year', () => {
  expect(variables).toEqual({ quarter: '2018Q4', year: 2018, next: '2019Q1', nextYear: 2019, on: '2019-01-01' });
  expect(quarterVariables('2018Q1').next).toBe('2018Q2');
  expect(quarterInWords('2018Q3')).toBe('2018年第三季度');
});

test('each question is a document that binds what it declares, and its codes are its own', () => {
  for (const question of questions) {
    for (const text of [queryOf(question), batchOf(question)]) {
      const [operation] = parse(text).definitions;
      if (operation?.kind !== 'OperationDefinition') throw new Error(text);
      const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
      const given = Object.keys(variablesOf(question, variables));
      expect(declared.filter((name) => name !== 'id' && name !== 'places').sort()).toEqual(given.sort());
    }
  }
  const codes = questions.flatMap(({ figures }) => figures.map(({ code }) => code));
  expect(new Set(codes).size).toBe(codes.length);
});

test('each drafted text names only figures of the own region, and an unknown name is refused', () => {
  const own = new Set(
    questions
      .filter(({ about, section }) => (about === 'own' || about === 'nobody') && section !== 'tenJobs')
      .flatMap(({ figures }) => figures.map(({ code }) => code as string)),
  );
  for (const section of sectionOrder) expect(() => checkNames(draftedText(section), own)).not.toThrow();
  expect(() => checkNames('已完成{place.tasks}项', own)).toThrow(expect.objectContaining({ code: 'FIGURE_UNKNOWN' }));
  const values = new Map([
    ['tasks.all', '12'],
    ['tasks.overdue', null],
  ]);
  expect(filledIn('共{tasks.all}项，逾期{tasks.overdue}项{}', values)).toBe('共12项，逾期（未取得）项{}');
});

test('whoever wrote, or stands for one who wrote, does not approve; what is decided is not touched', () => {
  const made = [
    { personId: 'a', principalId: null },
    { personId: 'b', principalId: 'c' },
  ];
  const checker = (personId: string, standsFor: string[] = []) => ({ personId, principalId: null, standsFor });
  for (const [person, standsFor] of [['a'], ['b'], ['c'], ['d', ['a']], ['d', ['c']]] as [string, string[]?][])
    expect(() => checkApproval(checker(person, standsFor), made)).toThrow(
      expect.objectContaining({ code: 'SAME_PERSON' }),
    );
  expect(() => checkApproval(checker('d', ['e']), made)).not.toThrow();
  expect(() => checkIsDraft({ outcome: null })).not.toThrow();
  expect(() => checkIsDraft({ outcome: 'withdrawn' })).toThrow(
    expect.objectContaining({ code: 'QUARTERLY_REPORT_DECIDED' }),
  );
});

const figure = (change: object = {}) => ({
  section: 'places' as SectionName,
  place: 1,
  code: 'place.tasks',
  subject: '口镇',
  title: '任务 · Tasks',
  measure: '项',
  value: '3' as string | null,
  missing: null as string | null,
  query: 'query QuarterlyPlaceTasks($id: ID!) { region(id: $id) { id } }',
  variables: { id: 'x' },
  pointer: 'region.taskSummary.tasks',
  ...change,
});

test('the hash covers texts and figures, and not the order in which they were read', () => {
  const report = { regionId: 'r', regionName: '莱城区', quarter: '2018Q1', version: 1, title: 't', asOf: new Date(0) };
  const texts = new Map<SectionName, string>([['layout', '正文']]);
  const two = [figure(), figure({ place: 2, code: 'place.overdue' })];
  const hash = hashOfReport(report, texts, two);
  expect(hashOfReport(report, texts, [...two].reverse())).toBe(hash);
  expect(hashOfReport(report, new Map([['layout', '正文。']]), two)).not.toBe(hash);
  for (const change of [
    { value: '4' },
    { query: 'query Other { me { name } }' },
    { variables: { id: 'y' } },
    { pointer: 'region' },
  ])
    expect(hashOfReport(report, texts, [figure(change), ...two.slice(1)])).not.toBe(hash);
});

test('paper crosses subjects with figures, and says what is not known and why', () => {
  const figures = [
    figure(),
    figure({ place: 2, code: 'place.light', title: '亮灯 · Light', measure: '', value: 'red' }),
    figure({ place: 3, subject: '雪野 · Xueye', value: null, missing: 'OUT_OF_SCOPE' }),
  ];
  const [section] = paperSections([{ name: 'places', title: '区镇 · Places', filledIn: '一\n\n二' }], figures);
  expect(section).toEqual({
    heading: '三、区镇',
    paragraphs: ['一', '二'],
    tables: [
      {
        caption: '分项数字',
        head: ['名称', '任务（项）', '亮灯'],
        rows: [
          ['口镇', '3', '红灯'],
          ['雪野', '（未取得）', ''],
        ],
      },
    ],
  });
  expect(paperSources(figures).rows).toEqual([['QuarterlyPlaceTasks', '3', '1（OUT_OF_SCOPE）']]);
});
