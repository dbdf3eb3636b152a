import { parseCookie } from "cookie";
import { fallbackLanguage, isLanguage, type Language } from "./languages";

/**
 * The language of a page: first the path (`/es/...`), then what was chosen on this device (cookie `lang`, set at
 * sign-in from the person's own setting and by the language switch), then the browser's list. Never the location.
 */
export function languageOfRequest(request: Request): Language {
  const first = new URL(request.url).pathname.split("/")[1];
  if (isLanguage(first)) return first;
  const chosen = parseCookie(request.headers.get("Cookie") ?? "")["lang"];
  if (isLanguage(chosen)) return chosen;
  return languageOfHeader(request.headers.get("Accept-Language"));
}

/** The best supported language of an Accept-Language header. */
export function languageOfHeader(header: string | null): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...settings] = part.trim().split(";");
      const quality = settings.find((setting) => setting.trim().startsWith("q="));
      return {
        language: tag.toLowerCase().split("-")[0],
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      };
    })
    .filter((choice) => choice.quality > 0)
    .sort((one, other) => other.quality - one.quality);
  const found = wanted.map((choice) => choice.language).find(isLanguage);
  return found ?? fallbackLanguage;
}
