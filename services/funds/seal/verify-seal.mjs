// Verifies a file of daily seals (日封), a published list or the proof of one line, offline: plain Node, no package, this one file.
// 用法 usage: node verify-seal.mjs FILE [--published HASH]     退出码 exit code: 0 相符 holds, 1 不符 broken, 2 读不懂 unreadable
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Keys sorted, no spaces: the one form of a value that is hashed. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

const leafOf = (content, salt = '') => sha(`leaf\n${salt}\n${canonical(content)}`);
const nodeOf = (left, right) => sha(`node\n${left}\n${right}`);
const linkOf = (before, leaf) => sha(`link\n${before}\n${leaf}`);

function rootOf(leaves) {
  let level = leaves;
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at < level.length; at += 2)
      above.push(at + 1 < level.length ? nodeOf(level[at], level[at + 1]) : level[at]);
    level = above;
  }
  return level[0] ?? sha('no leaves');
}

const START = sha('the first link');
const sealHash = ({ stream, number, day, count, root, link, previous }) =>
  sha(`seal\n${canonical([stream, number, day, count, root, link, previous])}`);

/** Every seal and every row of it, from the first: what does not hold is named by its seal, its place and its id. */
export function checkSeals({ stream, seals, rows }, published) {
  const broken = [];
  const tell = (zh, en) => broken.push(`${zh} · ${en}`);
  let previous = START;
  let link = START;
  let at = 0;
  seals.forEach((seal, place) => {
    const name = `#${seal.number} ${seal.day}`;
    if (seal.number !== place + 1) tell(`日封 ${name} 之前有缺`, `a seal is missing before ${name}`);
    if (seal.stream !== stream) tell(`日封 ${name} 属于另一类`, `seal ${name} is of another stream`);
    const mine = [];
    while (at < rows.length && rows[at].seal === seal.number) mine.push(rows[at++]);
    const leaves = [];
    let broke = false;
    mine.forEach((row, index) => {
      const where = `${name} ${row.ordinal} (${row.id})`;
      if (row.ordinal !== index + 1 && !broke) {
        broke = true;
        tell(`${where} 之前有行缺失或次序被调换`, `before ${where} a row is missing or out of order`);
      }
      if (row.content === null) tell(`${where} 已被删除`, `${where} was deleted`);
      else if (row.content[0] !== row.id) tell(`${where} 的标识被改动`, `${where} has another id`);
      if (row.content !== null && leafOf(row.content) !== row.leaf) tell(`${where} 被改动`, `${where} was changed`);
      if (linkOf(link, row.leaf) !== row.link && !broke) {
        broke = true;
        tell(
          `${where} 与前一行接不上：有行被删除、插入或调换`,
          `${where} does not follow the row before: one was deleted, inserted or moved`,
        );
      }
      link = row.link;
      leaves.push(row.leaf);
    });
    if (mine.length !== seal.count)
      tell(
        `日封 ${name} 应有 ${seal.count} 行，实有 ${mine.length} 行`,
        `seal ${name} has ${mine.length} rows of ${seal.count}`,
      );
    if (rootOf(leaves) !== seal.root) tell(`日封 ${name} 的根不符`, `the root of seal ${name} differs`);
    if (link !== seal.link) tell(`日封 ${name} 的链不符`, `the chain of seal ${name} differs`);
    if (seal.previous !== previous)
      tell(`日封 ${name} 与前一日封接不上`, `seal ${name} does not follow the one before`);
    if (sealHash(seal) !== seal.hash) tell(`日封 ${name} 本身被改动`, `seal ${name} itself was changed`);
    previous = seal.hash;
    link = seal.link;
  });
  for (; at < rows.length; at++) tell(`${rows[at].id} 不属于任何日封`, `${rows[at].id} belongs to no seal`);
  if (published && seals.at(-1)?.hash !== published)
    tell('最后一个日封与公布的不符', 'the last seal is not the one that was published');
  return broken;
}

const leafOfLine = ({ noticeId, line, village, name, amount, salt }) =>
  leafOf([noticeId, line, village, name, fenOf(amount)], salt);
/** `12.30` yuan as fen. */
const fenOf = (yuan) => String(BigInt(yuan.replace('.', '')));

/** One line and its path: the root that it leads to is the published one. */
export function checkProof(proof, published) {
  const broken = [];
  if (leafOfLine(proof) !== proof.leaf) broken.push('该行内容与叶不符 · the line is not what its leaf says');
  const root = proof.path.reduce(
    (hash, step) => (step.side === 'left' ? nodeOf(step.hash, hash) : nodeOf(hash, step.hash)),
    proof.leaf,
  );
  if (root !== (published ?? proof.root)) broken.push('该行不在所公布的名单内 · the line is not in the published list');
  return broken;
}

/** The leaves of a published list, in its order, make its root. */
export function checkNotice(told, published) {
  // As the graph answers it, or the bare list.
  const { root, lines: listed } = told.data?.fundNotice ?? told;
  const lines = listed.edges?.map(({ node }) => node) ?? listed;
  const broken = [];
  lines.forEach(({ line }, at) => {
    if (line !== at + 1) broken.push(`第 ${at + 1} 行缺失或次序被调换 · line ${at + 1} is missing or out of order`);
  });
  if (rootOf(lines.map(({ leaf }) => leaf)) !== (published ?? root))
    broken.push('名单与公布的根不符 · the list does not make the published root');
  return broken;
}

function main() {
  const [file, flag, published] = process.argv.slice(2);
  let read;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
    if (flag !== undefined && (flag !== '--published' || !/^[0-9a-f]{64}$/.test(published ?? '')))
      throw new Error(flag);
  } catch (error) {
    console.error(`读不懂 · cannot be read: ${error.message}\nnode verify-seal.mjs FILE [--published HASH]`);
    return 2;
  }
  const broken = Array.isArray(read.seals)
    ? checkSeals(read, published)
    : Array.isArray(read.path)
      ? checkProof(read, published)
      : checkNotice(read, published);
  for (const line of broken) console.log(`✗ ${line}`);
  if (broken.length > 0) return 1;
  const what = Array.isArray(read.seals)
    ? `${read.seals.length} 个日封 ${read.rows.length} 行 · ${read.seals.length} seals, ${read.rows.length} rows; ${read.seals.at(-1)?.hash ?? ''}`
    : (published ?? read.root ?? read.data?.fundNotice?.root);
  console.log(`✓ 相符 · holds: ${what}`);
  return 0;
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) process.exit(main());
