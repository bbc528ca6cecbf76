// The evidence of funds (资金佐证材料): who asks for it, under which kinds it is seen; documents of projects, payments and stays.
import { evidenceParts } from '#platform/graph/files/evidence-parts';

export const fundsEvidence = evidenceParts('funds', 'Funds', ['region', 'unit', 'institution']);
