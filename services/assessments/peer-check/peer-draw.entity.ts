// The draw of mutual checks (互查抽签) of a supervision: made once, with what anybody needs to draw it again.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '互查抽签 · The draw of who checks whom' })
@Entity('peer_draw')
export class PeerDraw {
  @Field(() => ID, { description: '抽签标识 · Id of the draw' })
  @IdColumn()
  id: string;

  @RefColumn()
  supervisionId: string;

  @RefColumn()
  issuerId: string;

  @Field({ description: '种子 · Seed' })
  @TextColumn()
  seed: string;

  @Field({ description: '对象名单的哈希 · Hash of the list of subjects' })
  @TextColumn()
  listHash: string;

  @Field({ description: '规则包的哈希 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @Field(() => Int, { description: '每个对象检查几个同组对象 · How many peers each checks' })
  @WholeColumn()
  checksEach: number;

  @Field(() => Date, { description: '抽签时间 · Drawn at' })
  @InstantColumn()
  drawnAt: Date;
}
