// A patient at the window of a hospital (窗口患者): whom the look-up found, with what is open of him in this hospital and nowhere else.
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: '窗口患者：人证相符、正在本院就医的人 · A patient who is here, with a card that matches' })
export class WindowPatient {
  @Field(() => ID, { description: '查询留痕标识 · Id under which this look-up is kept' })
  lookUpId: string;

  stayIds: string[];
}
