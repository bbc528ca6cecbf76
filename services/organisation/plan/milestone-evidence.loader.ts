// The files that prove a milestone (节点佐证材料), as the caller may see them.
import { evidenceLoader } from '#platform/graph/files/attach-evidence';

export const MILESTONE = 'milestone';
export const evidenceOfMilestone = evidenceLoader('organisation', MILESTONE);
