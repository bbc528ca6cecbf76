// Responsibility letters (责任书) of 2018: the two districts and the zones with the city, the towns with those, signed in January.
import { idStream } from './ids';
import type { LetterRow } from './letter-rows';
import type { AppointmentRow, RegionRow } from './rows';

/** The day on which letters of districts and zones were signed, and that of towns (assumed: the report only says that they were). */
const SIGNED = { region: '2018-01-08T02:00:00Z', town: '2018-01-12T02:00:00Z' } as const;
const drafters = ['office-director', 'district-officer', 'zone-officer'];
const signers = ['district-officer', 'zone-officer', 'town-officer'];

/** A region whose superior or officer is not known has no letter. */
export function letters(
  seed: number,
  regions: readonly RegionRow[],
  appointments: readonly AppointmentRow[],
): LetterRow[] {
  const nextId = idStream(seed, 'letter');
  const holder = (regionId: string | null, posts: readonly string[]) =>
    appointments.find((each) => each.regionId === regionId && posts.includes(each.post))?.personId;
  return regions.flatMap((region) => {
    if (region.kind !== 'district' && region.kind !== 'zone' && region.kind !== 'town') return [];
    const signedBy = holder(region.id, signers);
    const superior = holder(region.parentId, drafters);
    if (!signedBy || !superior) return [];
    const isTown = region.kind === 'town';
    return [
      {
        id: nextId(),
        regionId: region.id,
        path: region.path,
        year: 2018,
        documentNumber: isTown ? '莱区镇责字〔2018〕1号（拟）' : '莱扶组责字〔2018〕1号（拟）',
        signedBy,
        superior,
        signedAt: isTown ? SIGNED.town : SIGNED.region,
      },
    ];
  });
}
