// A reason (亮灯原因) of a yellow or red light: the trigger of the pack that it met, and the source of that trigger.
import { Field, ObjectType } from 'type-graphql';
import { LightColour } from './light.entity';
import type { TriggerEvidence } from './light.rules';

@ObjectType({ description: '亮灯原因 · Why a light is yellow or red' })
export class LightReason {
  @Field({ description: '触发条件 · Trigger of the pack' })
  trigger: string;

  @Field(() => LightColour, { description: '该条件的灯色 · Colour that it gives' })
  colour: LightColour;

  @Field({ description: '说明 · In words' })
  text: string;

  @Field({ description: '条件的来源 · Source of the trigger' })
  source: string;
}

export function shownReason({ trigger, light, zh, en, source }: TriggerEvidence): LightReason {
  return Object.assign(new LightReason(), { trigger, colour: LightColour[light], text: `${zh} · ${en}`, source });
}
