import { describe, expect, it } from "vitest";
import { formatIn } from "./format";
import { languageOfHeader, languageOfRequest } from "./language-of-request.server";
import { pathInLanguage } from "./languages";
import { translate } from "./translator.server";

const moment = "2026-11-20T19:14:00Z";
const en = formatIn("en", "America/New_York", moment);
const es = formatIn("es", "America/New_York", moment);

describe("formats", () => {
  it("writes moments in the jurisdiction's zone, in plain spaces", () => {
    expect(en.dateTime(moment)).toBe("Fri, Nov 20, 2:14 pm");
    expect(es.dateTime(moment)).toBe("vie, 20 de nov, 2:14 pm");
    expect(formatIn("en", "America/Los_Angeles").time(moment)).toBe("11:14 am");
  });

  it("keeps a plain date on its day in every zone", () => {
    expect(formatIn("en", "Pacific/Honolulu", moment).date("2026-11-20", "long")).toBe("Friday, November 20");
    expect(es.date("2026-11-20", "year")).toBe("20 nov 2026");
  });

  it("says the year of a day that is not of this one", () => {
    expect(en.date("2126-01-05")).toBe("Sat, Jan 5, 2126");
    expect(en.date("2025-12-31", "long")).toBe("Wednesday, December 31, 2025");
    expect(es.date("2027-01-01")).toBe("vie, 1 de ene de 2027");
    expect(en.dateTime("2027-01-01T04:30:00Z")).toBe("Thu, Dec 31, 11:30 pm");
    expect(en.date("2025-12-31", "weekday")).toBe("Wednesday");
  });

  it("writes numbers, shares, lists and phones", () => {
    expect([
      en.number(3412),
      en.percent(0.981, 1),
      en.list(["a", "b", "c"]),
      en.phone("+13235550142"),
    ]).toEqual(["3,412", "98.1%", "a, b, and c", "(323) 555-0142"]);
    expect([es.list(["uno", "dos"]), es.percent(0.47), es.phone("ext. 12")]).toEqual([
      "uno y dos",
      "47%",
      "ext. 12",
    ]);
  });
});

describe("language of a page", () => {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    languageOfRequest(new Request(`http://localhost${path}`, { headers }));

  it("is the path's, then the device's choice, then the browser's", () => {
    expect(ask("/es/privacy", { "Accept-Language": "en" })).toBe("es");
    expect(ask("/intake", { Cookie: "a=1; lang=es", "Accept-Language": "en" })).toBe("es");
    expect(ask("/intake", { Cookie: "lang=<script>", "Accept-Language": "fr, es-MX;q=0.8, en;q=0.5" })).toBe(
      "es",
    );
    expect(ask("/intake")).toBe("en");
  });

  it("honours the weights of the browser's list", () => {
    expect(languageOfHeader("es;q=0.2, en;q=0.9")).toBe("en");
    expect(languageOfHeader("es;q=0, ko")).toBe("en");
  });

  it("switches and keeps the rest of the path", () => {
    expect(pathInLanguage("/es/help/safety", "en")).toBe("/en/help/safety");
    expect(pathInLanguage("/es", "en")).toBe("/en");
  });
});

describe("plurals", () => {
  it("follow the count in each language", () => {
    expect(translate("en", "listing")("room.openings", { count: 1 })).toBe("1 opening");
    expect(translate("es", "listing")("room.openings", { count: 3 })).toBe("Hay 3 lugares");
  });
});
