// What funds tells of the office's jobs in a town, where funds itself is not there to be asked.
export const jobFactsOf = (regionId: string) => ({
  regionId,
  batchesApproved: 4,
  batchesPaid: 3,
  paid: '1999.99',
  stays: 2,
  borneByPayers: '500.00',
  paidBy: [
    { purpose: 'industry-support', paid: '1500.00' },
    { purpose: 'public-welfare-job', paid: '499.99' },
  ],
});
