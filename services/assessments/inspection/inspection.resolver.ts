// What the graph answers about inspections, and how they are recorded and released.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { VisitDraw } from '../secret-visit/visit-draw.entity';
import { drawOfInspection } from '../secret-visit/visit-draw.loader';
import { Supervision } from '../supervision/supervision.entity';
import { supervisionById } from '../supervision/supervision.loader';
import { Inspection } from './inspection.entity';
import { RecordInspectionInput } from './inspection.input';
import { releasedInspectionById } from './inspection.loader';
import { listMyInspections } from './list-my-inspections';
import { listReleasedInspections } from './list-released-inspections';
import { recordInspection } from './record-inspection';
import { releaseInspection } from './release-inspection';

const InspectionConnection = connectionOf(Inspection, 'Inspection', '督查', 'inspections');

@Resolver(() => Inspection)
export class InspectionResolver {
  @Query(() => Inspection, { nullable: true, description: '按标识查已公布的督查 · A released inspection by its id' })
  inspection(
    @Arg('id', () => ID, { description: '督查标识 · Id of the inspection' }) id: string,
    @Ctx() context: Context,
  ) {
    return isId(id) ? releasedInspectionById.load(context, id) : null;
  }

  @Query(() => InspectionConnection, {
    nullable: true,
    description: '已公布的督查，按隶属次序 · Released inspections in the order of the managing tree',
  })
  async inspections(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Inspection>> {
    return connect(await listReleasedInspections(context, args), placedCursor);
  }

  @Query(() => InspectionConnection, {
    nullable: true,
    description: '本人登记的督查，新者在前 · Inspections that the caller recorded, newest first',
  })
  async myInspections(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Inspection>> {
    return connect(await listMyInspections(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => Inspection, {
    nullable: true,
    description: '登记督查；公布前他人无从得知 · Records an inspection, which nobody else learns of before its release',
  })
  recordInspection(
    @Arg('input', () => RecordInspectionInput, { description: '督查记录 · The record' }) input: RecordInspectionInput,
    @Ctx() context: Context,
  ) {
    return recordInspection(context, input);
  }

  @Mutation(() => Inspection, {
    nullable: true,
    description: '公布本人登记的督查 · Releases an inspection that the caller recorded',
  })
  releaseInspection(
    @Arg('id', () => ID, { description: '督查标识 · Id of the inspection' }) id: string,
    @Ctx() context: Context,
  ) {
    return releaseInspection(context, id);
  }

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: Inspection) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: '成员单位；督查地区时为空 · The member unit, null where a region was inspected',
  })
  unit(@Root() { unitId }: Inspection) {
    return unitId && Unit.of(unitId);
  }

  @FieldResolver(() => Supervision, {
    nullable: true,
    description: '所属督导；暗访为空 · The supervision that it belongs to, null for a secret visit',
  })
  supervision(@Root() { supervisionId }: Inspection, @Ctx() context: Context) {
    return supervisionId && supervisionById.load(context, supervisionId);
  }

  @FieldResolver(() => VisitDraw, {
    nullable: true,
    description: '所属抽样；公布前只有抽样人可见 · The draw that it comes from, its inspector’s alone until released',
  })
  draw(@Root() inspection: Inspection, @Ctx() context: Context) {
    return inspection.drawId && drawOfInspection(context, inspection.drawId);
  }
}
