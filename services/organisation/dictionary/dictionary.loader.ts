// Entries of dictionaries, by name and version.
import { Any } from 'typeorm';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { DictionaryEntry } from './dictionary.entity';

export const dictionaryKey = (name: string, version: string) => `${name} ${version}`;

export const entriesOfDictionary = defineLoader<DictionaryEntry[]>(
  'entries of a dictionary',
  () => [],
  async (rows, keys) => {
    const names = [...new Set(keys.map((key) => key.slice(0, key.indexOf(' '))))];
    const entries = await rows.manager.find(DictionaryEntry, {
      where: { dictionary: Any(names) },
      order: { dictionary: 'asc', position: 'asc' },
    });
    return groupBy(entries, (entry) => dictionaryKey(entry.dictionary, entry.version));
  },
);
