// What is asked of a simulation (政策测算): which pack, for which days, for which region.
import { ArgsType, Field, ID } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@ArgsType()
export class SimulationArgs {
  @Field(() => ID, {
    description: '结算政策包标识，草案或已批准 · Id of a settlement policy pack, drafted or approved',
  })
  packId: string;

  @Field(() => CalendarDay, { description: '期间起 · From' })
  from: string;

  @Field(() => CalendarDay, { description: '期间止（不含）· Until, exclusive' })
  until: string;

  @Field(() => ID, { description: '患者所在地区 · Region of the patients' })
  regionId: string;
}
