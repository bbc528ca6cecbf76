// Peer groups (同组) on the wire: who is scored and lit against whom.
import { registerEnumType } from 'type-graphql';

export enum PeerGroup {
  town = 'town',
  district = 'district',
  zone = 'zone',
  unit = 'unit',
}
registerEnumType(PeerGroup, {
  name: 'PeerGroup',
  description: '同组（参评对象）· Peer group: who is scored against whom',
  valuesConfig: {
    town: { description: '镇（街道）· Towns and streets' },
    district: { description: '区 · Districts' },
    zone: { description: '功能区 · Functional zones' },
    unit: { description: '成员单位 · Member units' },
  },
});
