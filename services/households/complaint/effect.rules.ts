// What a correction would change (更正影响): the household's tags, the sums of its regions, and the visits that lights count; pure, before it is done.
import { tagsOf } from '../member/member.rules';

export interface EffectGround {
  type: string;
  state: string;
  members: number;
  /** household-months of each quarter that it owes a visit for, or would, and those with one */
  quarters: readonly { quarter: string; owed: number; done: number }[];
}

export interface Effect {
  tagsBefore: string[];
  tagsAfter: string[];
  /** what each state gains or loses, in every region above */
  states: { state: string; households: number; people: number }[];
  visits: { quarter: string; owed: number; done: number }[];
}

/** `figure` as a complaint names it, `to` the value that is right. What is neither type nor state changes no money and no light. */
export function effectOf(ground: EffectGround, figure: string, to: string): Effect {
  const after = { type: figure === 'type' ? to : ground.type, state: figure === 'state' ? to : ground.state };
  const { members } = ground;
  const states =
    after.state === ground.state
      ? []
      : [
          { state: ground.state, households: -1, people: -members },
          { state: after.state, households: 1, people: members },
        ];
  // A household taken from the register owes no visit, and its visits no longer count, in any month.
  const sign = Number(ground.state === 'removed') - Number(after.state === 'removed');
  return {
    tagsBefore: tagsOf(ground),
    tagsAfter: tagsOf(after),
    states,
    visits:
      sign === 0
        ? []
        : ground.quarters.map(({ quarter, owed, done }) => ({ quarter, owed: sign * owed, done: sign * done })),
  };
}
