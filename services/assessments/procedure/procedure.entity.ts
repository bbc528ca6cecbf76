// A procedure (督查方式) as the graph tells it: what its pack says, and the hash under which it is in force.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { packHash } from '#platform/vocabulary/canonical';
import type { ProcedurePack } from './procedure-pack.rules';

export enum ProcedureSet {
  units = 'units',
  regions = 'regions',
}
registerEnumType(ProcedureSet, {
  name: 'ProcedureSet',
  description: '督查方式的组 · Set of procedures',
  valuesConfig: {
    units: { description: '成员单位 · Member units' },
    regions: { description: '区、功能区和镇街 · Districts, zones and towns' },
  },
});

export enum ProcedureForm {
  bulletin = 'bulletin',
  special = 'special',
  tour = 'tour',
  airing = 'airing',
  mutual = 'mutual',
  lights = 'lights',
  expert = 'expert',
}
registerEnumType(ProcedureForm, {
  name: 'ProcedureForm',
  description: '督查方式（含义为假定）· Form of a procedure (meaning assumed)',
  valuesConfig: {
    bulletin: { description: '通报：印发编号通报 · A numbered bulletin is issued' },
    special: { description: '专项：一个专题 · One topic' },
    tour: { description: '观摩：逐点打分 · A tour whose sites are marked' },
    airing: { description: '晾晒：公布名次 · The ranking is shown' },
    mutual: { description: '互动：同组互查 · Peers check each other' },
    lights: { description: '亮灯：黄红绿灯 · Green, yellow and red lights' },
    expert: { description: '专业：专家意见 · Opinions of experts' },
  },
});

@ObjectType({ description: '督查方式 · A procedure of inspection' })
export class Procedure {
  @Field(() => ID, { description: '规则包名称 · Name of the pack' })
  name: string;

  @Field({ description: '规则包的哈希 · Hash of the pack' })
  packHash: string;

  @Field(() => ProcedureSet, { description: '所属组 · Set' })
  set: ProcedureSet;

  @Field(() => ProcedureForm, { description: '方式 · Form' })
  form: ProcedureForm;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field(() => [String], { description: '组织者的职务 · Posts that organise it' })
  organiser: string[];

  @Field(() => [String], { description: '督查对象的类别 · Kinds of those who are inspected' })
  inspected: string[];

  @Field({ description: '输入 · Input' })
  input: string;

  @Field({ description: '输出 · Output' })
  output: string;

  @Field(() => Int, { description: '在本组 100 分中的分值 · Points of the 100 of its set' })
  weight: number;

  @Field(() => [String], { description: '步骤 · Steps' })
  steps: string[];

  @Field(() => [String], { description: '假定之处 · What is assumed' })
  assumed: string[];
}

export function shownProcedure(pack: ProcedurePack): Procedure {
  const { name, organiser, inspected, weight, steps } = pack;
  const said = ({ zh, en }: { zh: string; en: string }) => `${zh} · ${en}`;
  return Object.assign(new Procedure(), {
    name,
    packHash: packHash(pack),
    set: ProcedureSet[pack.set],
    form: ProcedureForm[pack.kind],
    title: said(pack.title),
    organiser,
    inspected,
    input: said(pack.input),
    output: said(pack.output),
    weight,
    steps,
    assumed: pack.assumed.map(said),
  });
}
