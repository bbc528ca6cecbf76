// The packs that funds decides by beside its own (应尽事项、日历、提醒时限): copies of what stands in organisation.
import { migration } from '#platform/database/migration';
import { standingPacks } from '#platform/database/standing-pack-table';

export const addStandingPacks = migration(1700000000396, 'AddStandingPacks', standingPacks);
