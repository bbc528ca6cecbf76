// What the graph answers about a section of a quarterly report, and how the report leaves by the file door.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Person } from '../foreign/person';
import type { AssessmentsContext } from '../tools';
import { listQuarterlyFigures } from './list-quarterly-reports';
import { QuarterlyFigure } from './quarterly-figure.entity';
import { QuarterlyForm } from './quarterly-report.input';
import { quarterlyReportById } from './quarterly-report.loader';
import { QuarterlySection } from './quarterly-text.entity';

const QuarterlyFigureConnection = connectionOf(QuarterlyFigure, 'QuarterlyFigure', '报告数字', 'figures');

@Resolver(() => QuarterlySection)
export class QuarterlySectionResolver {
  @FieldResolver(() => QuarterlyFigureConnection, { description: '本章数字及其查询 · Its figures, with their queries' })
  async figures(
    @Root() { reportId, name }: QuarterlySection,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<QuarterlyFigure>> {
    return connect(await listQuarterlyFigures(context, reportId, name, page), ({ place }) => cursorOf(String(place)));
  }

  @FieldResolver(() => Person, { nullable: true, description: '最后修改人 · Who edited it last' })
  editedBy(@Root() section: QuarterlySection) {
    return Person.of(section.editedBy);
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '申请季度报告文件（打印页面或 Word）· Asks for a quarterly report as a page to print or as Word',
  })
  async requestQuarterlyReport(
    @Arg('id', () => ID, { description: '报告标识 · Id of the report' }) id: string,
    @Arg('form', () => QuarterlyForm, { description: '形式 · Form' }) form: QuarterlyForm,
    @Ctx() context: AssessmentsContext,
  ): Promise<FileTicket> {
    const report = isId(id) ? await quarterlyReportById.load(context, id) : null;
    if (!report) throw commonRefusals.notFound({ what: '季度报告 quarterly report' });
    return issueTicket(context, {
      subgraph: 'assessments',
      verb: 'download',
      action: 'requestQuarterlyReport',
      what: `quarterly-report-${form}`,
      about: { id: report.id },
    });
  }
}
