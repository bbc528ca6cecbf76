// Lights the town for the first quarter: proposed by the assessor if nobody has, confirmed by the director, shown with its evidence.
import type { TourClient } from './tour-client';
import { as, regionOf, type TourGuide, visitor, YEAR } from './tour-guide';

const QUARTER = `${YEAR}Q1`;

interface Round {
  id: string;
  lights: { status: string }[];
  proposedBy: { id: string };
}

interface Node {
  node: string;
  parent: string | null;
  title: string;
  formula: string;
  inputs: { numerator: string; denominator: string; source: { subgraph: string; query: string; unit: string } } | null;
  points: string | null;
  effectiveWeight: string;
}

interface Light {
  colour: string;
  rank: number | null;
  peers: number;
  score: string | null;
  packName: string;
  packHash: string;
  inputsHash: string;
  status: string;
  reasons: { colour: string; text: string }[];
  evidence: Node[];
}

const ROUND = `{ lightRound(quarter: "${QUARTER}") { id proposedBy { id } lights { status } } }`;
const PROPOSE = `mutation($key: String!) { proposeLights(quarter: "${QUARTER}", idempotencyKey: $key) { id } }`;
const CONFIRM = `mutation($id: ID!) { confirmLights(quarter: "${QUARTER}", roundId: $id) { id lights { status } } }`;
const LIGHT = `query($id: ID!) { region(id: $id) { light(quarter: "${QUARTER}") { colour rank peers score packName packHash inputsHash status
  reasons { colour text } evidence { node parent title formula points effectiveWeight inputs { numerator denominator source { subgraph query unit } } } } } }`;
const VISITS = `query($id: ID!) { region(id: $id) { householdSummary(year: ${YEAR}) { visits(quarter: "${QUARTER}") { owed done } } } }`;

export async function lightTown(guide: TourGuide): Promise<void> {
  const { record, anonymous } = guide;
  record.begin('light', `${QUARTER} 亮灯及其依据 · The light of the town and what it rests on`);
  await publishRound(guide);
  const region = regionOf(guide, 'town-kouzhen');
  const light = await lightOf(as(guide, 'town-kouzhen'), region.id);
  if (!light) {
    record.check(`${region.name} 有已公布的亮灯 · the town has a published light`, false, QUARTER, '—');
    return;
  }
  record.line(
    `${region.name}：${light.colour}，${light.score ?? '—'} 分，第 ${light.rank ?? '—'} 名，共 ${light.peers} 个 · ${light.colour}, ${light.score ?? '—'} points, ${light.rank ?? '—'} of ${light.peers}`,
  );
  for (const { colour, text } of light.reasons) record.line(`${colour}: ${text}`);
  record.line(
    `规则包 pack ${light.packName} ${light.packHash.slice(0, 12)}…  输入 inputs ${light.inputsHash.slice(0, 12)}…`,
  );
  tellEvidence(guide, light.evidence, null, 0);
  record.figure('light', light);
  const root = light.evidence.find(({ parent }) => parent === null);
  record.same('得分等于依据根节点 · the score is that of the evidence', light.score, rounded(root?.points ?? null));
  checkGroups(guide, light.evidence);
  await checkVisits(guide, light.evidence);
  const shown = await lightOf(anonymous, region.id);
  record.same(
    '公众未登录也见同一结果，只少不公布的数 · the public sees the same without signing in, but for withheld figures',
    shown && asPublished(light, shown),
    shown,
  );
}

/** The town's own answer without the figures that others are not shown: their points are told all the same. */
function asPublished(light: Light, shown: Light): Light {
  const withheld = new Map(shown.evidence.filter(({ inputs }) => inputs === null).map((node) => [node.node, node]));
  const evidence = light.evidence.map((node) => {
    const other = withheld.get(node.node);
    return other && node.inputs ? { ...node, inputs: null, formula: other.formula } : node;
  });
  return { ...light, evidence };
}

