// Names of places as different lists write them (村名比对): with or without the words for committee, street or town.
const VILLAGE = /(?:村民委员会|居民委员会|村委会|居委会|社区|村|居)$/;
const TOWN = /(?:街道办事处|办事处|街道|镇|乡)$/;

const shorn = (name: string, ending: RegExp) => {
  const short = name.replace(ending, '');
  return short.length > 0 ? short : name;
};

export function villageKey(town: string, village: string): string {
  return `${shorn(town.trim(), TOWN)}/${shorn(shorn(village.trim(), VILLAGE), VILLAGE)}`;
}
