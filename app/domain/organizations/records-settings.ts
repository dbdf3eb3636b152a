import { z } from "zod";

const share = (standard: number) => z.number().min(0).max(1).default(standard);

/**
 * What a jurisdiction may set about the agency's records. The limits of a jump are ours: what differs by more than these
 * from the last extract of the same form is looked at by a person before measures are computed from it.
 */
export const recordsSettings = z
  .object({
    jumps: z
      .object({
        /** Rows of a file: fewer by more than this share, more by more than that. */
        rowsFall: share(0.2),
        rowsRise: z.number().min(0).default(1),
        /** A column says something in so much smaller a share of rows, in points. */
        completenessFall: share(0.2),
        /** Of the children of the last extract at least this share is given again; of federal files the federal limits. */
        idsMetCsv: share(0.6),
        idsMetAfcars: share(0.6),
        idsMetNcands: share(0.01),
        /** Below so many rows nothing is judged. */
        leastRows: z.number().int().min(1).default(50),
      })
      .prefault({}),
    /** Whose files these are: the state's two letters, and the county's three digits (FIPS) where it is one county. */
    state: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .default(null),
    county: z
      .string()
      .regex(/^\d{3}$/)
      .nullable()
      .default(null),
    /** Days after a report's last date when it is kept no longer, by how it ended; 0 is never (state expunction). */
    kept: z
      .object({
        unsubstantiated: z.number().int().min(0).default(0),
        substantiated: z.number().int().min(0).default(0),
      })
      .prefault({}),
  })
  .prefault({});

export type RecordsSettings = z.infer<typeof recordsSettings>;
export type JumpLimits = RecordsSettings["jumps"];
