// What is refused of exposures.
import { refusal } from '#platform/vocabulary/refusal';

export const exposureRefusals = {
  exposureHoldsPersonalData: refusal(
    'EXPOSURE_HOLDS_PERSONAL_DATA',
    '文中有 {count} 处个人信息，不能公布',
    'The text tells about persons in {count} places and is not published',
  ),
  exposureSettled: refusal(
    'EXPOSURE_SETTLED',
    '该曝光已办结，不能再改',
    'This step of the exposure is done, or not due yet',
  ),
} as const;
