// Loads the special fund of the year: notices, batches and payments through balanced journals, and the settlement policy adopted.
import type { Client } from 'pg';
import type { PersonalData } from '#platform/database/personal-data';
import { cardBatches } from '../generate/card-batches';
import type { City } from '../generate/city';
import { postedBatches } from '../generate/posted-batches';
import { handsOf } from './funds-hands';
import { insertRows } from './insert-rows';
import { loadAllotments } from './load-allotments';
import { loadAssets } from './load-assets';
import { loadBookChanges } from './load-book-changes';
import { loadCardDisbursements } from './load-card-disbursements';
import { loadCharity } from './load-charity';
import { loadClearings } from './load-clearings';
import { loadClosedBooks } from './load-closed-books';
import { loadDisbursements } from './load-disbursements';
import { loadFundNotices } from './load-fund-notices';
import { loadJournals } from './load-journals';
import { loadMonitoring } from './load-monitoring';
import { loadOneCard } from './load-one-card';
import { loadPacks } from './load-packs';
import { loadPostedBatches } from './load-posted-batches';
import { loadProjects } from './load-projects';
import { loadScope } from './load-scope';
import { loadSeals } from './load-seals';
import { loadStageContract } from './load-stage-contract';
import { loadStays } from './load-stays';

const unitLineOfPayer: Readonly<Record<string, string>> = {
  'basic-insurance': 'basic-insurance',
  'critical-illness-insurance': 'critical-illness',
  'medical-assistance': 'medical-assistance',
  'supplementary-insurance': 'supplementary-insurance',
};

export async function loadFunds(
  client: Client,
  city: City,
  { personalData }: { personalData: PersonalData },
  tick: (rows: number) => void,
): Promise<void> {
  await loadScope(client, 'funds', city.regions, tick);
  const hands = handsOf(city);
  const posted = postedBatches(city);
  const byCard = cardBatches(city, posted);
  const journals = [
    ...(await loadAllotments(client, city, hands)),
    ...(await loadDisbursements(client, city, hands, tick)),
    ...(await loadPostedBatches(client, posted, hands)),
    ...(await loadCardDisbursements(client, byCard, hands)),
    ...(await loadStageContract(client, city, hands, [...posted, ...byCard])),
    ...(await loadBookChanges(client, city, hands)),
    ...(await loadCharity(client, city, hands)),
  ];
  await loadJournals(client, journals);
  await loadOneCard(client, city, byCard, { hands, personalData });
  await loadClosedBooks(client, city, hands);
  await loadPacks(client, 'funds', city.regions);
  await loadPayers(client, city);
  await loadStays(client, city);
  await loadClearings(client, city);
  await loadMonitoring(client, city);
  await loadProjects(client, city);
  await loadAssets(client, city);
  await loadFundNotices(client, city, hands, [...posted, ...byCard]);
  await loadSeals(client);
}

async function loadPayers(client: Client, city: City): Promise<void> {
  const payers = Object.entries(unitLineOfPayer).flatMap(([payer, line]) =>
    city.units
      .filter((unit) => unit.kind === 'payer' && unit.line === line)
      .map((unit) => ({ payer, unitId: unit.id })),
  );
  await insertRows(
    client,
    'funds.settlement_payer',
    { payer: 'text', unit_id: 'uuid' },
    payers,
    ({ payer, unitId }) => [payer, unitId],
  );
}
