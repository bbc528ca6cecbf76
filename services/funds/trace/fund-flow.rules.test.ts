// The flow of a year closes whatever its cells are, and its drawing keeps within its frame.
import fc from 'fast-check';
import { FLOW_LAYERS, type FlowCell, flowOf, nameOfFlowNode } from './fund-flow.rules';
import { inTenThousands, layOut, sharesOf } from './fund-flow-layout.rules';

const cell = fc.record({
  sourceLevel: fc.constantFrom('central', 'province'),
  book: fc.constantFrom('special', 'donation'),
  direction: fc.constantFrom(null, 'poverty-development'),
  regionId: fc.constantFrom('a', 'b', 'c'),
  way: fc.constantFrom(null, 'card', 'stages'),
  outcome: fc.constantFrom('spent', 'left', 'returned'),
  fen: fc.bigInt({ min: 1n, max: 10n ** 12n }),
}) as fc.Arbitrary<FlowCell>;
const sum = (all: readonly { amount: bigint }[]) => all.reduce((whole, { amount }) => whole + amount, 0n);

test('what flows into a node flows out of it, and the first and the last layer are the whole', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const { total, nodes, links } = flowOf(cells);
      expect(total).toBe(cells.reduce((whole, { fen }) => whole + fen, 0n));
      for (const layer of ['source', 'use', 'region', 'outcome'])
        expect(sum(nodes.filter((each) => each.layer === layer))).toBe(total);
      for (const { id, layer, amount } of nodes) {
        if (layer !== 'source') expect(sum(links.filter(({ toId }) => toId === id))).toBe(amount);
        if (layer !== 'outcome') expect(sum(links.filter(({ fromId }) => fromId === id))).toBe(amount);
      }
    }),
  );
});

test('no two nodes of a column overlap, nothing leaves the frame, and links fill their nodes', () => {
  const frame = { width: 1080, height: 420, bar: 14, labelWidth: 150, labelHeight: 34 };
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (cells) => {
      const { nodes, links, height } = layOut(flowOf(cells), frame);
      for (const layer of FLOW_LAYERS) {
        const column = nodes.filter(({ node }) => node.layer === layer).sort((one, other) => one.y - other.y);
        column.forEach(({ y, height: tall, x }, at) => {
          const next = column[at + 1];
          if (next) expect(next.y).toBeGreaterThanOrEqual(y + Math.max(tall, frame.labelHeight - 0.001));
          expect(x + frame.bar + frame.labelWidth).toBeLessThanOrEqual(frame.width + 0.001);
          expect(y + tall).toBeLessThanOrEqual(height);
        });
      }
      for (const { node, y, height: tall } of nodes)
        for (const { link, until, thickness } of links)
          if (link.toId === node.id) expect(until[1] + thickness).toBeLessThanOrEqual(y + Math.max(tall, 0) + 1.001);
    }),
  );
});

test('sums are told in ten thousands, and a direction by its title', () => {
  expect([0n, 1n, 500_000n, 123_456_789_00n, 1_234_567_890_00n].map(inTenThousands)).toEqual([
    ...['0.00万', '0.00万', '0.50万', '12,345.68万', '123,456.79万'],
  ]);
  const names = { direction: () => ({ zh: '扶贫发展', en: 'development' }), region: (id: string) => `region ${id}` };
  expect(nameOfFlowNode({ id: 'use|special/x', layer: 'use', code: 'special/x' }, names).zh).toBe('财政专项·扶贫发展');
  expect(nameOfFlowNode({ id: 'region|a', layer: 'region', code: 'a' }, names).zh).toBe('region a');
  expect(nameOfFlowNode({ id: 'outcome|new', layer: 'outcome', code: 'new' }, names).zh).toBe('new');
});

test('shares sum to the whole, each within a tenth of its own', () => {
  expect(sharesOf([1n, 1n, 1n])).toEqual(['33.4%', '33.3%', '33.3%']);
  expect(sharesOf([7n, 2n])).toEqual(['77.8%', '22.2%']);
  expect(sharesOf([0n])).toEqual(['0.0%']);
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 14n }), { minLength: 1, maxLength: 9 }), (amounts) => {
      const whole = amounts.reduce((all, each) => all + each, 0n);
      const tenths = sharesOf(amounts).map((share) => BigInt(share.replace(/[.%]/g, '')));
      expect(tenths.reduce((all, each) => all + each, 0n)).toBe(1000n);
      tenths.forEach((told, at) => {
        const off = told * whole - (amounts[at] as bigint) * 1000n;
        expect(off < whole && -off < whole).toBe(true);
      });
    }),
  );
});
