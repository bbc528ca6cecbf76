// Delegations (职务代理): given and renewed by the holder of a post, revoked by either side, overseen by the security administrator.
import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Appointment } from '../appointment/appointment.entity';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import type { OrganisationTools } from '../sign-in/tools.rules';
import { appointmentBehind } from './appointment-behind.loader';
import { delegateAppointment } from './delegate-appointment';
import { Delegation } from './delegation.entity';
import { DelegateArgs, DelegationsArgs, RenewDelegationArgs, RevokeDelegationArgs } from './delegation.input';
import { listDelegations } from './list-delegations';
import { renewDelegation } from './renew-delegation';
import { revokeDelegation } from './revoke-delegation';

type DeskContext = Context<OrganisationTools>;
const DelegationConnection = connectionOf(Delegation, 'Delegation', '职务代理', 'delegations');

@Resolver(() => Delegation)
export class DelegationResolver {
  @Query(() => DelegationConnection, {
    nullable: true,
    description: '职务代理列表，按委托先后 · Delegations in the order of their giving',
  })
  async delegations(
    @Args(() => DelegationsArgs) args: DelegationsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Delegation>> {
    return connect(await listDelegations(context, args), (delegation) => cursorOf(delegation.id));
  }

  @Mutation(() => Delegation, {
    nullable: true,
    description: '委托他人代理当前任职 · Delegate the appointment that you act under',
  })
  delegateAppointment(@Args(() => DelegateArgs) args: DelegateArgs, @Ctx() context: DeskContext) {
    return delegateAppointment(context, args);
  }

  @Mutation(() => Delegation, {
    nullable: true,
    description: '延长代理，仅委托人可办 · Prolong a delegation: its giver alone',
  })
  renewDelegation(@Args(() => RenewDelegationArgs) args: RenewDelegationArgs, @Ctx() context: DeskContext) {
    return renewDelegation(context, args);
  }

  @Mutation(() => Delegation, {
    nullable: true,
    description: '撤销或辞去代理，立即生效 · Revoke a delegation or give it up, at once',
  })
  revokeDelegation(@Args(() => RevokeDelegationArgs) args: RevokeDelegationArgs, @Ctx() context: Context<never>) {
    return revokeDelegation(context, args);
  }

  @FieldResolver(() => Appointment, { nullable: true, description: '所代理的任职 · The appointment acted under' })
  appointment(@Root() { appointmentId }: Delegation, @Ctx() context: Context) {
    return appointmentBehind.load(context, appointmentId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '委托人 · Who gave it' })
  delegator(@Root() { delegatorId }: Delegation, @Ctx() context: Context) {
    return personById.load(context, delegatorId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '代理人 · Who acts' })
  delegate(@Root() { delegateId }: Delegation, @Ctx() context: Context) {
    return personById.load(context, delegateId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '撤销人 · Who revoked it' })
  revokedBy(@Root() { revokedBy }: Delegation, @Ctx() context: Context) {
    return revokedBy && personById.load(context, revokedBy);
  }
}
