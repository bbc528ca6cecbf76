// What towns and the offices above ask about people who were found uninsured, and how the town closes a task.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Household, householdOf } from '../foreign/household';
import { Region, regionOf } from '../foreign/region';
import { closeInsuranceTask } from './close-insurance-task';
import { InsuranceTask } from './insurance-task.entity';
import { listInsuranceTasks } from './list-insurance-tasks';

const InsuranceTaskConnection = connectionOf(InsuranceTask, 'InsuranceTask', '参保任务', 'tasks to insure somebody');

@Resolver(() => InsuranceTask)
export class InsuranceTaskResolver {
  @Query(() => InsuranceTaskConnection, {
    nullable: true,
    description: '本地区的参保任务，未办结在前 · Tasks to insure people of the own region, open ones first',
  })
  async insuranceTasks(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<InsuranceTask>> {
    return connect(await listInsuranceTasks(context, args), ({ closedOn, id }) => cursorOf(closedOn ? '1' : '0', id));
  }

  @Mutation(() => InsuranceTask, { nullable: true, description: '办结参保任务 · Closes a task to insure somebody' })
  closeInsuranceTask(
    @Arg('id', () => ID, { description: '任务标识 · Id of the task' }) id: string,
    @Arg('remark', { description: '办理情况 · What was done' }) remark: string,
    @Ctx() context: Context,
  ) {
    return closeInsuranceTask(context, id, remark);
  }

  @FieldResolver(() => Household, { nullable: true, description: '所在户 · The household' })
  household(@Root() { householdId }: InsuranceTask) {
    return householdOf(householdId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '所在地区 · The region' })
  region(@Root() { regionId }: InsuranceTask) {
    return regionOf(regionId);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '姓名（脱敏）· Name, always masked' })
  person(@Root() { patientName }: InsuranceTask) {
    return patientName;
  }
}
