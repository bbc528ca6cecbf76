// Whose scope reaches a row (权限说明), and since when each permission table holds.
import { migration } from '#platform/database/migration';
import { rowReach } from '#platform/database/row-reach';

export const addRowReach = migration(1700000000131, 'AddRowReach', rowReach);
