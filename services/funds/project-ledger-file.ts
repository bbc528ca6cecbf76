// The project ledger (项目台账) as a workbook: made when it is fetched, in the scope of that moment, page by page, watermarked with who took it out and what for.
import { placedCursor } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import type { FileMaker } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { nameExporter } from '#platform/graph/files/name-exporter';
import { writeBook } from '#platform/sheet/write-book';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { TableFormat } from './fund-table/fund-table.rules';
import { permissions } from './permissions';
import { packOfProject } from './project/find-project-pack';
import { listProjects } from './project/list-projects';
import { budgetOf, type Project } from './project/project.entity';
import { moneyOfProject, type ProjectMoney } from './project/project-money.loader';
import type { ProjectPack } from './project/project-pack.rules';
import { regionNames } from './public-notice/region-names';
import { tablePage } from './table-page';

interface LedgerAsked {
  regionId: string | null;
  planYear: number | null;
  purpose: string;
  format: TableFormat;
}

interface LedgerRow {
  project: Project;
  money: ProjectMoney;
  pack: ProjectPack;
  place: string;
}

const wordOf = (list: readonly { code: string; title: { zh: string } }[], code: string) =>
  list.find((each) => each.code === code)?.title.zh ?? code;
const yuan = (fen: bigint | null) => (fen === null ? '' : formatYuan(fen));
const column = (title: string, width: number, cell: (row: LedgerRow) => string | number) => ({ title, width, cell });

const columns = [
  column('项目编号', 20, ({ project }) => project.number),
  column('项目名称', 32, ({ project }) => project.name),
  column('类别', 12, ({ project, pack }) => wordOf(pack.types, project.type)),
  column('建设性质', 10, ({ project, pack }) => wordOf(pack.natures, project.nature)),
  column('村（居）', 16, ({ place }) => place),
  column('实施地点', 20, ({ project }) => project.place),
  column('开工', 12, ({ project }) => project.startsOn),
  column('完成', 12, ({ project }) => project.endsOn),
  column('责任单位', 20, ({ project }) => project.responsibleUnit),
  column('建设任务', 40, ({ project }) => project.tasks),
  column('总规模（元）', 14, ({ project }) => yuan(budgetOf(project))),
  column('财政专项（元）', 14, ({ project }) => yuan(project.budgetSpecial)),
  column('行业整合（元）', 14, ({ project }) => yuan(project.budgetIntegrated)),
  column('社会捐赠（元）', 14, ({ project }) => yuan(project.budgetDonated)),
  column('自筹（元）', 14, ({ project }) => yuan(project.budgetOwn)),
  column('受益户', 8, ({ project }) => project.households),
  column('受益人口', 8, ({ project }) => project.people),
  column('绩效目标', 32, ({ project }) => project.performanceTarget),
  column('群众参与', 24, ({ project }) => project.participation),
  column('带贫减贫机制', 24, ({ project }) => project.benefitMechanism),
  column('状态', 12, ({ project, pack }) => wordOf(pack.states, project.state)),
  column('计划年度', 10, ({ project }) => project.planYear ?? ''),
  column('进度（%）', 8, ({ project }) => project.facts.percent ?? ''),
  column('已申请用款（元）', 14, ({ money }) => yuan(money.allotted)),
  column('已支付（元）', 14, ({ money }) => yuan(money.paid)),
  column('最近文号', 24, ({ project }) => project.documentNumber ?? ''),
];

const AT_ONCE = 200;

/** No transaction lasts from page to page, so that a slow reader holds nothing. */
async function* pagesOf(context: Context, { regionId, planYear }: LedgerAsked) {
  let after: string | undefined;
  do {
    const page = await listProjects(context as Context<never>, { regionId, planYear, first: AT_ONCE, after });
    const places = await regionNames(
      context,
      page.items.map(({ regionId }) => regionId),
    );
    yield await Promise.all(
      page.items.map(async (project) => {
        const [money, pack] = await Promise.all([
          moneyOfProject.load(context, project.id),
          packOfProject(context, project),
        ]);
        const row = { project, money, pack, place: places.get(project.regionId) ?? '' };
        return columns.map(({ cell }) => cell(row));
      }),
    );
    const last = page.items.at(-1);
    after = page.hasNextPage && last ? placedCursor(last) : undefined;
  } while (after);
}

export const projectLedgerFile: FileMaker = async (given, about) => {
  const context = given as unknown as Context;
  const asked = about as unknown as LedgerAsked;
  if (!permissions.ruleOf('Query', 'projects').admits(context.caller)) throw commonRefusals.forbidden();
  const { person, at } = await nameExporter(context);
  const banner = `${person} ${at} 导出 · 用途：${asked.purpose}`;
  const name = '项目台账';
  if (asked.format === TableFormat.page) {
    const of = asked.planYear === null ? at.slice(0, 10) : `${asked.planYear} 年度`;
    return tablePage({
      title: name,
      of,
      banner,
      columns: columns.map(({ title }) => title),
      rows: pagesOf(context, asked),
    });
  }
  return {
    name: `${name}-${at.slice(0, 10)}.xlsx`,
    contentType: contentTypes.xlsx,
    body: writeBook([{ name, banner, columns, rows: () => pagesOf(context, asked) }]),
  };
};
