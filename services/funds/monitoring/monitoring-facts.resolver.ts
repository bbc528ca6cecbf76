// What the service assessments asks of monitoring (服务间): facts for a light, and a violation that becomes a finding.
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { listMonitoringFacts } from './list-monitoring-facts';
import { MonitoringFacts, MonitoringFindingFacts } from './monitoring-facts.entity';
import { violationById } from './violation.loader';

@Resolver()
export class MonitoringFactsResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [MonitoringFacts], {
    nullable: true,
    description: '各地区患者的季度监测（服务间）· Monitoring of regions in a quarter, for the service assessments',
  })
  monitoringFacts(
    @Arg('regionIds', () => [ID], { description: '地区标识 · Ids of regions' }) regionIds: string[],
    @Arg('quarter', { description: '季度，如 2018Q3 · Quarter, such as 2018Q3' }) quarter: string,
    @Ctx() context: Context,
  ): Promise<MonitoringFacts[]> {
    return listMonitoringFacts(context, regionIds.filter(isId), quarter);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => MonitoringFindingFacts, {
    nullable: true,
    description: '监测问题（服务间）· A violation, for a finding that is raised from it',
  })
  monitoringFindingFacts(
    @Arg('id', () => ID, { description: '监测问题标识 · Id of the violation' }) id: string,
    @Ctx() context: Context,
  ) {
    return isId(id) ? violationById.load(context, id) : null;
  }
}
