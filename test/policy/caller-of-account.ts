// The caller (请求人) that the gateway would make of a demo account, for asking a subgraph without the gateway.
import { randomUUID } from 'node:crypto';
import { anonymousCaller, type Caller, type Post, scopeOfPost } from '#platform/vocabulary/caller';
import type { City } from '../../data/generate/city';

export const demoAccounts = [
  'city-director',
  'city-finance',
  'city-officer',
  'city-assessor',
  'inspector',
  'org-department',
  'district-laicheng',
  'district-gangcheng',
  'zone-xueye',
  'town-kouzhen',
  'village-kouzhen',
  'first-secretary',
  'helper-kouzhen',
  'unit-health',
  'hospital-window',
  'insurer-clerk',
  'insurer-checker',
  'insurer-cashier',
  'auditor',
  'logauditor',
  'sysadmin',
  'secadmin',
  'province-observer',
  'citizen',
] as const;

/** `null` is somebody who has not signed in. */
export function callerOfAccount(city: City, account: string | null): Caller {
  const nobody = anonymousCaller(randomUUID());
  if (account === null) return nobody;
  const person = city.demoAccounts.find((each) => each.account === account)?.personId;
  const held = city.appointments.find(({ personId }) => personId === person);
  if (!person || !held) throw new Error(`no demo account ${account}`);
  const post = held.post as Post;
  const unit = city.units.find(({ id }) => id === held.unitId);
  const ofUnit = scopeOfPost[post] === 'unit' ? (unit?.regionId ?? null) : null;
  return {
    ...nobody,
    personId: person,
    appointmentId: held.id,
    post,
    level: held.level,
    line: unit?.line ?? null,
    scope: post === 'public' ? 'own' : scopeOfPost[post],
    regionId: held.regionId ?? ofUnit,
    unitId: held.unitId,
    pairedHouseholds:
      post === 'helper'
        ? city.pairings.filter(({ helperId }) => helperId === person).map(({ householdId }) => householdId)
        : [],
    regionEpoch: 1,
    sessionId: randomUUID(),
  };
}
