// What a supervision tells of its procedure, its subjects and what it brought forth.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Airing } from '../airing/airing.entity';
import { airingsFor } from '../airing/airing.loader';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { Inspection } from '../inspection/inspection.entity';
import { Light } from '../light/light.entity';
import { publishedLights } from '../light/light.loader';
import { drawOfSupervision } from '../peer-check/peer-check.loader';
import { PeerDraw } from '../peer-check/peer-draw.entity';
import { ProcedureForm } from '../procedure/procedure.entity';
import { Tour } from '../tour/tour.entity';
import { toursFor } from '../tour/tour.loader';
import { Bulletin } from './bulletin.entity';
import { ExpertOpinion } from './expert-opinion.entity';
import { Supervision } from './supervision.entity';
import {
  bulletinOfSupervision,
  opinionsOfSupervision,
  recordsOfSupervision,
  subjectsOfSupervision,
} from './supervision.loader';
import { stepOf } from './supervision.rules';
import { SupervisionSubject } from './supervision-subject.entity';

@Resolver(() => Supervision)
export class SupervisionFieldsResolver {
  @FieldResolver(() => String, {
    description: '当前步骤：planned、carried-out、recorded、released · The step at which it stands',
  })
  step(@Root() supervision: Supervision) {
    return stepOf(supervision);
  }

  @FieldResolver(() => Person, { nullable: true, description: '组织人 · Who organises it' })
  organiser(@Root() { issuerId }: Supervision) {
    return Person.of(issuerId);
  }

  @FieldResolver(() => [SupervisionSubject], { nullable: true, description: '督导对象 · Its subjects' })
  subjects(@Root() { id }: Supervision, @Ctx() context: Context) {
    return subjectsOfSupervision.load(context, id);
  }

  @FieldResolver(() => [Inspection], { nullable: true, description: '已公布的督查记录 · Its released records' })
  records(@Root() { id }: Supervision, @Ctx() context: Context) {
    return recordsOfSupervision.load(context, id);
  }

  @FieldResolver(() => Bulletin, { nullable: true, description: '通报 · The bulletin' })
  bulletin(@Root() { id }: Supervision, @Ctx() context: Context) {
    return bulletinOfSupervision.load(context, id);
  }

  @FieldResolver(() => [ExpertOpinion], {
    nullable: true,
    description: '已公布的专家意见 · Released opinions of experts',
  })
  opinions(@Root() { id }: Supervision, @Ctx() context: Context) {
    return opinionsOfSupervision.load(context, id);
  }

  @FieldResolver(() => Airing, { nullable: true, description: '晾晒表 · The airing' })
  airing(@Root() { form, outputId }: Supervision, @Ctx() context: Context) {
    return form === ProcedureForm.airing && outputId ? airingsFor(context).airing.load(context, outputId) : null;
  }

  @FieldResolver(() => Tour, { nullable: true, description: '观摩 · The observation tour' })
  tour(@Root() { id, form }: Supervision, @Ctx() context: Context) {
    return form === ProcedureForm.tour ? toursFor(context).ofSupervision.load(context, id) : null;
  }

  @FieldResolver(() => PeerDraw, { nullable: true, description: '互查抽签 · Who checks whom' })
  peerDraw(@Root() { id, form }: Supervision, @Ctx() context: Context) {
    return form === ProcedureForm.mutual ? drawOfSupervision.load(context, id) : null;
  }

  @FieldResolver(() => [Light], { nullable: true, description: '已公布的亮灯 · Published lights' })
  lights(@Root() { form, quarter, outputId }: Supervision, @Ctx() context: Context) {
    return form === ProcedureForm.lights && outputId ? publishedLights(context, quarter) : null;
  }
}

@Resolver(() => SupervisionSubject)
export class SupervisionSubjectResolver {
  @FieldResolver(() => Unit, { nullable: true, description: '成员单位 · The member unit' })
  unit(@Root() { unitId }: SupervisionSubject) {
    return unitId && Unit.of(unitId);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: '地区；成员单位为全市 · The region, of a member unit the city',
  })
  region(@Root() { regionId }: SupervisionSubject) {
    return Region.of(regionId);
  }
}
