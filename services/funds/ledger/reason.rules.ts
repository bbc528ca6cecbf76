// A reason (原因) is written whenever money is refused, returned or undone: long enough to say something.
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';

export function checkReason(reason: string): void {
  const length = reason.trim().length;
  if (length < 2 || reason.length > 300) {
    throw invalidInput('reason', '原因须为 2 至 300 个字符', 'a reason has 2 to 300 characters');
  }
  refusePersonalNumbers('reason', reason);
}
