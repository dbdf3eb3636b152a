/** The agency's provider: its name in better-auth and in the table of accounts. */
export const agencyProvider = "agency";
