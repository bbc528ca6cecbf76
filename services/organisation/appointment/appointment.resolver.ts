// What an appointment says about its person, place and unit.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { Appointment } from './appointment.entity';

@Resolver(() => Appointment)
export class AppointmentResolver {
  @FieldResolver(() => Person, { nullable: true, description: '任职人 · Who holds it' })
  person(@Root() { personId }: Appointment, @Ctx() context: Context) {
    return personById.load(context, personId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '任职地区 · The region it is for' })
  region(@Root() { regionId }: Appointment, @Ctx() context: Context) {
    return regionId && regionById.load(context, regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '任职单位 · The unit it is for' })
  unit(@Root() { unitId }: Appointment, @Ctx() context: Context) {
    return unitId && unitById.load(context, unitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '授予人 · Who granted it' })
  grantedBy(@Root() { grantedBy }: Appointment, @Ctx() context: Context) {
    return grantedBy && personById.load(context, grantedBy);
  }
}
