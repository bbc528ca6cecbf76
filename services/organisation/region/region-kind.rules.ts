// Kinds of regions (地区类别) as the graph names them.

export enum RegionKindEnum {
  province = 'province',
  city = 'city',
  district = 'district',
  zone = 'zone',
  town = 'town',
  village = 'village',
}
