// Kinds of files (文件类型) that are taken in: told from their first bytes, and for office files from what lies inside, never from their name.
import { zipNames } from './zip-names';

export enum FileKind {
  jpeg = 'jpeg',
  png = 'png',
  pdf = 'pdf',
  docx = 'docx',
  xlsx = 'xlsx',
}

const office = 'application/vnd.openxmlformats-officedocument';
export const contentTypes: Readonly<Record<FileKind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
};

const startsWith = (bytes: Buffer, ...first: number[]) => first.every((byte, at) => bytes[at] === byte);
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Null for everything else, office files with macros among it. */
export function fileKindOf(bytes: Buffer): FileKind | null {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return FileKind.jpeg;
  if (startsWith(bytes, ...PNG)) return FileKind.png;
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return FileKind.pdf;
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return null;
  const names = zipNames(bytes);
  if (!names?.includes('[Content_Types].xml') || names.some((name) => /vbaproject|\.bin$/i.test(name))) return null;
  if (names.includes('word/document.xml')) return FileKind.docx;
  return names.includes('xl/workbook.xml') ? FileKind.xlsx : null;
}

/** Texts have no first bytes to be told by: neither of the two encodings ever has a nought or other controls than ends of lines and tabs. */
export const isPlainText = (bytes: Buffer): boolean =>
  bytes.length > 0 && bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
