// Texts of cells: how columns are named, how XML carries a text, and how a text is kept from being run as a formula.
const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** 0 is A, 26 is AA. */
export function columnName(at: number): string {
  const before = Math.floor(at / 26);
  return `${before > 0 ? columnName(before - 1) : ''}${String.fromCharCode(65 + (at % 26))}`;
}

export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export function xmlText(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  const plain = text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (all, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return marks[name as string] ?? all;
  });
  return plain.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const UNSAFE = /[&<>]|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Any unsafe text has it, and any with a pair of halves: half the work tells that nearly all texts are safe. */
const PERHAPS_UNSAFE = /[^\t\n\r -%'-;=?-\uD7FF\uE000-\uFFFD]/;

/** What XML cannot carry is left out, the rest is escaped. */
export function asXml(text: string): string {
  return PERHAPS_UNSAFE.test(text) ? text.replace(UNSAFE, (mark) => escapes[mark] ?? '') : text;
}

/** What a spreadsheet would run, once the file was saved as text and opened again, gets an apostrophe in front. */
export function neutralText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text that a person sees in a cell, without that apostrophe. */
export function plainText(text: string): string {
  const seen = text.trim();
  return /^'[=+\-@\t\r]/.test(seen) ? seen.slice(1) : seen;
}
