// What is refused of complaints about wrong data.
import { refusal } from '#platform/vocabulary/refusal';

export const complaintRefusals = {
  complaintClockMissing: refusal(
    'COMPLAINT_CLOCK_MISSING',
    '{day} 没有适用的办理时限',
    'No clock of complaints about data is in force on {day}',
  ),
  complaintStep: refusal(
    'COMPLAINT_STEP',
    '该反映的状态不允许此操作',
    'This step of the complaint is done, or not due yet',
  ),
  complaintSamePerson: refusal(
    'COMPLAINT_SAME_PERSON',
    '反映、核查、答复须为不同的人',
    'Whoever filed or examined a complaint does not take its next step',
  ),
  complaintForAbove: refusal(
    'COMPLAINT_FOR_ABOVE',
    '镇街提出的异议由区或功能区核查',
    'An objection of a town is examined by its district or zone',
  ),
  figureUnchanged: refusal(
    'FIGURE_UNCHANGED',
    '数据尚未更正，不能答复“已更正”',
    'The figure stands as it was, so that it is not corrected',
  ),
  figureOfNobody: refusal(
    'FIGURE_OF_NOBODY',
    '反映人不在所反映的村的在册户中',
    'Whoever filed it is in no household of the village named',
  ),
} as const;
