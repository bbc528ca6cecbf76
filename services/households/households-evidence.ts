// The evidence of households (走访照片等): what goes with visits.
import { evidenceParts } from '#platform/graph/files/evidence-parts';

export const householdsEvidence = evidenceParts('households', 'Households', ['region', 'paired']);