/** Whatever earlier tours left: nothing, a proposal, or lights that stand already. */
async function publishRound(guide: TourGuide): Promise<void> {
  const { record, stamp } = guide;
  const [assessor, director] = [as(guide, 'city-assessor'), as(guide, 'city-director')];
  const stands = async () => (await director.get<{ lightRound: Round | null }>(ROUND)).lightRound;
  const found = await stands();
  if (!found) await assessor.get(PROPOSE, { key: `${stamp}-light` });
  const round = (await stands()) as Round;
  const open = round.lights.some(({ status }) => status === 'proposed');
  record.line(
    found === null
      ? '考核人员提出 · proposed by the assessor'
      : open
        ? '此前已提出，待确认 · proposed before, to be confirmed'
        : '此前已确认公布 · confirmed and published before',
  );
  if (open) await director.get(CONFIRM, { id: round.id });
  const published = (await stands()) as Round;
  record.check(
    `${published.lights.length} 个乡镇的灯全部公布 · the lights of all ${published.lights.length} towns are published`,
    published.lights.length > 0 && published.lights.every(({ status }) => status === 'confirmed'),
    'confirmed',
    JSON.stringify(published.lights),
  );
  record.check(
    '提出与确认为两人 · proposed and confirmed by two people',
    published.proposedBy.id !== visitor(guide, 'city-director').personId,
  );
}

async function lightOf(client: TourClient, id: string): Promise<Light | null> {
  const { region } = await client.get<{ region: { light: Light | null } }>(LIGHT, { id });
  return region.light;
}

function tellEvidence(guide: TourGuide, nodes: readonly Node[], parent: string | null, depth: number): void {
  for (const each of nodes.filter((node) => node.parent === parent)) {
    guide.record.line(`${'  '.repeat(depth)}${each.title}：${each.points ?? '—'} / ${each.effectiveWeight}`);
    guide.record.line(`${'  '.repeat(depth)}  ${each.formula}`);
    if (each.inputs)
      guide.record.line(`${'  '.repeat(depth)}  ← ${each.inputs.source.subgraph}: ${each.inputs.source.query}`);
    tellEvidence(guide, nodes, each.node, depth + 1);
  }
}

/** Points are told to four places and summed exactly, so a sum of told ones may be off by a unit a part. */
function checkGroups({ record }: TourGuide, nodes: readonly Node[]): void {
  for (const group of nodes) {
    const parts = nodes.filter(({ parent }) => parent === group.node);
    if (parts.length === 0) continue;
    const sum = parts.reduce((total, { points }) => total + tenThousandths(points), 0);
    const off = Math.abs(sum - tenThousandths(group.points));
    record.check(
      `${group.title}：等于各项之和 · is the sum of its items`,
      off <= parts.length,
      group.points ?? '—',
      String(sum / 10_000),
    );
  }
}

/** The evidence names what was asked; the town asks the same today. */
async function checkVisits(guide: TourGuide, nodes: readonly Node[]): Promise<void> {
  const inputs = nodes.find(({ node }) => node === 'visit-coverage')?.inputs;
  const { region } = await as(guide, 'town-kouzhen').get<{
    region: { householdSummary: { visits: { owed: number; done: number } } };
  }>(VISITS, { id: regionOf(guide, 'town-kouzhen').id });
  const { owed, done } = region.householdSummary.visits;
  guide.record.same(
    '走访依据与登记一致 · the visits it rests on are those in the register',
    `${done} / ${owed}`,
    `${inputs?.numerator} / ${inputs?.denominator}`,
  );
}

/** Decimal text to an integer of its fourth place; a score of 60.5 has to be 605000 and not nearly that. */
function tenThousandths(points: string | null): number {
  const [whole = '0', places = ''] = (points ?? '0').split('.');
  return Number(whole + places.padEnd(4, '0').slice(0, 4));
}

function rounded(points: string | null): string | null {
  if (points === null) return null;
  const cents = Math.floor((tenThousandths(points) + 50) / 100);
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
