/** People who are not safe where they live, or from whom they live with. */
const unsafe = [
  String.raw`(?:\b(?:not|no longer|never|cannot|(?:is|are|do|does|was|were|ca|wo)n['’]?t)(?: (?:feel(?:ing)?|be|stay|live))? safe\b|\bunsafe\b|\b(?:afraid|scared|frightened|threatened|terrified)\b|\bin danger\b)[^.;]{0,40}?(?:\b(?:at|in (?:their|your|her|his|the|an?)(?: own)?) homes?\b|\b(?:of|from|by|with|because of) (?:(?:an?|the|their|your|her|his) )?(?:abusive |violent )?(?:ex[- ])?(?:partners?|husbands?|wife|wives|spouses?|boyfriends?|girlfriends?)\b|\b(?:someone|somebody|a person|people) (?:at home|in (?:their|your|her|his|the) (?:home|house(?:hold)?)|they live with|you live with)\b)`,
  String.raw`\bhome (?:is|feels|was)(?: (?:not|no longer)|n['’]?t)(?: an?)? safe\b`,
  String.raw`\bno (?:est[aá][ns]?|es|son|se sienten?|te sientes) (?:segur[oa]s?|a salvo)[^.;]{0,40}?(?:\ben (?:(?:la|su|tu)(?: propia)? )?casa\b|\ben (?:el|su|tu) hogar\b)`,
  String.raw`(?:\binsegur[oa]s?\b|\ben peligro\b|\bmiedo\b|\btemen?\b|\bamenazad[oa]s?\b|\bno (?:est[aá][ns]?|se sienten?) (?:segur[oa]s?|a salvo))[^.;]{0,40}?(?:\ben (?:(?:la|su|tu)(?: propia)? )?casa\b|\ben (?:el|su|tu) hogar\b|\b(?:al?|del?|por|con) (?:(?:su|la|el|tu|una?) )?(?:ex[- ]?)?(?:parejas?|esposos?|esposas?|maridos?|novi[oa]s?)\b|\balguien (?:en|de) (?:(?:la|su|tu) )?casa\b)`,
  String.raw`\bcasa no es (?:un lugar )?segur[oa]\b`,
].join("|");
const bed = [
  String.raw`\bsleep(?:s|ing)?\b|\bstay(?:s|ing)?\b(?! (?:safe|healthy|independent|active|(?:at|in (?:their|your|her|his|the)(?: own)?) homes?))|\bovernight\b|\bbeds?\b`,
  String.raw`(?<!emergency |waiting |class|court|living )\brooms?\b|\bshelters?\b|\brefuge\b|\bplace to (?:go|live)\b`,
  String.raw`\bd(?:ormir|uermen?)\b|\bqued(?:ar(?:se|te)?|an?)\b|\bcamas?\b|\bcuartos?\b|\bhabitaci[oó]n|\balo[jg]|\bhosped|\brefugios?\b|\balbergues?\b|\bpasar la noche\b`,
].join("|");
const near = new RegExp(`(?:${unsafe})[^;]{0,100}?(?:${bed})|(?:${bed})[^;]{0,100}?(?:${unsafe})`, "gi");

/** Homes and beds of another kind: what is not safe is the house, or the bed is a foster family's, a camp's, a nursing home's. */
const otherwise = new RegExp(
  [
    String.raw`\b(?:fires?|smoke|alarms?|lead (?:paint|hazards?|poisoning)|mold|carbon monoxide|fall prevention|grab bars?|home repairs?)\b`,
    String.raw`\bfoster (?:beds?|homes?|care|famil(?:y|ies)|parents?|child(?:ren)?)\b|\badoptive homes?\b`,
    String.raw`\b(?:summer|day) camps?\b|\bcampers\b|\b(?:nursing|assisted living|dementia|hospice)\b|\bhome alone\b|\balone at home\b`,
    String.raw`\b(?:incendios?|humo|plomo|moho|campamentos?)\b|\bfamilias? de acogida\b|\bsol[oa]s? en casa\b`,
  ].join("|"),
  "i",
);

/** How far around the words something else would say what they are about. */
const around = 60;

/** Where a text says in one breath that people are not safe at home and that they can sleep there, in English or Spanish. */
export function unsafeAtHome(text: string): string | null {
  for (const found of text.matchAll(near)) {
    const said = text.slice(Math.max(0, found.index - around), found.index + found[0].length + around);
    if (!otherwise.test(said)) return found[0].replace(/\s+/g, " ").slice(0, 120);
  }
  return null;
}
