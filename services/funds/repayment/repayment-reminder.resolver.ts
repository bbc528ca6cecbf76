// How overdue repayments are followed: an agreement by its id, for the hospital and the region of the patient, and reminders of it.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Region, regionOf } from '../foreign/region';
import { Unit, unitOf } from '../foreign/unit';
import { listOverdue } from './list-overdue';
import { remindRepayment } from './remind-repayment';
import { agreementById, remindersOf } from './repayment.loader';
import { RepaymentAgreement } from './repayment-agreement.entity';
import { RepaymentReminder } from './repayment-reminder.entity';

const AgreementConnection = connectionOf(RepaymentAgreement, 'RepaymentAgreement', '还款协议', 'repayment agreements');
const idArg = () => Arg('id', () => ID, { description: '协议标识 · Id of the agreement' });

@Resolver(() => RepaymentAgreement)
export class RepaymentReminderResolver {
  @Query(() => RepaymentAgreement, {
    nullable: true,
    description: '按标识查还款协议 · A repayment agreement by its id',
  })
  repaymentAgreement(@idArg() id: string, @Ctx() context: Context) {
    return isId(id) ? agreementById.load(context, id) : null;
  }

  @Query(() => AgreementConnection, {
    nullable: true,
    description:
      '本院的或本地区患者的逾期还款协议 · Agreements that are overdue, of the own hospital or of patients of the own region',
  })
  async overdueRepayments(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<RepaymentAgreement>> {
    return connect(await listOverdue(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => RepaymentAgreement, {
    nullable: true,
    description:
      '催还并记录，医院与乡镇每日各一次 · Reminds the patient and keeps it, once a day by hospital and by town',
  })
  async remindRepayment(
    @idArg() id: string,
    @Arg('remark', { description: '联系情况（6 至 200 字）· What was said' }) remark: string,
    @Ctx() context: Context,
  ) {
    return agreementById.load(context, await remindRepayment(context, id, remark));
  }

  @FieldResolver(() => [RepaymentReminder], {
    nullable: true,
    description: '催还记录，近者在前 · Reminders, newest first',
  })
  reminders(@Root() { id }: RepaymentAgreement, @Ctx() context: Context) {
    return remindersOf.load(context, id);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: RepaymentAgreement) {
    return unitOf(hospitalId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '患者户籍所在村 · Home village of the patient' })
  region(@Root() { regionId }: RepaymentAgreement) {
    return regionOf(regionId);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '患者姓名（脱敏）· Name of the patient, always masked' })
  patient(@Root() { patientName }: RepaymentAgreement) {
    return patientName;
  }
}
