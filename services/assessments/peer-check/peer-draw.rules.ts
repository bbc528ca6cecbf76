// Who checks whom (互查抽签): drawn from a seed, so that nobody checks himself, and no two check each other where their number allows.
import { contentHash } from '#platform/vocabulary/canonical';
import type { BilingualText } from '#platform/vocabulary/refusal';

export interface Peer {
  subjectId: string;
  /** units, districts with zones, towns: each group checks its own */
  group: string;
}

export interface Pairing {
  checkerId: string;
  checkedId: string;
  /** their number is too small to keep the two from checking each other */
  mutual: boolean;
}

export const peerAlgorithm: BilingualText = {
  zh: '散列为规范化 JSON（键按序、无空格）的 SHA-256（十六进制）。listHash = 散列(按序的对象标识)；对象的签 = 散列([seed, listHash, 对象标识])；同组对象按签由小到大围成一圈，每个对象检查其后的 checksEach 个',
  en: 'A hash is SHA-256 in hexadecimal of canonical JSON (keys sorted, no spaces). listHash = hash of the sorted ids of the subjects; the ticket of a subject = hash([seed, listHash, its id]); the subjects of a group stand in a ring by ticket, and each checks the checksEach that come after it',
};

export const listHashOf = (peers: readonly Peer[]): string => contentHash(peers.map((peer) => peer.subjectId).sort());

/** Groups in which somebody has no peer: nothing can be drawn there. */
export function lonelyGroups(peers: readonly Peer[]): string[] {
  return groupsOf(peers).filter((group) => inGroup(peers, group).length < 2);
}

/** A ring has no reciprocal pair while each checks fewer than half of the others around it. */
export function drawPeers(seed: string, peers: readonly Peer[], checksEach: number): Pairing[] {
  const list = listHashOf(peers);
  const ticket = new Map(peers.map(({ subjectId }) => [subjectId, contentHash([seed, list, subjectId])]));
  return groupsOf(peers).flatMap((group) => {
    const ring = inGroup(peers, group)
      .map((peer) => peer.subjectId)
      .sort((a, b) => ((ticket.get(a) ?? '') < (ticket.get(b) ?? '') ? -1 : 1));
    const each = Math.min(checksEach, ring.length - 1);
    return ring.flatMap((checkerId, at) =>
      [...ring, ...ring].slice(at + 1, at + 1 + each).map((checkedId, ahead) => ({
        checkerId,
        checkedId,
        mutual: ring.length - (ahead + 1) <= each,
      })),
    );
  });
}

const groupsOf = (peers: readonly Peer[]): string[] => [...new Set(peers.map(({ group }) => group))].sort();
const inGroup = (peers: readonly Peer[], group: string): Peer[] => peers.filter((peer) => peer.group === group);
