import type { RemarkCode } from "~/domain/reports/remark-codes";
import { UnusableFile } from "../csv/read-csv-lines";

/** Whose records are expected: a state's two letters, a county's three digits (FIPS); null where any are taken. */
export type Place = { state: string | null; county: string | null };
export const anyPlace: Place = { state: null, county: null };

/** FIPS codes of states and territories (ANSI INCITS 38:2009), as AFCARS element 1 has them. */
const fips: Readonly<Record<string, string>> = {
  ...{
    "01": "AL",
    "02": "AK",
    "04": "AZ",
    "05": "AR",
    "06": "CA",
    "08": "CO",
    "09": "CT",
    10: "DE",
    11: "DC",
  },
  ...{ 12: "FL", 13: "GA", 15: "HI", 16: "ID", 17: "IL", 18: "IN", 19: "IA", 20: "KS", 21: "KY", 22: "LA" },
  ...{ 23: "ME", 24: "MD", 25: "MA", 26: "MI", 27: "MN", 28: "MS", 29: "MO", 30: "MT", 31: "NE", 32: "NV" },
  ...{ 33: "NH", 34: "NJ", 35: "NM", 36: "NY", 37: "NC", 38: "ND", 39: "OH", 40: "OK", 41: "OR", 42: "PA" },
  ...{ 44: "RI", 45: "SC", 46: "SD", 47: "TN", 48: "TX", 49: "UT", 50: "VT", 51: "VA", 53: "WA", 54: "WV" },
  ...{ 55: "WI", 56: "WY", 60: "AS", 66: "GU", 69: "MP", 72: "PR", 78: "VI" },
};
/** A state by its FIPS code; null for what is none, such as the number of a tribe. */
export const stateOfFips = (code: string): string | null => fips[code] ?? null;

/** Codes that stand for no county: not known, masked, left out. */
const noCounty = /^(|0+|99[89])$/;

/** Holds the rows of one file against the place whose they should be; a file without one row of it is another's. */
export class PlaceCheck {
  private ours = 0;
  private others = 0;

  constructor(
    private readonly file: string,
    private readonly place: Place,
  ) {}

  /** Throws UnusableFile for a file that says it is another state's. */
  checkState(state: string | null): void {
    const { state: own } = this.place;
    if (own !== null && state !== null && state !== own)
      throw new UnusableFile(this.file, `says that it is of ${state}, and ${own} is expected here`);
  }

  /** Why a row of this state and county is another's; null for one that may be ours. Counts it. */
  refuse(state: string | null, county: string): { reason: string; code: RemarkCode } | null {
    const { state: ownState, county: ownCounty } = this.place;
    const isOtherState = ownState !== null && state !== null && state !== ownState;
    const isOther = isOtherState || (ownCounty !== null && !noCounty.test(county) && county !== ownCounty);
    if (!isOther) {
      this.ours += 1;
      return null;
    }
    this.others += 1;
    return { reason: "is of another state or county", code: "other_jurisdiction" };
  }

  /** Throws UnusableFile where the file had rows, and all of them are another's. */
  end(): void {
    if (this.ours === 0 && this.others > 0)
      throw new UnusableFile(this.file, "holds records of another state or county alone");
  }
}
