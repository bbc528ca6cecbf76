// A recomputation (复算): a light drawn anew from its frozen figures, beside the hashes that must be those of the light.
import { Field, ObjectType } from 'type-graphql';
import type { FrozenNode } from '../scoring/frozen-score.rules';
import type { Scored } from '../scoring/rows-behind.rules';
import { LightColour } from './light.entity';

@ObjectType({ description: '复算结果 · A light drawn anew from what was frozen' })
export class Recomputation {
  @Field(() => LightColour, { description: '复算灯色 · Colour' })
  colour: LightColour;

  @Field(() => String, { nullable: true, description: '复算得分 · Score' })
  score: string | null;

  @Field({ description: '得分输入的哈希 · Hash of the inputs of the score' })
  scoreInputsHash: string;

  @Field({ description: '亮灯输入的哈希 · Hash of the inputs of the light' })
  lightInputsHash: string;

  @Field({ description: '计分依据的哈希 · Hash of the tree of evidence' })
  treeHash: string;

  @Field({ description: '与封存的亮灯一致 · Whether all of it is as it was frozen' })
  same: boolean;

  tree: FrozenNode;

  scored: Scored;
}
