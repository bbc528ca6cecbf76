// The ways in which somebody checks what was made, each by its rule: what the property of four eyes is tried on.
import type { Checker, Hand } from '#platform/vocabulary/hands';
import { checkAcknowledgement, checkSignature } from '../../services/assessments/annual-review/annual-review.rules';
import { checkAppeal, checkAppealDecision } from '../../services/assessments/appeal/appeal.rules';
import { checkApproval } from '../../services/assessments/quarterly-report/quarterly-report.rules';
import { checkReleaseDecision } from '../../services/assessments/release/release.rules';
import { checkSecondHand } from '../../services/households/comparison/comparison.rules';
import { checkExamine } from '../../services/households/complaint/complaint.rules';
import { sideToSign } from '../../services/organisation/letter/letter.rules';
import { checkMonth } from '../../services/organisation/stationing/stationing.rules';

const NOW = new Date('2018-06-01T00:00:00Z');
const light = { regionId: 'town', colour: 'red' as const, confirmedAt: NOW };

export interface CheckingPath {
  /** the file whose rule it is */
  rule: string;
  /** the hands that came before, as the rule is told of them; throws when the checker is refused */
  run(made: Hand, checker: Checker): void;
  /** where the rule knows who laid a hand and the row knows for whom: the constraint that the row is walled by, and its column */
  wall?: { constraint: string; column: string };
}

const by = ({ personId, principalId, standsFor }: Checker) => ({ personId, principalId, standsFor });
export const checkingPaths: Record<string, CheckingPath> = {
  'sign a letter as superior': {
    rule: 'services/organisation/letter/letter.rules.ts',
    run: ({ personId, principalId }, checker) => {
      const hand = { ...by(checker), post: 'district-officer', regionId: 'district' };
      const signed = [{ signedBy: personId, principalId, side: 'region' as const }];
      sideToSign({ id: 'town', kind: 'town', parentId: 'district' }, hand as never, signed, true);
    },
  },
  'approve a quarterly report': {
    rule: 'services/assessments/quarterly-report/quarterly-report.rules.ts',
    run: (made, checker) => checkApproval(checker, [made]),
  },
  'confirm a month on site': {
    rule: 'services/organisation/stationing/stationing.rules.ts',
    run: ({ personId, principalId }, checker) =>
      checkMonth([{ personId: 'nobody', recordedBy: personId, recordedFor: principalId }], checker),
  },
  'acknowledge an annual review': {
    rule: 'services/assessments/annual-review/annual-review.rules.ts',
    run: ({ personId }, checker) => checkAcknowledgement({ compiledBy: personId, acknowledgedAt: null }, checker),
    wall: { constraint: 'annual_review_four_eyes', column: 'compiled_by' },
  },
  'sign an addendum': {
    rule: 'services/assessments/annual-review/annual-review.rules.ts',
    run: ({ personId }, checker) => checkSignature({ writtenBy: personId, signedAt: null }, checker),
    wall: { constraint: 'annual_addendum_four_eyes', column: 'written_by' },
  },
  'appeal against a light that one proposed': {
    rule: 'services/assessments/appeal/appeal.rules.ts',
    run: ({ personId }, checker) =>
      checkAppeal(
        { ...light, proposedBy: personId, confirmedBy: 'nobody' },
        { by: checker, regionId: 'town', node: 'town' },
        { appealDays: 10 },
        { nodes: ['town'], fromAppeal: false, superseded: false },
        NOW,
      ),
    wall: { constraint: 'light_appeal_four_eyes', column: 'light_proposed_by' },
  },
  'decide an appeal that one made': {
    rule: 'services/assessments/appeal/appeal.rules.ts',
    run: ({ personId }, checker) =>
      checkAppealDecision(
        { lightProposedBy: 'nobody', lightConfirmedBy: 'no one', appealedBy: personId, outcome: null },
        checker,
      ),
    wall: { constraint: 'light_appeal_four_eyes', column: 'appealed_by' },
  },
  'decide an appeal against what one confirmed': {
    rule: 'services/assessments/appeal/appeal.rules.ts',
    run: ({ personId }, checker) =>
      checkAppealDecision(
        { lightProposedBy: 'nobody', lightConfirmedBy: personId, appealedBy: 'no one', outcome: null },
        checker,
      ),
    wall: { constraint: 'light_appeal_four_eyes', column: 'light_confirmed_by' },
  },
  'close a match that one verified': {
    rule: 'services/households/comparison/comparison.rules.ts',
    run: ({ personId }, checker) => checkSecondHand({ verdict: 'right', verifiedBy: personId, outcome: null }, checker),
    wall: { constraint: 'comparison_match_four_eyes', column: 'verified_by' },
  },
  'examine a complaint that one filed': {
    rule: 'services/households/complaint/complaint.rules.ts',
    run: ({ personId }, checker) =>
      checkExamine(
        { side: 'above', householdId: null, filedBy: personId, examinedBy: null, outcome: null },
        checker,
        'district-officer',
      ),
    wall: { constraint: 'data_complaint_four_eyes', column: 'filed_by' },
  },
  'grant a release that one asked for': {
    rule: 'services/assessments/release/release.rules.ts',
    run: ({ personId }, checker) => checkReleaseDecision({ askedBy: personId, outcome: null }, checker, true, [], []),
    wall: { constraint: 'light_release_four_eyes', column: 'asked_by' },
  },
};
