// Somebody stationed in a village (驻村派驻): first secretary, village Party secretary or member of the work team, from a day until another.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { StationRole } from './station-role.rules';

registerEnumType(StationRole, {
  name: 'StationRole',
  description: '驻村角色 · Role of somebody stationed in a village',
  valuesConfig: {
    firstSecretary: { description: '第一书记 · First secretary' },
    villageSecretary: { description: '村党组织书记 · Village Party secretary' },
    workTeam: { description: '驻村工作队员 · Member of the work team' },
  },
});

@ObjectType({ description: '驻村派驻 · That somebody is stationed in a village' })
@Entity('stationing')
export class Stationing {
  @Field(() => ID, { description: '派驻标识 · Id of the stationing' })
  @IdColumn()
  id: string;

  @Field(() => StationRole, { description: '角色 · Role' })
  @TextColumn()
  role: StationRole;

  @RefColumn()
  personId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn(true)
  unitId: string | null;

  @Field({ description: '派驻文号 · Number of the document' })
  @TextColumn()
  documentNumber: string;

  @Field(() => CalendarDay, { description: '自何日 · From this day' })
  @DayColumn()
  validFrom: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '至何日前；在任为空 · Until before this day, null while it lasts',
  })
  @DayColumn(true)
  validTo: string | null;

  @RefColumn()
  stationedBy: string;

  @Field(() => Date, { description: '登记时间 · When it was recorded' })
  @InstantColumn()
  stationedAt: Date;

  @RefColumn(true)
  endedBy: string | null;

  @InstantColumn(true)
  endedAt: Date | null;
}
