// What daily seals may refuse (日封拒绝): codes that are never renamed.
import { refusal } from '#platform/vocabulary/refusal';

export const sealRefusals = {
  sealStream: refusal(
    'SEAL_STREAM_REFUSED',
    '日志的日封只给日志审计员，日志审计员也只取日志的日封',
    'Seals of the log are for the log auditor, who takes no others',
  ),
};
