// Checklists as tests draft them: what ships, and a version after it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';

export type Json = ReturnType<typeof JSON.parse>;
export const shipped = (name: string): Json =>
  JSON.parse(readFileSync(join(projectRoot, 'data/checklists', `${name}.json`), 'utf8'));

/** The second version of the units' list: one standard is raised, one deadline kept, everything else is as it was. */
export const second = (change: (pack: Json) => void = () => undefined) => {
  const pack = shipped('units-2018');
  pack.name = 'units-2018-2';
  pack.effectiveFrom = '2018-07-01';
  pack.document = { ...pack.document, number: '莱扶组发〔2018〕90号（拟）', version: 2, issuedOn: '2018-06-20' };
  change(pack);
  return pack;
};
export const DRAFT =
  'mutation($kind: String!, $content: String!) { draftAssessmentsPack(kind: $kind, content: $content) { id hash } }';
export const DRAFT_IN_A_GAP =
  'mutation($kind: String!, $content: String!) { draftAssessmentsPack(kind: $kind, content: $content, gapReason: "其间各年另行下发") { id hash } }';
export const APPROVE =
  'mutation($id: ID!, $hash: String!) { approveAssessmentsPack(id: $id, hash: $hash, documentNumber: "莱扶组发〔2018〕90号") { status } }';
