// In what role somebody is stationed in a village (驻村角色), and what he may put on record of a day there (驻村记录).

export enum StationRole {
  firstSecretary = 'first-secretary',
  villageSecretary = 'village-secretary',
  workTeam = 'work-team',
}

export enum SiteDeed {
  onSite = 'on-site',
  policyTalk = 'policy-talk',
  villageMeeting = 'village-meeting',
}
