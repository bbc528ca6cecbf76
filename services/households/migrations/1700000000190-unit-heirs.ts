// Which unit answers for one that was merged (单位承继): households holds no row of a unit, and is told like the others.
import { migration } from '#platform/database/migration';
import { unitHeirs } from '#platform/database/unit-heirs';

export const householdsUnitHeirs = migration(1700000000190, 'HouseholdsUnitHeirs', (names) => unitHeirs(names));
