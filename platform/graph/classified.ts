// The class of a field (字段分类): what it tells about somebody decides whether `'*'` may open it.
import { Extensions } from 'type-graphql';
import type { FieldClass } from '../access/policy';

/** `personal`, `service`, … fields need a rule of their own in permissions.ts. Money is classified by its scalar. */
export const Classified = (fieldClass: FieldClass) => Extensions({ class: fieldClass });
