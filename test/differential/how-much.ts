// How much is compared in a run of the suite, and how to compare more: DIFFERENTIAL_SEED, DIFFERENTIAL_COUNT and DIFFERENTIAL_ASKERS.

const count = Number(process.env.DIFFERENTIAL_COUNT ?? 1000);

/**
 * A third of the drawn operations go through the gateways, which must plan each of them twice, the rest straight to the subgraphs.
 * `DIFFERENTIAL_ASKERS=24` asks each as everybody.
 */
export const howMuch = {
  seed: Number(process.env.DIFFERENTIAL_SEED ?? 20_181_231),
  gatewayCount: Math.round(count / 3),
  subgraphCount: count - Math.round(count / 3),
  askersEach: Number(process.env.DIFFERENTIAL_ASKERS ?? 2),
};
