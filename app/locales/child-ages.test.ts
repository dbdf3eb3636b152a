import { expect, it } from "vitest";
import { readTypedAges } from "~/domain/directory/search/read-typed-ages";
import { agesToType } from "./child-ages";
import { wordsIn } from "./words-in.server";

it.each(["en", "es"] as const)(
  "ages stand in a field as they are read from it, to the month, in %s",
  (language) => {
    const words = wordsIn(language, "intake", { timeZone: "America/New_York", now: new Date(0) });
    for (let months = -9; months <= 263; months += 1) {
      const typed = agesToType(words, [months, 36, 7]);
      expect(readTypedAges(typed), typed).toEqual([months, 36, 7]);
    }
  },
);
