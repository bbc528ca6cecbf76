// Rows of responsibility letters (责任书) in the generated city.

export interface LetterRow {
  id: string;
  regionId: string;
  path: string;
  year: number;
  documentNumber: string;
  signedBy: string;
  superior: string;
  /** of the region; the superior signs an hour later */
  signedAt: string;
}
