// What makes a settlement policy unusable as a whole although each layer is sound: names twice, totals fed by nobody, tags without a rank.
import type { LayerFlaw } from './layer-flaws.rules';
import { feedParts, type PolicyLayer } from './policy-layer.rules';
import type { FedBy, YearTotal } from './year-total.rules';

interface Whole {
  source: { key: string }[];
  layers: PolicyLayer[];
  tagPriority?: string[] | undefined;
  totals?: YearTotal[] | undefined;
  outpatient?: { diseases: { code: string }[] } | undefined;
}

export function packFlawsOf(pack: Whole): LayerFlaw[] {
  return [
    ...layerNameFlaws(pack),
    ...sourceFlaws(pack),
    ...feedFlaws(pack),
    ...totalFlaws(pack),
    ...groupFlaws(pack),
    ...diseaseFlaws(pack),
  ];
}

function layerNameFlaws({ layers }: Whole): LayerFlaw[] {
  const names = layers.map(({ layer }) => layer);
  return names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [{ path: ['layers', at, 'layer'], zh: '层名重复', en: 'two layers have one name' }],
  );
}

function sourceFlaws({ layers, source }: Whole): LayerFlaw[] {
  const keys = new Set(source.map(({ key }) => key));
  const unlisted = { zh: '来源未列', en: 'the source is not listed' };
  return layers.flatMap((layer, at) => [
    ...(keys.has(layer.source) ? [] : [{ path: ['layers', at, 'source'], ...unlisted }]),
    ...layer.figures.flatMap((figure, of) =>
      'source' in figure && !keys.has(figure.source)
        ? [{ path: ['layers', at, 'figures', of, 'source'], ...unlisted }]
        : [],
    ),
  ]);
}

/** One total of two kinds of money could be read as neither; what feeds a listed total is said in its list. */
function feedFlaws({ layers, totals = [] }: Whole): LayerFlaw[] {
  const listed = new Set(totals.map(({ name }) => name));
  const partOf = new Map<string, string>();
  return layers.flatMap((layer, at) =>
    feedParts.flatMap((part): LayerFlaw[] => {
      const total = layer.feeds[part];
      if (total === undefined || listed.has(total)) return [];
      const before = partOf.get(total);
      partOf.set(total, part);
      if (before === undefined || before === part) return [];
      const path = ['layers', at, 'feeds', part];
      return [{ path, zh: '同一累计不得由两类金额累加', en: 'one running total is fed by one kind of amount' }];
    }),
  );
}

function totalFlaws({ layers, totals = [] }: Whole): LayerFlaw[] {
  const known = new Set(layers.map(({ layer }) => layer));
  const names = totals.map(({ name }) => name);
  const read = new Set(layers.flatMap(({ feeds }) => Object.values(feeds)));
  return totals.flatMap(({ name, fedBy }, at): LayerFlaw[] => [
    ...(names.indexOf(name) === at
      ? []
      : [{ path: ['totals', at, 'name'], zh: '累计名重复', en: 'two totals have one name' }]),
    ...(read.has(name)
      ? []
      : [{ path: ['totals', at, 'name'], zh: '没有层使用该累计', en: 'no layer reads this total' }]),
    ...fedBy.flatMap((each, of) =>
      fedByFlaws(each, known).map((told) => ({ path: ['totals', at, 'fedBy', of, 'layer'], ...told })),
    ),
  ]);
}

const ofTheBill = ['first-borne', 'above-limit'];

function fedByFlaws({ layer, part }: FedBy, known: Set<string>) {
  if (ofTheBill.includes(part))
    return layer === undefined
      ? []
      : [{ zh: '先行自付与超限价属于账单，不属于某一层', en: 'it is of the bill, not of a layer' }];
  if (layer !== undefined && known.has(layer)) return [];
  return [{ zh: '须指明已列的层', en: 'name a layer of this pack' }];
}

function groupFlaws({ layers, tagPriority = [] }: Whole): LayerFlaw[] {
  return layers.flatMap((layer, at) =>
    layer.group === undefined || (layer.tags.length > 0 && layer.tags.every((tag) => tagPriority.includes(tag)))
      ? []
      : [
          {
            path: ['layers', at, 'group'],
            zh: '同组各层的身份须在优先次序中',
            en: 'tags of a group stand in tagPriority',
          },
        ],
  );
}

function diseaseFlaws({ layers, outpatient }: Whole): LayerFlaw[] {
  const known = new Set((outpatient?.diseases ?? []).map(({ code }) => code));
  return layers.flatMap((layer, at) =>
    (layer.when?.diseases ?? []).every((code) => known.has(code))
      ? []
      : [{ path: ['layers', at, 'when', 'diseases'], zh: '病种未列', en: 'the disease is not listed' }],
  );
}
