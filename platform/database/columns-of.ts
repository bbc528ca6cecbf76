// The columns of an entity as a select list, from the entity's own decorators: what hot reads ask for instead of a query builder.
import type { DataSource } from 'typeorm';
import { madeOnce } from '../vocabulary/made-once';

type Entity = new () => object;

const known = new WeakMap<DataSource, Map<Entity, Map<readonly string[] | undefined, string>>>();

/** `select t.id, t.unit_id as "unitId" … from schema.person t`, sealed columns left out; of `only` where they are named. */
export function selectFrom(dataSource: DataSource, entity: Entity, only?: readonly string[]): string {
  const entities = madeOnce(known, dataSource, () => new Map());
  const texts = madeOnce(entities, entity, () => new Map());
  return madeOnce(texts, only, () => made(dataSource, entity, only));
}

function made(dataSource: DataSource, entity: Entity, only?: readonly string[]): string {
  const { columns, tablePath } = dataSource.getMetadata(entity);
  for (const name of only ?? [])
    if (!columns.some(({ propertyName }) => propertyName === name)) throw new Error(`${entity.name} has no ${name}`);
  const list = columns
    .filter(({ isSelect, propertyName }) => isSelect && (only?.includes(propertyName) ?? true))
    .map(({ databaseName, propertyName }) => `t.${databaseName} as "${propertyName}"`);
  return `select ${list.join(', ')} from ${tablePath} t`;
}
