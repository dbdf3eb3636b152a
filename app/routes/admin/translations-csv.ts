import { deskLoader } from "~/auth/desk.server";
import { missingFirst } from "~/domain/jurisdiction/translations/translation";
import { disarmFormula } from "~/interop/csv/disarm-formula";
import { wordsColumns } from "~/interop/csv/read-words-file";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";
import { deskWords } from "../desk-words.server";
import { describeTranslations } from "./translations/describe-translations.server";

/** The jurisdiction's own words for a translator, what is missing first; what is changed on its own page stays there. */
export const loader = deskLoader("admin", async (args) => {
  const words = await deskWords(args, "admin-translations");
  const all = missingFirst(await describeTranslations(args.ctx, words)).filter(({ here }) => here);
  const rows = all.map(({ key, where, english, spanish }) =>
    [key, where, english, spanish].map((cell) => disarmFormula(cell)),
  );
  return csvResponse(`${words.t("file.name")}.csv`, writeCsv([...wordsColumns], rows));
});
