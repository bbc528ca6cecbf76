// Supervisions with their subjects, records, opinions and bulletins, for every place that names them.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Inspection } from '../inspection/inspection.entity';
import { Bulletin } from './bulletin.entity';
import { ExpertOpinion } from './expert-opinion.entity';
import { Supervision } from './supervision.entity';
import { SupervisionSubject } from './supervision-subject.entity';

export const supervisionById = defineLoader<Supervision | null>(
  'supervision by id',
  () => null,
  async ({ manager }, ids) => mapBy(await manager.findBy(Supervision, { id: Any([...ids]) }), ({ id }) => id),
);

export const subjectsOfSupervision = defineLoader<SupervisionSubject[]>(
  'subjects of supervision',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(SupervisionSubject, {
        where: { supervisionId: Any([...ids]) },
        order: { path: 'ASC', id: 'ASC' },
      }),
      ({ supervisionId }) => supervisionId,
    ),
);

export const subjectById = defineLoader<SupervisionSubject | null>(
  'subject by id',
  () => null,
  async ({ manager }, ids) => mapBy(await manager.findBy(SupervisionSubject, { id: Any([...ids]) }), ({ id }) => id),
);

/** Released ones: also to the organiser the rest is shown among the own inspections, not here. */
export const recordsOfSupervision = defineLoader<Inspection[]>(
  'records of supervision',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(Inspection, { where: { supervisionId: Any([...ids]) }, order: { id: 'ASC' } }),
      ({ supervisionId }) => supervisionId ?? '',
    ),
);

export const opinionsOfSupervision = defineLoader<ExpertOpinion[]>(
  'opinions of supervision',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(ExpertOpinion, { where: { supervisionId: Any([...ids]) }, order: { id: 'ASC' } }),
      ({ supervisionId }) => supervisionId,
    ),
);

export const bulletinOfSupervision = defineLoader<Bulletin | null>(
  'bulletin of supervision',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(Bulletin, { supervisionId: Any([...ids]) }), ({ supervisionId }) => supervisionId),
);
