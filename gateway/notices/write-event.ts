// One event of a server-sent stream (服务器推送事件) as the wire takes it: no field of it can end a line before its end.

/** JSON has no line breaks of its own; an id without them is the caller's care. */
export function eventOf(name: string, id: string | null, data: unknown): string {
  return `event: ${name}\n${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** A line that clients throw away: it keeps what lies between from closing a silent connection. */
export function commentOf(text: string): string {
  return `: ${text}\n\n`;
}
