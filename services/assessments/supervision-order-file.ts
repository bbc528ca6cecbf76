// The supervision order (督办单) of a finding as a page for A4 paper: made when it is fetched, with what the caller may see of it.
import type { Context } from '#platform/graph/context';
import type { FileMaker } from '#platform/graph/files/file-answer';
import { policyOfStyle, safeText } from '#platform/graph/files/printed-page';
import { todayInBeijing } from '#platform/graph/today';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { Finding, FindingState } from './finding/finding.entity';
import { findingById, stepsOfFinding } from './finding/finding.loader';
import { isOverdue } from './finding/finding.rules';
import type { FindingStep } from './finding/finding-step.entity';
import { type Names, nameFindings } from './finding/name-findings';
import { beijingTime, sourceWords, stateWords } from './finding-words';

const STYLE = `
@page { size: A4; margin: 18mm 22mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 166mm; color: #000; background: #fff; font: 12pt/1.6 FangSong, STFangsong, 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif; }
h1 { margin: 0 0 4mm; text-align: center; color: #b30000; font-size: 24pt; letter-spacing: 6pt; }
.head { display: flex; justify-content: space-between; padding-bottom: 2mm; border-bottom: 1.2pt solid #b30000; }
table { width: 100%; margin-top: 5mm; border-collapse: collapse; page-break-inside: auto; }
tr { page-break-inside: avoid; }
th, td { padding: 1.4mm 2.5mm; border: 0.6pt solid #000; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { width: 26mm; font-weight: bold; white-space: nowrap; }
.steps th { width: auto; }
.tall td { height: 15mm; }
.signs { display: flex; justify-content: space-between; margin-top: 9mm; break-inside: avoid; }
.overdue { font-weight: bold; color: #b30000; }
@media screen { body { padding: 12mm 0; } }
`;
const POLICY = policyOfStyle(STYLE);

const safe = (text: string | null) => safeText(text ?? '');
const word = (state: string) => stateWords[state as FindingState];

export const supervisionOrderFile: FileMaker = async (given, { findingId }) => {
  const context = given as unknown as Context;
  const finding = await findingById.load(context, String(findingId));
  // An order is what was assigned: before that nobody is asked to do anything.
  if (!finding || finding.leadUnit === null) throw commonRefusals.notFound({ what: '督办单 supervision order' });
  const [steps, today] = await Promise.all([
    stepsOfFinding.load(context, finding.id),
    todayInBeijing.load(context, 'today'),
  ]);
  const names = await nameFindings(
    context,
    [finding],
    steps.map(({ takenBy }) => takenBy),
  );
  return {
    name: `督办单-${finding.number}.html`,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(page(finding, steps, names, today)),
    inline: true,
    contentPolicy: POLICY,
  };
};

function page(finding: Finding, steps: readonly FindingStep[], names: Names, today: string): string {
  const name = (id: string | null) => safe(id ? (names.get(id) ?? '') : '');
  const row = (title: string, value: string, tall = false) =>
    `<tr${tall ? ' class="tall"' : ''}><th>${title}</th><td colspan="3">${value}</td></tr>`;
  const pair = (one: string, first: string, other: string, second: string) =>
    `<tr><th>${one}</th><td>${first}</td><th>${other}</th><td>${second}</td></tr>`;
  const due = `${finding.dueOn}${isOverdue(finding, today) ? '<span class="overdue">（已逾期）</span>' : ''}`;
  const asked = steps.filter(({ toState }) => toState === 'assigned').at(-1)?.remark ?? null;
  const taken = steps
    .map(
      ({ takenAt, toState, takenBy, remark, documentNumber }) =>
        `<tr><td>${beijingTime(takenAt)}</td><td>${word(toState)}</td><td>${name(takenBy)}</td><td>${safe(documentNumber)} ${safe(remark)}</td></tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>督办单 ${safe(finding.number)}</title><style>${STYLE}</style></head>
<body><h1>脱贫攻坚督办单</h1>
<div class="head"><span>编号：${safe(finding.number)}</span><span>打印日期：${today}</span></div>
<table>
${pair('牵头单位', name(finding.leadUnit), '责任人', name(finding.responsibleId))}
${pair('问题来源', sourceWords[finding.source], '所在地区', name(finding.regionId))}
${pair('发现日期', finding.foundOn, '整改时限', due)}
${row('问题', safe(finding.content), true)}
${row('督办要求', safe(asked), true)}
${row('整改措施', safe(finding.measures), true)}
${row('整改结果', safe(finding.result), true)}
${pair('复核人', name(finding.recheckedBy), '销号人', name(finding.closedBy))}
${pair('当前状态', word(finding.state), '反弹次数', String(finding.relapses))}
</table>
<table class="steps"><tr><th>时间</th><th>办理</th><th>经办人</th><th>说明</th></tr>
${taken}
</table>
<div class="signs"><span>签发：</span><span>签收：</span><span>（盖章）　　年　　月　　日</span></div>
</body></html>
`;
}
