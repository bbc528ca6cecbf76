// Verifies an auditor's extract (审计提取) offline: plain Node, no package, this one file; each entry against the manifest, in memory that does not grow with it.
// 用法 usage: node verify-extract.mjs FILE [--manifest SHA256]     退出码 exit code: 0 相符 holds, 1 不符 broken, 2 读不懂 unreadable
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createInflateRaw } from 'node:zlib';

const MANIFEST = '清单.json';
const ENTRY = 0x02014b50;

function bytesAt(file, at, length) {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, at) !== length) throw new Error('the archive ends too early');
  return bytes;
}

/** The directory at the end of the archive: name, where the entry begins, and how long it is packed. */
function entriesOf(file) {
  const { size } = fstatSync(file);
  const tail = bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('this is no zip archive');
  const directory = bytesAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at < directory.length; ) {
    if (directory.readUInt32LE(at) !== ENTRY) throw new Error('the directory of the archive is broken');
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + name),
      packed: directory.readUInt32LE(at + 20),
      begun: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

async function contentOf(path, file, { packed, begun }, keep) {
  const local = bytesAt(file, begun, 30);
  const from = begun + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const hash = createHash('sha256');
  const kept = [];
  let bytes = 0;
  if (packed > 0)
    for await (const piece of createReadStream(path, { start: from, end: from + packed - 1 }).pipe(
      createInflateRaw(),
    )) {
      hash.update(piece);
      bytes += piece.length;
      if (keep) kept.push(piece);
    }
  return { bytes, sha256: hash.digest('hex'), text: keep ? Buffer.concat(kept).toString('utf8') : '' };
}

async function verify(path, wanted) {
  const file = openSync(path, 'r');
  try {
    const entries = entriesOf(file);
    const last = entries.find(({ name }) => name === MANIFEST);
    if (!last) throw new Error(`${MANIFEST} is missing`);
    const manifest = await contentOf(path, file, last, true);
    const { format, files } = JSON.parse(manifest.text);
    if (format !== 'audit-extract/1') throw new Error('this is no extract');
    const broken = [];
    const tell = (zh, en) => broken.push(`${zh} · ${en}`);
    if (wanted && wanted !== manifest.sha256) tell('清单不是所留的那一份', 'the manifest is not the one that was kept');
    const listed = new Map(files.map((each) => [each.name, each]));
    const seen = new Set();
    for (const [at, entry] of entries.entries()) {
      if (process.stderr.isTTY) process.stderr.write(`\r${at + 1}/${entries.length}`);
      const { name } = entry;
      if (seen.has(name)) tell(`${name} 有两份`, `${name} stands twice`);
      seen.add(name);
      if (name === MANIFEST) continue;
      const told = listed.get(name);
      if (!told) {
        tell(`${name} 不在清单中`, `${name} is not in the manifest`);
        continue;
      }
      const found = await contentOf(path, file, entry, false).catch(() => null);
      if (found?.sha256 !== told.sha256 || found.bytes !== told.bytes) tell(`${name} 已被改动`, `${name} was changed`);
    }
    for (const { name } of files) if (!seen.has(name)) tell(`${name} 缺失`, `${name} is missing`);
    if (process.stderr.isTTY) process.stderr.write('\n');
    return { broken, manifest: manifest.sha256, count: files.length };
  } finally {
    closeSync(file);
  }
}

const [path, option, wanted] = process.argv.slice(2);
if (!path || (option !== undefined && option !== '--manifest')) {
  console.error('用法 usage: verify-extract.mjs FILE [--manifest SHA256]');
  process.exitCode = 2;
} else
  try {
    const { broken, manifest, count } = await verify(path, wanted);
    for (const each of broken) console.log(each);
    if (broken.length === 0)
      console.log(`相符：${count} 个文件；清单 ${manifest} · ${count} files hold; manifest ${manifest}`);
    process.exitCode = broken.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(`无法读取 · cannot be read: ${error.message}`);
    process.exitCode = 2;
  }
