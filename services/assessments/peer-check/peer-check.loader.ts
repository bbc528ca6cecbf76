// Draws of mutual checks, their assignments, and what was recorded of each.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Inspection } from '../inspection/inspection.entity';
import { PeerAssignment } from './peer-assignment.entity';
import { PeerDraw } from './peer-draw.entity';

export const drawOfSupervision = defineLoader<PeerDraw | null>(
  'draw of mutual checks',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(PeerDraw, { supervisionId: Any([...ids]) }), ({ supervisionId }) => supervisionId),
);

export const assignmentById = defineLoader<PeerAssignment | null>(
  'assignment by id',
  () => null,
  async ({ manager }, ids) => mapBy(await manager.findBy(PeerAssignment, { id: Any([...ids]) }), ({ id }) => id),
);

export const assignmentsOfDraw = defineLoader<PeerAssignment[]>(
  'assignments of draw',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(PeerAssignment, { where: { drawId: Any([...ids]) }, order: { place: 'ASC' } }),
      ({ drawId }) => drawId,
    ),
);

export const recordOfAssignment = defineLoader<Inspection | null>(
  'record of assignment',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(Inspection, { assignmentId: Any([...ids]) }), (record) => record.assignmentId ?? ''),
);
