// The outgoing ports (对外通知渠道) that the environment configures; none, unless an address and its key are set together.
import { z } from 'zod';
import { readSettings, SettingsError, secretSetting, setting } from '../process/settings';
import { dingtalkRobot } from './dingtalk-robot';
import type { MessageChannel, MessagePort } from './outgoing-message';
import { smsGateway } from './sms-gateway';

const schema = z.object({
  SMS_URL: setting(
    z.url(),
    '短信网关地址；不设则关闭 · address of the short-message gateway; off unless set',
  ).optional(),
  SMS_KEY: secretSetting(z.string().min(8), '短信网关密钥 · its key').optional(),
  DINGTALK_URL: secretSetting(
    z.url(),
    '钉钉机器人 Webhook 地址（含 access_token）；不设则关闭 · webhook of the DingTalk robot; off unless set',
  ).optional(),
  DINGTALK_SECRET: secretSetting(z.string().min(8), '钉钉机器人加签密钥 · secret that signs for it').optional(),
});

export type OutgoingPorts = ReadonlyMap<MessageChannel, MessagePort>;

export function openPorts(env: NodeJS.ProcessEnv): OutgoingPorts {
  const read = readSettings(schema, env);
  const wrong = [half(read, 'SMS_URL', 'SMS_KEY'), half(read, 'DINGTALK_URL', 'DINGTALK_SECRET')].flat();
  if (wrong.length > 0) throw new SettingsError(wrong);
  const ports: MessagePort[] = [];
  if (read.SMS_URL && read.SMS_KEY) ports.push(smsGateway({ url: read.SMS_URL, key: read.SMS_KEY }));
  if (read.DINGTALK_URL && read.DINGTALK_SECRET)
    ports.push(dingtalkRobot({ url: read.DINGTALK_URL, secret: read.DINGTALK_SECRET }));
  return new Map(ports.map((port) => [port.channel, port]));
}

/** Half a configuration is a mistake that is told at the start. */
function half<Name extends string>(read: Partial<Record<Name, string | undefined>>, url: Name, key: Name): string[] {
  return (read[url] === undefined) === (read[key] === undefined)
    ? []
    : [`${url} 与 ${key} 须一并设置 · set ${url} and ${key} together`];
}
