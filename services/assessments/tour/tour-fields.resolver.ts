// What a site, a participant and a mark of a tour tell.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { subjectById } from '../supervision/supervision.loader';
import { SupervisionSubject } from '../supervision/supervision-subject.entity';
import { toursFor } from './tour.loader';
import { TourMark } from './tour-mark.entity';
import { TourParticipant } from './tour-participant.entity';
import { TourResult } from './tour-result.entity';
import { TourSite } from './tour-site.entity';

@Resolver(() => TourSite)
export class TourSiteResolver {
  @FieldResolver(() => Region, { nullable: true, description: '所在地区 · The region where it lies' })
  region(@Root() { regionId }: TourSite) {
    return Region.of(regionId);
  }

  @FieldResolver(() => SupervisionSubject, { nullable: true, description: '督导对象 · The subject whom it shows' })
  subject(@Root() { subjectId }: TourSite, @Ctx() context: Context) {
    return subjectById.load(context, subjectId);
  }

  @FieldResolver(() => TourResult, { nullable: true, description: '平均分与名次 · Its mean and rank' })
  result(@Root() { id }: TourSite, @Ctx() context: Context) {
    return toursFor(context).result.load(context, id);
  }
}

@Resolver(() => TourParticipant)
export class TourParticipantResolver {
  @FieldResolver(() => Person, { nullable: true, description: '人员 · The person' })
  person(@Root() { personId }: TourParticipant) {
    return Person.of(personId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '单位 · The unit' })
  unit(@Root() { unitId }: TourParticipant) {
    return unitId && Unit.of(unitId);
  }
}

@Resolver(() => TourMark)
export class TourMarkResolver {
  @FieldResolver(() => Person, { nullable: true, description: '打分人 · Who gave it' })
  givenBy(@Root() { personId }: TourMark) {
    return Person.of(personId);
  }
}
