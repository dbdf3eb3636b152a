/** Miles that halve a fit: of two programs that say the same, the nearer one. */
export const halvingMiles = 7;

/** What the way to a program leaves of its fit, between 0 and 1. order-sql.server.ts says the same. */
export const nearness = (miles: number): number => 1 / (1 + miles / halvingMiles);
