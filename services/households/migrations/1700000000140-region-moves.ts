// Households can follow a re-organisation (区划调整): what regions were, and the way their rows move.
import { migration } from '#platform/database/migration';
import { regionMoves } from '#platform/database/region-moves';

export const addRegionMoves = migration(1700000000140, 'AddRegionMoves', regionMoves);
