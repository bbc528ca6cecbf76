// What can be posted about (公示事项): facts that every kind of subject tells of itself, whatever it is.
import type { Fen } from '#platform/vocabulary/money';

export interface SubjectLine {
  lineId: string;
  householdId: string | null;
  regionId: string;
  path: string;
  name: string;
  amount: Fen;
}

export interface NoticeSubject {
  regionId: string;
  path: string;
  year: number;
  /** in Chinese, as it stands on the board: the purpose of a batch, the name of a project */
  about: string;
  documentNumber: string;
  total: Fen | null;
  lines: SubjectLine[];
  /** what its lines are, when they are no households: their names are shown whole */
  counted?: string;
  /** whoever made it does not answer objections to it */
  madeBy: string;
  /** before the act it is posted, after it it is announced; neither once it was given up */
  stage: 'before' | 'after' | 'over';
}
