// The three lists (三单): problems, responsibilities, rectification.
import { registerEnumType } from 'type-graphql';

/** Three views of the same findings, as the three lists (三单) of the regulation are kept. */
export enum FindingList {
  problems = 'problems',
  responsibilities = 'responsibilities',
  rectifications = 'rectifications',
}
registerEnumType(FindingList, {
  name: 'FindingList',
  description: '三张清单 · The three lists of findings',
  valuesConfig: {
    problems: { description: '问题清单：全部问题 · Problems: all of them' },
    responsibilities: { description: '责任清单：已交办的 · Responsibilities: those assigned to a lead unit' },
    rectifications: { description: '整改清单：已有整改措施的 · Rectification: those with measures' },
  },
});
