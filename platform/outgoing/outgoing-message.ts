// What leaves the house by a telephone (短信、钉钉): one short text without personal data, to one mobile number, by a port that is off unless configured.

export const channels = ['sms', 'dingtalk'] as const;
export type MessageChannel = (typeof channels)[number];

export interface OutgoingMessage {
  /** the same at each attempt, so that a carrier can tell a repetition */
  id: string;
  mobile: string;
  text: string;
  /** by the database's clock: signatures carry it */
  at: Date;
}

/** `taken`: the carrier has it. `refused`: it never will. `again`: it may later. The error is a code that names neither number nor address. */
export type Handover = { verdict: 'taken' } | { verdict: 'refused' | 'again'; error: string };

export interface MessagePort {
  readonly channel: MessageChannel;
  /** more than this a minute the carrier does not take */
  readonly mostPerMinute: number;
  hand(message: OutgoingMessage): Promise<Handover>;
}
