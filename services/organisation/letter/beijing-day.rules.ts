// The day in Beijing (北京日期) at an instant of the database's clock; China has had one time without summer time since 1992.

const EIGHT_HOURS = 8 * 60 * 60 * 1000;

export function beijingDay(instant: Date): string {
  return new Date(instant.getTime() + EIGHT_HOURS).toISOString().slice(0, 10);
}
