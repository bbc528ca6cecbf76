// How the generated households live (生产生活条件): the columns of what `livingOf` answers, in its order.
import type { ColumnTypes } from './insert-rows';

export const livingColumns: ColumnTypes = {
  hamlet: 'text',
  dangerous_house: 'boolean',
  house_area: 'int',
  house_structure: 'text',
  house_year: 'int',
  safe_water: 'boolean',
  water_difficulty: 'boolean',
  electricity: 'boolean',
  fuel: 'text',
  sanitary_toilet: 'boolean',
  road: 'text',
  road_metres: 'int',
  in_cooperative: 'boolean',
  arable_mu: 'double precision',
  irrigated_mu: 'double precision',
  forest_mu: 'double precision',
  orchard_mu: 'double precision',
  water_mu: 'double precision',
};
