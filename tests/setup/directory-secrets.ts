/** A word that stands in everything of the directory that must not leave it. */
export const secretWord = "Zanzibarsecret";
/** The hidden place's own ZIP and point; nothing else lies there. */
export const secretZip = "21050";
export const secretPoint = { latitude: 39.5601, longitude: -76.3802 };
