// Connections (分页列表): Relay's shape for every list that can pass 50 rows, and the arguments that walk it.
import 'reflect-metadata';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { type Page, type PageArgs } from '../database/page';

@Directive('@shareable')
@ObjectType({ description: '翻页信息 · Where a page ends' })
export class PageInfo {
  @Field({ description: '是否还有下一页 · Whether there is a next page' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: '末行游标 · Cursor of the last row' })
  endCursor: string | null;
}

@ArgsType()
export class ConnectionArgs implements PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: '每页行数，默认 20，至多 200 · Rows of a page, 20 unless told, at most 200',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: '从此游标之后 · Rows after this cursor' })
  after?: string;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
}

/** Makes the edge and connection classes of a node class; `zh` and `en` name the node; `shared` where several subgraphs have it. */
export function connectionOf<T extends object>(
  Node: ClassType<T>,
  name: string,
  zh: string,
  en: string,
  shared = false,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `${zh}列表的一行 · One row of a list of ${en}` })
  class EdgeType {
    @Field({ description: '该行游标 · Cursor of this row' })
    cursor: string;

    @Field(() => Node, { description: `${zh} · The ${en}` })
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: `${zh}分页列表 · A page of ${en}` })
  class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType], { description: '本页各行 · Rows of this page' })
    edges: EdgeType[];

    @Field(() => PageInfo, { description: '翻页信息 · Where this page ends' })
    pageInfo: PageInfo;
  }
  if (shared) for (const type of [EdgeType, ConnectionType]) Directive('@shareable')(type);
  return ConnectionType;
}

/** A cursor is made when it is asked for: few clients ask for that of each row. */
class Edge<T> {
  constructor(
    readonly node: T,
    private readonly cursorOf: (item: T) => string,
  ) {}

  get cursor(): string {
    return this.cursorOf(this.node);
  }
}

export function connect<T>(page: Page<T>, cursor: (item: T) => string): Connection<T> {
  const edges = page.items.map((node) => new Edge(node, cursor));
  return { edges, pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}
