import { describe, expect, it } from "vitest";
import { caseDesk, caseFolder, folderOf, told } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";

const db = await testDatabase();
/** The hours of each card, by the last word of its name. */
async function hoursOf(desk: Awaited<ReturnType<typeof caseDesk>>, language: "en" | "es" = "en") {
  const cards = await desk.cards(language);
  return Object.fromEntries([...cards].map(([name, card]) => [name, card.lines[1]]));
}
const week = "MO,TU,WE,TH,FR,SA,SU";

describe("hours as families read them", () => {
  it("are all day from midnight to midnight, and no noon at 24:00", async () => {
    const desk = await caseDesk(db, "whole-day");
    const report = await desk.take(caseFolder("hours-whole-day"));
    expect([told(report.rejected), told(report.warnings)]).toEqual([
      [],
      ["schedules.csv 7 closes_at bad_time"],
    ]);
    expect(await hoursOf(desk)).toEqual({
      "Godwit House 1 All day, 00:00-24:00": "Every day, all day.",
      "Godwit House 2 All day, 00:00-00:00": "Every day, all day.",
      "Godwit House 3 All day 00:00-23:59": "Every day, all day.",
      "Godwit House 4 Overnight": "Friday and Saturday, 10 pm to 6 am.",
      "Godwit House 5 No closing": "Monday, from 6 pm.",
      "Godwit House 6 Past end 24:30": "Monday, from 9 am.",
      "Godwit House 7 Words": "Monday, 12 pm to 12 am.",
      "Godwit House 8 12am": "Monday, 9 am to 12 am.",
      "Godwit House 9 Z": "Monday, 2 pm to 10 pm.",
    });
    expect((await hoursOf(desk, "es"))["Godwit House 1 All day, 00:00-24:00"]).toBe(
      "Todos los días, todo el día.",
    );
    const out = await desk.give();
    expect(out.table("schedules").map((row) => row["closes_at"])).toContain("24:00");
    const again = await desk.take(out.file, "own");
    expect([again.updated["schedule"], again.imported["schedule"]]).toEqual([0, 0]);
    const closing = "select closes_at from schedule where jurisdiction_id = $1 and source_id = 'h1'";
    expect(await desk.rows(closing)).toEqual([{ closes_at: "24:00" }]);
  });

  it("say a month's and every other week's rule in both languages", async () => {
    const desk = await caseDesk(db, "monthly");
    await desk.take(caseFolder("hours-monthly"));
    expect(await hoursOf(desk)).toEqual({
      "Avocet Pantry 1": "Every month: second Tuesday, 9 am to 11 am.",
      "Avocet Pantry 2": "Every month: first and third Wednesday, 5 pm to 7 pm.",
      "Avocet Pantry 3": "Every month: the 15th, 10 am to 12 pm.",
      "Avocet Pantry 4": "Every other Monday, 1 pm to 3 pm.",
      "Avocet Pantry 5": "Every month: last Friday, 6 pm to 8 pm.",
    });
    expect(await hoursOf(desk, "es")).toEqual({
      "Avocet Pantry 1": "Cada mes: segundo martes, de 9 am a 11 am.",
      "Avocet Pantry 2": "Cada mes: primer y tercer miércoles, de 5 pm a 7 pm.",
      "Avocet Pantry 3": "Cada mes: el día 15, de 10 am a 12 pm.",
      "Avocet Pantry 4": "Lunes, cada dos semanas, de 1 pm a 3 pm.",
      "Avocet Pantry 5": "Cada mes: último viernes, de 6 pm a 8 pm.",
    });
    const out = await desk.give();
    const again = await desk.take(out.file, "own");
    expect(again.updated["schedule"]).toBe(0);
  });

  it("leave out what has ended, and are the place's where nothing nearer is said", async () => {
    const desk = await caseDesk(db, "expired");
    await desk.take(caseFolder("hours-expired"));
    expect(await hoursOf(desk)).toEqual({
      "Lapwing Club": "Thursday, 3 pm to 6 pm.",
      "Lapwing Circle": "Call for times.",
      "Lapwing Drop-in": "Wednesday, 9 am to 12 pm.",
    });
  });

  it.each<[string, string, string, string]>([
    [
      "days as names",
      "byday,opens_at,closes_at",
      `"Monday, Wed",09:00,12:00`,
      "Monday and Wednesday, 9 am to 12 pm.",
    ],
    [
      "a range of days",
      "byday,opens_at,closes_at",
      "Mon-Fri,9 am,5 pm",
      "Monday, Tuesday, Wednesday, Thursday, and Friday, 9 am to 5 pm.",
    ],
    [
      "days that nobody can read",
      "byday,opens_at,closes_at",
      "when school is out,09:00,12:00",
      "When school is out (9 am to 12 pm).",
    ],
    ["times without days", "opens_at,closes_at", "09:00,12:00", "9 am to 12 pm, ask which days."],
    ["days without times", "byday,opens_at", "TU,", "Tuesday."],
    [
      "a weekly rule of its first day",
      "freq,dtstart,opens_at",
      "WEEKLY,2026-01-07,09:00",
      "Wednesday, from 9 am.",
    ],
    [
      "a month's rule of its first day",
      "freq,dtstart,opens_at",
      "MONTHLY,2026-01-07,09:00",
      "Every month: the 7th, from 9 am.",
    ],
    [
      "every third week",
      "freq,interval,byday,opens_at",
      "WEEKLY,3,MO,09:00",
      "Monday every 3 weeks, from 9 am.",
    ],
    [
      "every other month",
      "freq,interval,byday,opens_at",
      "MONTHLY,2,-1SA,09:00",
      "Every other month: last Saturday, from 9 am.",
    ],
    [
      "days of a month",
      "freq,bymonthday,closes_at",
      `MONTHLY,"1,22,-1",17:00`,
      "Every month: the 1st, 22nd, and last day, until 5 pm.",
    ],
    ["weeks of a year", "freq,byday,byweekno,opens_at", "WEEKLY,MO,20,09:00", "From 9 am, ask which days."],
    [
      "a rule that had its count",
      "freq,byday,dtstart,count,opens_at",
      "WEEKLY,MO,2024-01-01,10,09:00",
      "Call for times.",
    ],
    [
      "hours to come",
      "byday,valid_from,opens_at",
      "MO,2027-02-01,09:00",
      "Monday, from 9 am. Starts Monday, February 1, 2027.",
    ],
    [
      "hours that end soon",
      "byday,valid_to,opens_at",
      "MO,2026-12-14,09:00",
      "Monday, from 9 am, until Monday, December 14.",
    ],
    ["every day", "byday,opens_at", `"${week}",09:00`, "Every day, from 9 am."],
    [
      "days of holiday",
      "kind,closed,valid_from,valid_to",
      "exception,true,2026-12-24,2026-12-26",
      "Closed Thu, Dec 24 to Sat, Dec 26.",
    ],
  ])("%s", async (name, columns, cells, words) => {
    const desk = await caseDesk(db, `hours-${name}`);
    await desk.take(
      await folderOf({
        "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
        "services.csv": "id,organization_id,name,status\ns1,o1,Lapwing,active\n",
        "schedules.csv": `id,service_id,${columns}\nh1,s1,${cells}\n`,
      }),
    );
    expect((await hoursOf(desk))["Lapwing"]).toBe(words);
  });

  it("are nobody's where the place is hidden", async () => {
    const desk = await caseDesk(db, "hidden-hours");
    await desk.take(
      await folderOf({
        "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
        "services.csv": "id,organization_id,name,status\ns1,o1,Lapwing,active\n",
        "locations.csv": "id,organization_id,location_type,name,visibility\nl1,o1,physical,Place,hidden\n",
        "service_at_location.csv": "id,service_id,location_id\nx1,s1,l1\n",
        "schedules.csv": "id,location_id,byday,opens_at\nh1,l1,MO,09:00\n",
      }),
    );
    expect((await hoursOf(desk))["Lapwing"]).toBe("Call for times.");
  });
});
