// What was told (登记内容), by the names of the columns that it is kept in: a definer function reads a row of its table out of it.

export const inColumns = (told: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(told).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
