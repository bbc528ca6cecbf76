// A flag (走访疑点) on a visit: found by rule when the visit was told, kept with the pack that found it.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Facts } from '#platform/graph/scalars';
import { VisitFlagKind } from './visit-flags.rules';

registerEnumType(VisitFlagKind, {
  name: 'VisitFlagKind',
  description: '走访疑点类别 · What is odd about a visit',
  valuesConfig: {
    duplicatePhoto: { description: '照片与其他走访重复 · A photo stands in another visit too' },
    impossibleTravel: {
      description:
        '与本人另一次走访相距过远、间隔过短 · Too far from another visit of the same person for the time between',
    },
    writtenLate: { description: '事后多日才登记 · Told many days after' },
    clockOff: {
      description:
        '手机时钟与服务器不符，或时刻与日期不符 · The phone’s clock is off, or the moment lies on another day',
    },
    copiedText: { description: '文字与此前走访雷同 · The text is an earlier one’s' },
  },
});

@ObjectType({
  description:
    '走访疑点：按规则标出，不作结论，走访仍计入 · What is odd about a visit: marked by rule, no verdict; the visit still counts',
})
export class VisitFlag {
  visitId: string;

  @Field(() => VisitFlagKind, { description: '类别 · Kind' })
  kind: VisitFlagKind;

  @Field(() => Facts, {
    description: '所依数值，如天数、公里、分钟 · The figures behind it, such as days, kilometres, minutes',
  })
  facts: Record<string, number>;

  @Field(() => Date, { description: '标出时间 · Flagged at' })
  flaggedAt: Date;

  @Field({ description: '所依规则包 · By which pack' })
  packName: string;

  otherVisitId: string | null;
}
