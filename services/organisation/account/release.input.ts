// Which accounts are released at once.
import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';

export const RELEASES_MOST = 200;

@ArgsType()
export class DrawReleaseCodesArgs {
  @Field(() => [ID], { description: '账号标识，一次至多 200 个 · Ids of the accounts, at most 200 at once' })
  @ArrayMaxSize(RELEASES_MOST, { message: `一次至多 ${RELEASES_MOST} 个 · at most ${RELEASES_MOST} at once` })
  ids: string[];
}
