// placeholder until written
export {};
